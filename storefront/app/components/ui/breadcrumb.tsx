import { Link } from "@remix-run/react"

export type Crumb = { label: string; href?: string }

/** Where this page stands; the last crumb is the page itself and no link. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Vị trí trang" className="text-sm text-ink-soft">
      <ol className="flex flex-wrap items-center gap-x-2">
        {items.map(({ label, href }, index) => (
          <li
            key={label}
            // The page's own name stands right below, in large.
            className={`flex items-center gap-2 ${href ? "" : "max-sm:hidden"}`}
          >
            {index > 0 ? (
              <span aria-hidden="true" className="text-ochre-deep">
                /
              </span>
            ) : null}
            {href ? (
              <Link
                to={href}
                prefetch="intent"
                className="inline-block py-2 underline decoration-sand-deep hover:decoration-current"
              >
                {label}
              </Link>
            ) : (
              <span aria-current="page" className="py-2">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
