/** The handles of everything in the shop, for the sitemap. */
import { PAGE_SIZE } from "@ocop/backend/contracts/catalog-query"
import { searchCatalog } from "./catalog.server"
import { catalogQuery } from "./query"

/** Pages asked for at the same time. */
const ABREAST = 6
/** The list's own last page. */
const MAX_PAGES = 1_000

export async function allHandles(): Promise<string[]> {
  const query = catalogQuery({ sort: "moi" })
  const first = await searchCatalog(query)
  const handles = first.products.map(({ handle }) => handle)
  const pages = Math.min(Math.ceil(first.total / PAGE_SIZE), MAX_PAGES)
  for (let page = 2; page <= pages; page += ABREAST) {
    const numbers = Array.from(
      { length: Math.min(ABREAST, pages - page + 1) },
      (_, index) => page + index,
    )
    const answers = await Promise.all(
      numbers.map((number) => searchCatalog({ ...query, page: number })),
    )
    handles.push(
      ...answers.flatMap(({ products }) => products.map(({ handle }) => handle)),
    )
  }
  return [...new Set(handles)]
}
