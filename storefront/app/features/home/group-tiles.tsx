import { Link } from "@remix-run/react"
import { paths } from "#app/lib/paths"
import { GROUP_ICONS } from "./group-icons"
import { type HomePage } from "./home.server"

/** The six groups, each in its own colour. */
export function GroupTiles({ groups }: Pick<HomePage, "groups">) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6 lg:gap-4">
      {groups.map(({ slug, label, count }) => (
        <li key={slug} data-group={slug}>
          <Link
            to={paths.catalog({ group: slug })}
            prefetch="intent"
            className="group flex h-full flex-col rounded-card border-b-4 border-group bg-group-tint p-3 text-group-deep no-underline transition-transform hover:-translate-y-0.5 sm:p-4"
          >
            <img
              src={GROUP_ICONS[slug]}
              alt=""
              width={64}
              height={64}
              className="mb-2 size-12 lg:size-14"
            />
            <span className="leading-snug font-semibold group-hover:underline">
              {label}
            </span>
            <span className="text-sm">{count} sản phẩm</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
