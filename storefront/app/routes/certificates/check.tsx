import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node"
import { normaliseText } from "@ocop/backend/contracts/text"
import { PageHeader } from "#app/components/ui/page-header"
import { StarBadge } from "#app/components/ui/star-badge"
import { CertificateForm } from "#app/features/certificate/certificate-form"
import { publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

export function loader({ request }: LoaderFunctionArgs) {
  const number = normaliseText(new URL(request.url).searchParams.get("so") ?? "")
  if (number !== "") throw redirect(paths.certificate(number.slice(0, 120)))
  return publicPage(null)
}

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, {
    title: "Xác thực giấy chứng nhận OCOP",
    description:
      "Nhập số giấy chứng nhận để biết hạng sao có thật, còn hiệu lực hay đã hết hạn, bị thu hồi.",
    path: paths.certificateCheck(),
  })

export default function CertificateCheck() {
  return (
    <div className="page-width">
      <PageHeader
        crumbs={[{ label: "Trang chủ", href: paths.home() }]}
        title="Xác thực giấy chứng nhận"
        lead="Số giấy chứng nhận in trên bao bì hoặc trên trang sản phẩm. Kết quả lấy thẳng từ sổ đăng ký."
      />
      <CertificateForm />
      <h2 className="title-2 stroke-under mt-12">Sao OCOP nói lên điều gì</h2>
      <ul className="mt-6 grid gap-4 sm:grid-cols-3">
        {MEANINGS.map(({ stars, text }) => (
          <li
            key={stars}
            className="flex items-start gap-4 rounded-card border border-sand-deep bg-surface p-4"
          >
            <StarBadge stars={stars} className="size-16 -rotate-3" />
            <p className="text-sm">{text}</p>
          </li>
        ))}
      </ul>
      <p className="mt-5 max-w-prose text-ink-soft">
        Sao OCOP do hội đồng của Nhà nước chấm, có giá trị 36 tháng và phải đánh giá lại.
        Đó không phải điểm do người mua cho. Sản phẩm 1–2 sao không được cấp giấy chứng
        nhận.
      </p>
    </div>
  )
}

const MEANINGS = [
  { stars: 3, text: "Đạt tiêu chuẩn, từ 50 đến dưới 70 điểm trên 100." },
  {
    stars: 4,
    text: "Tiêu biểu cấp tỉnh, từ 70 đến dưới 90 điểm, có thể nâng lên 5 sao.",
  },
  { stars: 5, text: "Cấp quốc gia, từ 90 điểm, có khả năng xuất khẩu." },
]
