/** Whose request it is, for rate limits. */
import { isIPv6 } from "node:net"
import { type MedusaRequest } from "@medusajs/framework/http"
import { isStorefront, STOREFRONT_SECRET_HEADER } from "./storefront-secret"

/** Whether the storefront's server asks, with its secret. */
export const isFromStorefront = (req: Pick<MedusaRequest, "headers">): boolean =>
  isStorefront(req.headers[STOREFRONT_SECRET_HEADER])

/** Of the eight groups of an IPv6 address, the first four name the network of one visitor. */
const GROUPS = 8
const NETWORK_GROUPS = 4

/** What counts as one visitor: an IPv4 address, or the /64 network of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = "", tail = ""] = address.replace(/%.*$/, "").toLowerCase().split("::")
  const groupsOf = (text: string) => (text === "" ? [] : text.split(":"))
  const [before, after] = [groupsOf(head), groupsOf(tail)]
  const zeros = Array<string>(Math.max(GROUPS - before.length - after.length, 0)).fill(
    "0",
  )
  return [...before, ...zeros, ...after]
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")
}

/**
 * The visitor's address: what the storefront says in `x-client-ip`, else the other end of the
 * connection. Headers of anyone else are not believed.
 *
 * @returns null for the storefront's own requests, which no visitor caused.
 */
export function clientIp(req: Pick<MedusaRequest, "headers" | "socket">): string | null {
  if (!isFromStorefront(req)) return networkOf(req.socket.remoteAddress ?? "unknown")
  const named = req.headers["x-client-ip"]
  return typeof named === "string" && named !== "" ? networkOf(named.slice(0, 64)) : null
}
