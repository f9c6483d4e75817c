import { Link } from "@remix-run/react"
import { ENTITY_TYPES } from "@ocop/backend/contracts/producer"
import { paths } from "#app/lib/paths"
import { type HomePage } from "./home.server"

/** Three producers in their own words. */
export function Stories({ stories }: Pick<HomePage, "stories">) {
  return (
    <ul className="grid gap-x-8 gap-y-8 md:grid-cols-3">
      {stories.map(({ handle, name, entity_type, story, origin }) => (
        <li
          key={handle}
          className="group relative flex flex-col border-t-4 border-lacquer-deep pt-4"
        >
          <p className="eyebrow">
            {ENTITY_TYPES[entity_type].label}
            {origin ? ` · ${origin}` : ""}
          </p>
          <h3 className="mt-1 text-xl leading-snug font-semibold">
            <Link
              to={paths.producer(handle)}
              prefetch="intent"
              className="no-underline group-hover:underline after:absolute after:inset-0"
            >
              {name}
            </Link>
          </h3>
          <p className="mt-2 line-clamp-5 text-ink-soft">{story}</p>
        </li>
      ))}
    </ul>
  )
}
