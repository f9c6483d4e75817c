import { createHash, timingSafeEqual } from "node:crypto"
import { env } from "./env"

export const STOREFRONT_SECRET_HEADER = "x-storefront-secret"

const digest = (value: string) => createHash("sha256").update(value).digest()
const expected = digest(env.STOREFRONT_SECRET)

/** Whether a request comes from the storefront's server; takes equally long for any wrong value. */
export const isStorefront = (header: string | string[] | undefined): boolean =>
  typeof header === "string" && timingSafeEqual(digest(header), expected)
