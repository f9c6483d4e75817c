import { Link, NavLink, useLocation } from "@remix-run/react"
import { CartBadge } from "#app/features/cart/cart-badge"
import { paths } from "#app/lib/paths"
import { Wordmark } from "../brand/wordmark"
import { Icon } from "../ui/icon"
import { SearchBox } from "#app/features/search-box/search-box"

const SECTIONS = [
  { label: "Sản phẩm", to: paths.catalog() },
  { label: "Chủ thể", to: paths.producers() },
  { label: "Địa phương", to: paths.places() },
  { label: "Điểm bán", to: paths.showrooms() },
]
const HELP = [
  { label: "Tra cứu đơn hàng", to: paths.orderLookup() },
  { label: "Xác thực giấy chứng nhận", to: paths.certificateCheck() },
  { label: "Số liệu chương trình", to: paths.figures() },
]

export function SiteHeader() {
  // The home page has the search in its own first lines.
  const searchable = useLocation().pathname !== paths.home()
  return (
    <header className="relative bg-paper">
      <div className="page-width flex flex-wrap items-center gap-x-2 gap-y-3 py-3 md:flex-nowrap md:gap-x-6 lg:py-4">
        <Link
          to={paths.home()}
          className="mr-auto flex min-h-11 items-center rounded-md no-underline"
        >
          <Wordmark />
        </Link>
        {searchable ? (
          <SearchBox
            id="tim-dau-trang"
            className="order-last w-full md:order-none md:max-w-xl"
          />
        ) : null}
        <CartBadge />
        <MobileMenu />
      </div>
      <nav aria-label="Chính" className="page-width max-md:hidden">
        <ul className="-mx-3 flex items-center gap-1 pb-1 lg:gap-2">
          {SECTIONS.map(({ label, to }) => (
            <li key={to}>
              <NavLink
                to={to}
                prefetch="intent"
                className={({ isActive }) =>
                  `inline-flex min-h-11 items-center border-b-4 px-3 font-semibold no-underline ${
                    isActive
                      ? "border-ochre text-lacquer-deep"
                      : "border-transparent hover:border-sand-deep"
                  }`
                }
              >
                {label}
              </NavLink>
            </li>
          ))}
          {HELP.slice(0, 2).map(({ label, to }, index) => (
            <li key={to} className={index === 0 ? "ml-auto" : "max-lg:hidden"}>
              <Link
                to={to}
                className="inline-flex min-h-11 items-center px-3 text-sm text-ink-soft underline decoration-sand-deep hover:text-ink hover:decoration-current"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div aria-hidden="true" className="brocade" />
    </header>
  )
}

/** <details> opens and closes by itself; a new page (new key) finds it closed again. */
function MobileMenu() {
  const { key } = useLocation()
  return (
    <details key={key} className="group md:hidden">
      <summary className="inline-flex size-11 items-center justify-center rounded-md hover:bg-sand">
        <span className="contents group-open:hidden">
          <Icon name="menu" className="size-6" />
        </span>
        <span className="hidden group-open:contents">
          <Icon name="close" className="size-6" />
        </span>
        <span className="sr-only">Danh mục</span>
      </summary>
      <nav
        aria-label="Danh mục"
        className="absolute inset-x-0 top-16 z-40 border-y-2 border-lacquer-deep bg-surface px-4 py-2 shadow-card"
      >
        <ul className="divide-y divide-sand">
          {[...SECTIONS, ...HELP].map(({ label, to }, index) => (
            <li key={to}>
              <Link
                to={to}
                className={`flex min-h-12 items-center justify-between no-underline ${
                  index < SECTIONS.length ? "text-lg font-semibold" : "text-ink-soft"
                }`}
              >
                {label}
                <Icon name="next" className="text-ochre-deep" />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  )
}
