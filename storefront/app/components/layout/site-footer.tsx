import { Link } from "@remix-run/react"
import { POLICIES } from "#app/features/policy/policies"
import { paths } from "#app/lib/paths"
import { Wordmark } from "../brand/wordmark"

const LOOK_UP = [
  { label: "Tra cứu đơn hàng", to: paths.orderLookup() },
  { label: "Xác thực giấy chứng nhận", to: paths.certificateCheck() },
  { label: "Điểm OCOP gần bạn", to: paths.showrooms() },
  { label: "Số liệu chương trình", to: paths.figures() },
]

export function SiteFooter() {
  return (
    <footer className="mt-16">
      <div className="bg-lacquer-deep text-paper [--focus:var(--color-gold)]">
        <div aria-hidden="true" className="tile-edge [--edge:var(--color-paper)]" />
        <div className="page-width grid gap-10 py-10 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr] lg:py-12">
          <div className="grid content-start gap-4 sm:max-lg:col-span-2">
            <Wordmark onDark />
            <p className="max-w-prose text-paper/90">
              Mỗi xã một sản phẩm: nơi giới thiệu và bán những sản phẩm OCOP được công
              nhận của vùng đất Quảng Nam, từ Cù Lao Chàm đến núi Ngọc Linh. Tên huyện, xã
              được giữ như trên giấy chứng nhận; từ 1/7/2025 các địa phương này thuộc
              thành phố Đà Nẵng.
            </p>
            <p className="text-sm text-paper/80">
              Trang trình diễn. Thông tin đơn vị vận hành sẽ được công bố tại đây khi khai
              trương.
            </p>
          </div>
          <FooterLinks title="Tra cứu" links={LOOK_UP} />
          <FooterLinks
            title="Chính sách"
            links={POLICIES.map(({ slug, title }) => ({
              label: title,
              to: paths.policy(slug),
            }))}
          />
        </div>
      </div>
    </footer>
  )
}

function FooterLinks({
  title,
  links,
}: {
  title: string
  links: readonly { label: string; to: string }[]
}) {
  return (
    <nav aria-label={title}>
      <h2 className="font-display text-xl font-semibold text-gold">{title}</h2>
      <ul className="mt-2">
        {links.map(({ label, to }) => (
          <li key={to}>
            <Link
              to={to}
              className="inline-flex min-h-11 items-center py-1 underline decoration-paper/40 hover:decoration-current sm:min-h-9"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
