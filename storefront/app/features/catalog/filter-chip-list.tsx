import { Link } from "@remix-run/react"
import { Icon } from "#app/components/ui/icon"
import { paths } from "#app/lib/paths"

export type ChipLink = { label: string; href: string }

/** The filters in force; each link leads to the list without that one. */
export function FilterChipList({ chips }: { chips: readonly ChipLink[] }) {
  if (chips.length === 0) return null
  return (
    <ul aria-label="Đang lọc theo" className="flex flex-wrap items-center gap-2">
      {chips.map(({ label, href }) => (
        <li key={label}>
          <Link
            to={href}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-river bg-river-tint py-1 pr-2.5 pl-3.5 text-sm font-semibold text-river-deep no-underline hover:bg-surface sm:min-h-9"
          >
            <span className="sr-only">Bỏ lọc: </span>
            {label}
            <Icon name="close" className="size-4" />
          </Link>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Link
            to={paths.catalog()}
            className="link inline-flex min-h-11 items-center px-2 text-sm sm:min-h-9"
          >
            Bỏ tất cả
          </Link>
        </li>
      ) : null}
    </ul>
  )
}
