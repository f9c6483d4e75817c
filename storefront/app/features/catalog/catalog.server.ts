/**
 * The catalogue as the pages know it. Meilisearch answers; while it is away PostgreSQL does, and
 * the page says so. When neither can, the error is the backend's.
 */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { type CatalogDocument } from "@ocop/backend/contracts/catalog"
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { type CatalogPage, type Suggestions } from "./catalog-page"
import { EngineAway, indexVersion } from "./engine.server"
import {
  fallbackDocumentsWhere,
  searchFallback,
  suggestFallback,
} from "./fallback.server"
import {
  documentsWhere,
  searchMeilisearch,
  suggestMeilisearch,
} from "./meilisearch.server"
import { catalogQuery } from "./query"
import { otherReadings } from "./readings"
import { suggestionsFrom } from "./suggestions"

async function withFallback<T>(
  engine: () => Promise<T>,
  fallback: () => Promise<T>,
): Promise<T> {
  try {
    return await engine()
  } catch (error) {
    if (error instanceof EngineAway) return await fallback()
    throw error
  }
}

export const searchCatalog = (query: CatalogQuery): Promise<CatalogPage> =>
  withFallback(
    () => searchReadings(searchMeilisearch, query),
    () => searchReadings(searchFallback, query),
  )

/**
 * Where nothing is found, perhaps the words were meant otherwise. Another reading is only taken
 * when the words alone find nothing, so that filters stay what the visitor chose.
 */
async function searchReadings(
  search: (query: CatalogQuery) => Promise<CatalogPage>,
  query: CatalogQuery,
): Promise<CatalogPage> {
  const page = await search(query)
  if (page.total > 0 || query.q === "") return page
  for (const q of [query.q, ...otherReadings(query.q)]) {
    const { total } = await search(catalogQuery({ q }))
    if (total > 0) return q === query.q ? page : await search({ ...query, q })
  }
  return page
}

/** One product with its `detail`; null when it is not in the shop. */
export async function getProduct(handle: string): Promise<CatalogDocument | null> {
  const [product] = await byHandles([handle], { detail: true })
  return product ?? null
}

/** Products without `detail`, in the order of the handles; unknown ones are left out. */
export async function listByHandles(
  handles: readonly string[],
): Promise<CatalogDocument[]> {
  if (handles.length === 0) return []
  const found = new Map(
    (await byHandles(handles, { detail: false })).map((product) => [
      product.handle,
      product,
    ]),
  )
  return handles.flatMap((handle) => found.get(handle) ?? [])
}

const byHandles = (handles: readonly string[], options: { detail: boolean }) =>
  withFallback(
    () => documentsWhere("handle", handles, options),
    () => fallbackDocumentsWhere("handle", handles, options),
  )

/** Candidates per kind of suggestion; some fall away as doubles. */
const CANDIDATES = 6

/** What to offer while somebody types; nothing for an empty text. */
export async function suggest(q: string): Promise<Suggestions> {
  if (q === "") return { products: [], producers: [], places: [] }
  const candidates = await withFallback(
    () => suggestMeilisearch(q, CANDIDATES),
    () => suggestFallback(q, CANDIDATES),
  )
  return suggestionsFrom(q, candidates, dayInVietnam())
}

/** The engine is asked at most so often, however many pages want to know. */
const VERSION_TTL_MS = 1_000
/** How long a page made in degraded mode may be kept. */
const DEGRADED_TTL_MS = 15_000
let version: { value: Promise<string>; at: number } | undefined

/**
 * Changes whenever the index has changed, a certificate may have run out overnight, or the other
 * engine answers: a page made under another version is out of date.
 */
export async function catalogVersion(): Promise<string> {
  const now = Date.now()
  if (version === undefined || now - version.at >= VERSION_TTL_MS) {
    const value = indexVersion().catch(
      () => `degraded@${Math.floor(now / DEGRADED_TTL_MS)}`,
    )
    version = { value, at: now }
  }
  return `${dayInVietnam()}/${await version.value}`
}
