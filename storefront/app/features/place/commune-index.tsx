import { Link } from "@remix-run/react"
import { paths } from "#app/lib/paths"
import { type PlacesView } from "./places-view"

/** Communes that have products, under their former districts. */
export function CommuneIndex({ districts }: Pick<PlacesView, "districts">) {
  return (
    <div className="gap-x-8 sm:columns-2 lg:columns-3">
      {districts.map(({ name, slug, communes }) => {
        const busy = communes.filter(({ products }) => products > 0)
        if (busy.length === 0) return null
        return (
          <section key={slug} className="mb-6 break-inside-avoid">
            <h3 className="title-3">{name}</h3>
            <ul className="mt-1 flex flex-wrap gap-x-4">
              {busy.map((commune) => (
                <li key={commune.slug}>
                  <Link
                    to={paths.place(commune.slug)}
                    className="link inline-flex min-h-11 items-center text-sm sm:min-h-8"
                  >
                    {commune.name}
                    <span className="ml-1 text-ink-soft">({commune.products})</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
