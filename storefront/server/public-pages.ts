/** Answers public pages out of the page cache; everything else passes on to the private pages. */
import { type Request as Incoming, type RequestHandler, type Response } from "express"
import { type AppLoadContext } from "@remix-run/node"
import { PUBLIC_CACHE, PUBLIC_DATA_CACHE, publicAddress } from "../app/lib/cache-manifest"
import { contentSecurityPolicy, inlineScriptHashes } from "./csp"
import {
  encode,
  etagOf,
  matchesEtag,
  type Encoding,
  type PageCache,
  type Rendered,
} from "./page-cache"
import { type SearchLog } from "./search-log"

export type RemixHandler = (
  request: Request,
  context: AppLoadContext,
) => Promise<globalThis.Response>

/** Headers that belong to one visitor or to one transfer, not to the page. */
const NOT_KEPT = new Set([
  "set-cookie",
  "content-length",
  "transfer-encoding",
  "connection",
])

export type PublicPagesOptions = {
  remix: RemixHandler
  cache: PageCache
  storeUrl: string
  shown: SearchLog["shown"]
}

export function publicPages(options: PublicPagesOptions): RequestHandler {
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next()
    const url = new URL(request.originalUrl, options.storeUrl)
    const address = publicAddress(url.pathname, url.searchParams)
    if (address === null) return next()
    answer(address, request, response, options).catch(next)
  }
}

async function answer(
  address: string,
  request: Incoming,
  response: Response,
  { remix, cache, storeUrl, shown }: PublicPagesOptions,
): Promise<void> {
  const started = performance.now()
  const { page, state } = await cache.get(address, () =>
    render(remix, storeUrl, address, String(response.locals.requestId)),
  )
  const encoding = encodingFor(request)
  const etag = etagOf(page, encoding)
  response.locals.pageCache = state
  response.status(page.status).set(page.headers).vary("Accept-Encoding")
  response.set(
    "Server-Timing",
    `page;desc="${state}";dur=${(performance.now() - started).toFixed(1)}`,
  )
  if (page.status === 200) {
    shown(request, page.search)
    response.set("ETag", etag)
    if (matchesEtag(request.get("if-none-match"), etag)) {
      response.status(304).end()
      return
    }
  }
  const body = await encode(page, encoding)
  if (encoding !== "identity") response.set("Content-Encoding", encoding)
  response.set("Content-Length", String(body.length))
  response.end(request.method === "HEAD" ? undefined : body)
}

const encodingFor = (request: Incoming): Encoding => {
  const accepted = request.acceptsEncodings("br", "gzip", "identity")
  return accepted === "br" || accepted === "gzip" ? accepted : "identity"
}

/** Renders as if for a visitor without cookies, who asked for the canonical address. */
async function render(
  remix: RemixHandler,
  storeUrl: string,
  address: string,
  requestId: string,
): Promise<Rendered> {
  const context: AppLoadContext = {
    requestId,
    clientIp: "",
    nonce: undefined,
    buffered: true,
  }
  const answer = await remix(new Request(new URL(address, storeUrl)), context)
  const isPage = answer.headers.get("content-type")?.startsWith("text/html") ?? false
  const text = await answer.text()
  const body = Buffer.from(isPage ? withScriptsLast(text) : text)
  const headers: Record<string, string> = {}
  answer.headers.forEach((value, name) => {
    if (!NOT_KEPT.has(name)) headers[name] = value
  })
  headers["cache-control"] = cacheControlFor(answer.status, isPage)
  if (isPage)
    headers["content-security-policy"] = contentSecurityPolicy(
      inlineScriptHashes(body.toString("utf8")),
      { https: storeUrl.startsWith("https:") },
    )
  return { status: answer.status, headers, body, search: context.search }
}

/**
 * The page can be read and used before its scripts are there; the picture that the visitor came
 * for should not have to share the line with them. Remix has no setting for it.
 */
const withScriptsLast = (html: string): string =>
  html.replaceAll(
    '<link rel="modulepreload"',
    '<link rel="modulepreload" fetchpriority="low"',
  )

function cacheControlFor(status: number, isPage: boolean): string {
  if (status === 200) return isPage ? PUBLIC_CACHE : PUBLIC_DATA_CACHE
  if (status === 404 || status === 410) return "public, max-age=0, s-maxage=5"
  if (status === 301 || status === 308) return "public, max-age=300"
  return "no-store"
}
