import { Link } from "@remix-run/react"
import { Icon } from "./icon"
import { pageNumbers } from "./pages"

const CELL =
  "inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-md px-3 font-semibold"

/** Real links, so that it works without JavaScript and can be crawled. */
export function Pagination({
  page,
  last,
  href,
}: {
  page: number
  last: number
  href: (page: number) => string
}) {
  if (last <= 1) return null
  return (
    <nav aria-label="Phân trang">
      <ul className="flex flex-wrap items-center justify-center gap-1">
        {page > 1 ? (
          <li>
            <Link to={href(page - 1)} rel="prev" className={`${CELL} hover:bg-sand`}>
              <Icon name="back" />
              <span className="max-sm:sr-only">Trang trước</span>
            </Link>
          </li>
        ) : null}
        {pageNumbers(page, last).map((number, index) =>
          number === null ? (
            <li key={`gap-${index}`} aria-hidden="true" className="px-1">
              …
            </li>
          ) : (
            <li key={number}>
              <Link
                to={href(number)}
                aria-current={number === page ? "page" : undefined}
                aria-label={`Trang ${number}`}
                className={`${CELL} ${number === page ? "bg-lacquer-deep text-surface" : "hover:bg-sand"}`}
              >
                {number}
              </Link>
            </li>
          ),
        )}
        {page < last ? (
          <li>
            <Link to={href(page + 1)} rel="next" className={`${CELL} hover:bg-sand`}>
              <span className="max-sm:sr-only">Trang sau</span>
              <Icon name="next" />
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
