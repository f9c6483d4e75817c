/** Answers of loaders and actions: statuses as pages, cache headers, headers on the way up. */
import { data } from "@remix-run/node"
import { BackendError } from "./backend.server"
import { PRIVATE_CACHE, PUBLIC_CACHE } from "./cache-manifest"
import { type ErrorDetail } from "./error-detail"

/** The same for everyone: no cookie was read. Listed in `cache-manifest.ts`. */
export const publicPage = <T>(value: T) =>
  data(value, { headers: { "Cache-Control": PUBLIC_CACHE } })

/** For one visitor; `init` may add a status and headers such as Set-Cookie. */
export function privatePage<T>(
  value: T,
  init: { status?: number; headers?: HeadersInit } = {},
) {
  const headers = new Headers(init.headers)
  headers.set("Cache-Control", PRIVATE_CACHE)
  return data(value, { status: init.status ?? 200, headers })
}

const errorResponse = (status: number, detail: ErrorDetail, headers?: HeadersInit) =>
  data(detail, { status, headers })

/** `throw notFound()`: no such thing. */
export const notFound = (detail: ErrorDetail = {}) => errorResponse(404, detail)
/** `throw gone()`: it was here and has been withdrawn. */
export const gone = (detail: ErrorDetail = {}) => errorResponse(410, detail)
export const tooMany = (retryAfter: number, detail: ErrorDetail = {}) =>
  errorResponse(429, { retryAfter, ...detail }, { "Retry-After": String(retryAfter) })
export const unavailable = (detail: ErrorDetail = {}) =>
  errorResponse(503, detail, { "Retry-After": "10", "Cache-Control": PRIVATE_CACHE })

/** Turns an outage of the backend into the 503 page and lets every other error pass. */
export function orUnavailable(detail: ErrorDetail = {}): (error: unknown) => never {
  return (error) => {
    if (error instanceof BackendError && error.isOutage) throw unavailable(detail)
    if (error instanceof BackendError && error.status === 404) throw notFound()
    if (error instanceof BackendError && error.status === 429)
      throw tooMany(error.retryAfter ?? 60)
    throw error
  }
}
