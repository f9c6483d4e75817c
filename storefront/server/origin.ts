/**
 * Cross-site request forgery: a request that may change something must come from a page of this
 * shop. Checked once, before any route, so that no action can forget it.
 */
import { type RequestHandler } from "express"
import { refuse } from "./refusal"

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"])

export type OriginFacts = {
  /** Header `Origin`; every browser sends it with POST. */
  origin: string | undefined
  /** Header `Sec-Fetch-Site`. */
  fetchSite: string | undefined
  /** Header `Host`. `X-Forwarded-Host` is never looked at: anyone can send it. */
  host: string | undefined
}

/** @param storeOrigin the shop's public origin, "https://ocop.example.vn". */
export function isOwnOrigin(facts: OriginFacts, storeOrigin: string): boolean {
  if (facts.origin === undefined) return facts.fetchSite === "same-origin"
  if (!URL.canParse(facts.origin)) return false
  const origin = new URL(facts.origin)
  if (origin.protocol !== "http:" && origin.protocol !== "https:") return false
  if (origin.origin === storeOrigin) return true
  // A proxy may end TLS, so the scheme that the browser saw is not compared.
  return facts.host !== undefined && origin.host === facts.host.toLowerCase()
}

export function checkOrigin(storeOrigin: string): RequestHandler {
  const storeHost = new URL(storeOrigin).host
  return (request, response, next) => {
    // Remix compares `Origin` with this header when it is there, so a forged one must not reach it.
    delete request.headers["x-forwarded-host"]
    if (SAFE_METHODS.has(request.method)) return next()
    const { origin, host } = request.headers
    const fetchSite = request.get("sec-fetch-site")
    if (!isOwnOrigin({ origin, fetchSite, host }, storeOrigin))
      return refuse(request, response, 403, "cross_site_request")
    // Behind a proxy that rewrites `Host`, Remix still compares it with the browser's `Origin`.
    if (origin === storeOrigin) request.headers.host = storeHost
    next()
  }
}
