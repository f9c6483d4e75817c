/**
 * The public pages: the same for everyone, rendered without cookies and kept by caches. A page
 * that is not listed here is private. Read by the server (page cache) and tested beside it.
 */
import { catalogParams, parseCatalogQuery } from "@ocop/backend/contracts/catalog-query"

/** A page may be kept by caches for half a minute, and shown stale while it is fetched anew. */
export const PUBLIC_CACHE = "public, max-age=0, s-maxage=30, stale-while-revalidate=300"
/**
 * The data of a page for the router in the browser. Browsers, too, would show it stale at first,
 * and then a visitor who has just bought the last piece would still see it in stock.
 */
export const PUBLIC_DATA_CACHE = "public, max-age=0, s-maxage=30"
export const PRIVATE_CACHE = "private, no-store"

type PublicPage = {
  /** Pathname of the page, without query. */
  path: RegExp
  /** The part of the query that the page depends on, in one canonical spelling. */
  query: (params: URLSearchParams) => URLSearchParams
}

const none = () => new URLSearchParams()
const SLUG = "[a-z0-9-]{1,120}"

/** At most one value of each name, cut to what anyone types by hand. */
const only =
  (...names: string[]) =>
  (params: URLSearchParams) => {
    const kept = new URLSearchParams()
    for (const name of names) {
      const value = params.get(name)?.trim().slice(0, 100)
      if (value) kept.set(name, value)
    }
    return kept
  }

const PUBLIC_PAGES: PublicPage[] = [
  { path: /^\/$/, query: none },
  {
    path: /^\/san-pham$/,
    query: (params) => catalogParams(parseCatalogQuery(params)),
  },
  { path: new RegExp(`^/san-pham/${SLUG}$`), query: only("goi") },
  { path: new RegExp(`^/chu-the(/${SLUG})?$`), query: only("q", "loai", "trang") },
  { path: new RegExp(`^/dia-phuong(/${SLUG})?$`), query: only("trang") },
  { path: new RegExp(`^/diem-ban(/${SLUG})?$`), query: only("trang") },
  { path: /^\/xac-thuc$/, query: only("so") },
  { path: /^\/xac-thuc\/[^/]{1,120}$/, query: none },
  { path: /^\/so-lieu$/, query: only("ngay") },
  { path: new RegExp(`^/chinh-sach/${SLUG}$`), query: none },
]

/** Remix's own parameter of a data request: which routes to load. */
const ROUTES_PARAM = "_routes"
const ROUTE_IDS = /^[\w/,.*-]{1,200}$/

/** The page a data request belongs to: "/san-pham.data" → "/san-pham", "/_root.data" → "/". */
function pagePath(pathname: string): { path: string; data: boolean } {
  if (!pathname.endsWith(".data")) return { path: pathname, data: false }
  const path = pathname.slice(0, -".data".length)
  return { path: path === "/_root" ? "/" : path, data: true }
}

/**
 * The canonical address of a public page (path and query), which is also its key in caches; null
 * for every private one. Unknown parameters are dropped, known ones ordered.
 */
export function publicAddress(pathname: string, params: URLSearchParams): string | null {
  const { path, data } = pagePath(pathname)
  const page = PUBLIC_PAGES.find((candidate) => candidate.path.test(path))
  if (!page) return null
  const query = page.query(params)
  const routes = params.get(ROUTES_PARAM)
  if (data && routes && ROUTE_IDS.test(routes)) query.set(ROUTES_PARAM, routes)
  const text = query.toString()
  return text ? `${pathname}?${text}` : pathname
}
