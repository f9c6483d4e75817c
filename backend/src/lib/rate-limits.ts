/**
 * Rate limits per visitor. Those that guard secrets (order codes, passwords) are kept in
 * PostgreSQL: they outlive a restart and hold over several processes. The general one only keeps
 * a single visitor from using up the machine and lives in memory, so that reading costs no write.
 */
import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from "rate-limiter-flexible"
import { ApiFailure } from "./api-failure"
import { clientIp } from "./client-ip"

const TABLE = "rate_limit"
const SECONDS_PER_MINUTE = 60
const STORE_PER_MINUTE = 3000
const RETRY_AFTER_OUTAGE = "5"

type Guarded = { name: string; perMinute: number }

export const ORDER_LOOKUPS: Guarded = { name: "order-lookup", perMinute: 20 }
export const SIGN_INS: Guarded = { name: "sign-in", perMinute: 10 }

const guards = new Map<string, Promise<RateLimiterAbstract>>()

/** The library makes its table on first use; a failure is not remembered. */
function guardOf(
  { name, perMinute }: Guarded,
  container: MedusaContainer,
): Promise<RateLimiterAbstract> {
  const known = guards.get(name)
  if (known) return known
  const created = new Promise<RateLimiterAbstract>((resolve, reject) => {
    const limiter = new RateLimiterPostgres(
      {
        storeClient: container.resolve(ContainerRegistrationKeys.PG_CONNECTION),
        storeType: "knex",
        tableName: TABLE,
        keyPrefix: name,
        points: perMinute,
        duration: SECONDS_PER_MINUTE,
      },
      (error) => (error ? reject(error) : resolve(limiter)),
    )
  })
  guards.set(name, created)
  created.catch(() => guards.delete(name))
  return created
}

const tooMany = (wait: RateLimiterRes): ApiFailure =>
  new ApiFailure(
    429,
    "TOO_MANY_REQUESTS",
    "Bạn đã thử quá nhiều lần. Hãy đợi một phút rồi thử lại.",
    undefined,
    { "Retry-After": String(Math.max(1, Math.ceil(wait.msBeforeNext / 1000))) },
  )

/** Refuses what exceeds the limit, and everything while the limit can't be counted. */
export const guarded =
  (limit: Guarded) =>
  async (
    req: MedusaRequest,
    _: MedusaResponse,
    next: MedusaNextFunction,
  ): Promise<void> => {
    try {
      const limiter = await guardOf(limit, req.scope)
      await limiter.consume(clientIp(req) ?? "storefront")
    } catch (reason) {
      if (reason instanceof RateLimiterRes) throw tooMany(reason)
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`Không đếm được giới hạn truy cập "${limit.name}": ${String(reason)}`)
      throw new ApiFailure(
        503,
        "unavailable",
        "Hệ thống đang gián đoạn. Hãy thử lại sau ít phút.",
        undefined,
        { "Retry-After": RETRY_AFTER_OUTAGE },
      )
    }
    next()
  }

const storeLimiter = new RateLimiterMemory({
  keyPrefix: "store",
  points: STORE_PER_MINUTE,
  duration: SECONDS_PER_MINUTE,
})

/** The general limit of the store API; the storefront's own requests are free. */
export async function storeLimit(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const ip = clientIp(req)
  if (ip !== null)
    await storeLimiter.consume(ip).catch((reason: unknown) => {
      if (reason instanceof RateLimiterRes) throw tooMany(reason)
      throw reason
    })
  next()
}
