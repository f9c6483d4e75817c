/** Everything that is not a public page: streamed, never kept by a cache, nonce for scripts. */
import { randomBytes } from "node:crypto"
import { constants } from "node:zlib"
import { createRequestHandler } from "@remix-run/express"
import { type ServerBuild } from "@remix-run/node"
import compression from "compression"
import { type RequestHandler } from "express"
import onHeaders from "on-headers"
import { PRIVATE_CACHE } from "../app/lib/cache-manifest"
import { contentSecurityPolicy } from "./csp"

export type PrivatePagesOptions = {
  build: ServerBuild | (() => Promise<ServerBuild>)
  development: boolean
  https: boolean
}

export function privatePages(options: PrivatePagesOptions): RequestHandler[] {
  const { build, development, https } = options
  const policy: RequestHandler = (_request, response, next) => {
    const nonce = randomBytes(16).toString("base64")
    response.locals.nonce = nonce
    response.set(
      "Content-Security-Policy",
      contentSecurityPolicy([`'nonce-${nonce}'`], { development, https }),
    )
    // Redirects and bare responses of loaders come without one.
    onHeaders(response, () => {
      if (!response.hasHeader("Cache-Control"))
        response.set("Cache-Control", PRIVATE_CACHE)
    })
    next()
  }
  return [
    policy,
    compression({
      // Every streamed part reaches the browser when it is written, not when a buffer is full.
      flush: constants.Z_SYNC_FLUSH,
      brotli: { flush: constants.BROTLI_OPERATION_FLUSH },
    }),
    createRequestHandler({
      build,
      getLoadContext: (request, response) => ({
        requestId: String(response.locals.requestId),
        clientIp: request.ip ?? "",
        nonce: String(response.locals.nonce),
        buffered: false,
      }),
    }),
  ]
}
