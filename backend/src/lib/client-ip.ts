/** Whose request it is, for rate limits. */
import { type MedusaRequest } from "@medusajs/framework/http"
import { isStorefront, STOREFRONT_SECRET_HEADER } from "./storefront-secret"

/** Whether the storefront's server asks, with its secret. */
export const isFromStorefront = (req: Pick<MedusaRequest, "headers">): boolean =>
  isStorefront(req.headers[STOREFRONT_SECRET_HEADER])

/**
 * The visitor's address: what the storefront says in `x-client-ip`, else the other end of the
 * connection. Headers of anyone else are not believed.
 *
 * @returns null for the storefront's own requests, which no visitor caused.
 */
export function clientIp(req: Pick<MedusaRequest, "headers" | "socket">): string | null {
  if (!isFromStorefront(req)) return req.socket.remoteAddress ?? "unknown"
  const named = req.headers["x-client-ip"]
  return typeof named === "string" && named !== "" ? named.slice(0, 64) : null
}
