/** Which requests are somebody's search, and which one opened a product out of its results. */
import { type IncomingHttpHeaders } from "node:http"
import { parseCatalogQuery, catalogParams } from "@ocop/backend/contracts/catalog-query"
import { loggableQuery } from "@ocop/backend/contracts/loggable-query"
import { foldText } from "@ocop/backend/contracts/text"
import { isbot } from "isbot"
import { isOwnOrigin } from "./origin"

/** What a request tells about where it comes from. */
export type Visit = {
  method: string
  /** Path and query, as asked for. */
  address: string
  headers: IncomingHttpHeaders
}

const LIST = "/san-pham"
/** The same page for the router in the browser. */
const LIST_DATA = `${LIST}.data`
const PRODUCT = /^\/san-pham\/[a-z0-9-]{1,120}(\.data)?$/

const urlOf = (address: string, base?: string): URL | null =>
  URL.canParse(address, base) ? new URL(address, base) : null

const header = (headers: IncomingHttpHeaders, name: string): string => {
  const value = headers[name]
  return typeof value === "string" ? value : ""
}

/** Fetched in case it will be looked at: no one has looked yet. */
const isInAdvance = (headers: IncomingHttpHeaders): boolean =>
  ["purpose", "sec-purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|prerender|preview/i.test(header(headers, name)),
  )

function isPerson(headers: IncomingHttpHeaders): boolean {
  const agent = header(headers, "user-agent")
  return agent !== "" && !isbot(agent) && !isInAdvance(headers)
}

/** The page of this shop that the request comes from; null without one, "elsewhere" for another's. */
function pageBefore(headers: IncomingHttpHeaders, storeUrl: string) {
  const referer = urlOf(header(headers, "referer"))
  const fetchSite = header(headers, "sec-fetch-site") || undefined
  if (fetchSite === "cross-site" || fetchSite === "same-site") return "elsewhere"
  if (referer === null) return null
  const facts = { origin: referer.origin, fetchSite, host: headers.host }
  return isOwnOrigin(facts, storeUrl) ? referer : "elsewhere"
}

/** The words that a list of products was searched by, whatever else was chosen. */
function wordsIn(url: URL): string | null {
  if (url.pathname !== LIST && url.pathname !== LIST_DATA) return null
  return loggableQuery(parseCatalogQuery(url.searchParams).q)
}

/**
 * The words of a search that a person has just made. With a filter, an order or a page in the address
 * it is the same search looked at in another way, and finding nothing would be the filter's doing. So
 * is what comes from a page with the same words: the way back, a filter taken off again. A link on
 * another site is not typed by whoever follows it.
 */
export function searchOf(
  { method, address, headers }: Visit,
  storeUrl: string,
): string | null {
  const url = urlOf(address, storeUrl)
  if (method !== "GET" || url === null) return null
  const chosen = [...catalogParams(parseCatalogQuery(url.searchParams)).keys()]
  const words = wordsIn(url)
  if (words === null || chosen.some((name) => name !== "q") || !isPerson(headers))
    return null
  const before = pageBefore(headers, storeUrl)
  if (before === "elsewhere") return null
  const wordsBefore = before && wordsIn(before)
  return wordsBefore && foldText(wordsBefore) === foldText(words) ? null : words
}

/**
 * The words out of whose results a product was opened: as a document, or as data for the router, which
 * asks before it changes the address. What it fetches while the pointer rests on a link says so; at
 * the click it asks again, as no answer may be shown without asking (max-age=0).
 */
export function clickOf(
  { method, address, headers }: Visit,
  storeUrl: string,
): string | null {
  const url = urlOf(address, storeUrl)
  if (method !== "GET" || url === null || !PRODUCT.test(url.pathname)) return null
  if (!isPerson(headers)) return null
  const before = pageBefore(headers, storeUrl)
  return before === null || before === "elsewhere" ? null : wordsIn(before)
}
