import { Link } from "@remix-run/react"
import { paths } from "#app/lib/paths"

/** The 18 former districts with the number of products of each. */
export function DistrictList({
  districts,
  columns = "grid-cols-2",
}: {
  districts: readonly { name: string; slug: string; products: number }[]
  columns?: string
}) {
  return (
    <ul className={`grid gap-x-6 ${columns}`}>
      {districts.map(({ name, slug, products }) => (
        <li key={slug} className="border-b border-sand-deep">
          <Link
            to={paths.place(slug)}
            prefetch="intent"
            className="group flex min-h-11 items-center justify-between gap-2 py-1.5 leading-snug no-underline"
          >
            <span className="font-semibold group-hover:underline">{name}</span>
            <span className="text-sm text-ink-soft tabular-nums">
              {products}
              <span className="sr-only"> sản phẩm</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
