/** What a request may look like at all: methods, size, one spelling of each path. */
import { type RequestHandler } from "express"
import { refuse } from "./refusal"

const METHODS = new Set(["GET", "HEAD", "POST"])
/** Bytes. The longest form of the shop has a few kilobytes. */
export const MAX_BODY = 100_000

export const allowMethods: RequestHandler = (request, response, next) => {
  if (METHODS.has(request.method)) return next()
  response.set("Allow", [...METHODS].join(", "))
  refuse(request, response, 405, "method_not_allowed")
}

export const limitBody: RequestHandler = (request, response, next) => {
  if (request.method !== "POST") return next()
  const length = request.get("content-length")
  // Browsers send forms with their length; without it the size cannot be known beforehand.
  if (length === undefined) return refuse(request, response, 411, "length_required")
  // What a form sends, and nothing that a page elsewhere could pass off as one.
  if (!request.is(["application/x-www-form-urlencoded", "multipart/form-data"]))
    return refuse(request, response, 415, "unsupported_media_type")
  // The HTTP parser holds the sender to the length it named.
  if (Number(length) > MAX_BODY) {
    response.set("Connection", "close")
    return refuse(request, response, 413, "body_too_large")
  }
  next()
}

/**
 * "/san-pham/" and "//san-pham" → "/san-pham"; null when the path is fine as it is.
 * Never the address of another host: the answer begins with exactly one slash. What a client writes
 * to a proxy ("http://host/san-pham") loses its host.
 */
export function canonicalPath(path: string): string | null {
  const local = `/${path.replace(/^[a-z][a-z\d+.-]*:[/\\]*[^/\\]*/i, "")}`
  const canonical = local.replace(/[/\\]{2,}|\\/g, "/").replace(/(.)\/$/, "$1")
  return canonical === path ? null : canonical
}

export const redirectToCanonicalPath: RequestHandler = (request, response, next) => {
  if (request.method !== "GET" && request.method !== "HEAD") return next()
  const [path = "/", query] = request.originalUrl.split("?", 2)
  const canonical = canonicalPath(path)
  if (canonical === null) return next()
  response.redirect(301, query ? `${canonical}?${query}` : canonical)
}

/**
 * `_data` named a route to Remix before single fetch; with it in the address Remix still answers
 * in another way. To this shop it is one unknown parameter among others, and so ignored.
 */
export const ignoreRemixParameter: RequestHandler = (request, _response, next) => {
  const [path, query] = request.originalUrl.split("?", 2)
  if (query?.includes("_data")) {
    const params = new URLSearchParams(query)
    params.delete("_data")
    request.url = request.originalUrl =
      params.size > 0 ? `${path}?${params}` : String(path)
  }
  next()
}
