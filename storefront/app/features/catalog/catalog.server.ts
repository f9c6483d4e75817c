/**
 * The catalogue as the pages know it. Meilisearch answers; while it is away PostgreSQL does, and
 * the page says so. When neither can, the error is the backend's.
 */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { type CatalogDocument } from "@ocop/backend/contracts/catalog"
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { type Suggestions } from "@ocop/backend/contracts/suggest"
import { plainWords } from "@ocop/backend/contracts/search-text"
import { type CatalogPage } from "./catalog-page"
import { EngineAway, indexVersion } from "./engine.server"
import {
  countFallback,
  fallbackDocumentsWhere,
  searchFallback,
  suggestFallback,
} from "./fallback.server"
import {
  countMeilisearch,
  documentsWhere,
  searchMeilisearch,
  suggestMeilisearch,
} from "./meilisearch.server"
import { asTyped, type EngineWords, NO_WORDS } from "./readings"
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

/** The list for filters and, where there are any, words in the spelling of the index. */
export const searchCatalog = (
  query: CatalogQuery,
  words: EngineWords = NO_WORDS,
): Promise<CatalogPage> =>
  withFallback(
    () => searchMeilisearch(query, words),
    () => searchFallback(query, words),
  )

/** How many products of the shop have the words, filters left aside. */
export const countWords = (ways: readonly EngineWords[]): Promise<number[]> =>
  ways.length === 0
    ? Promise.resolve([])
    : withFallback(
        () => countMeilisearch(ways),
        () => countFallback(ways),
      )

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
  // The last word is being written: whether it has an accent cannot be known yet.
  const words = asTyped(plainWords(q)).ways.at(-1)
  if (!words) return { products: [], producers: [], places: [] }
  const candidates = await withFallback(
    () => suggestMeilisearch(words, CANDIDATES),
    () => suggestFallback(words, CANDIDATES),
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
