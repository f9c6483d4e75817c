/** The connection to Meilisearch: which index, which key, and whether to ask at all. */
import {
  MeiliSearch,
  MeiliSearchApiError,
  MeiliSearchRequestError,
  MeiliSearchRequestTimeOutError,
  type MultiSearchParams,
  type SearchResponse,
} from "meilisearch"
import { type StorefrontConfig } from "@ocop/backend/contracts/storefront-config"
import { backendConfig } from "#app/lib/backend.server"
import { env } from "#app/lib/env.server"
import { log } from "#app/lib/log.server"
import { CircuitBreaker } from "./breaker"

/** With what PostgreSQL then needs, an answer within 800 ms. */
const TIMEOUT_MS = 650
/** After a rebuild the index has another name; the old one lives on until the next rebuild. */
const CONFIG_TTL_MS = 10_000

const breaker = new CircuitBreaker({ maxFailures: 3, openMs: 5_000, hangMs: 300 })

/** An engine that hangs would cost every visitor the whole wait. */
const hangs = (error: unknown): boolean =>
  error instanceof MeiliSearchRequestTimeOutError ||
  (error instanceof MeiliSearchRequestError && hangs(error.cause))

/** Meilisearch cannot answer now; PostgreSQL can. */
export class EngineAway extends Error {
  constructor(cause?: unknown) {
    super("Meilisearch is away", { cause })
    this.name = "EngineAway"
  }
}

let config: { value: StorefrontConfig; at: number } | undefined
let client: { instance: MeiliSearch; key: string } | undefined

/** The last known configuration, renewed behind the request's back. */
export async function shopConfig(): Promise<StorefrontConfig> {
  if (config === undefined) return await renew(false)
  if (Date.now() - config.at > CONFIG_TTL_MS) {
    config.at = Date.now()
    renew(true).catch(() => undefined)
  }
  return config.value
}

async function renew(refresh: boolean): Promise<StorefrontConfig> {
  const value = await backendConfig({ refresh })
  config = { value, at: Date.now() }
  return value
}

export type Hit = Record<string, unknown>
export type Result = SearchResponse<Hit>
type Query = MultiSearchParams["queries"][number]

/**
 * Sends several queries in one request.
 *
 * @param queriesFor makes the queries for the name of the active index.
 * @throws EngineAway
 */
export async function ask(queriesFor: (index: string) => Query[]): Promise<Result[]> {
  return await guarded(async (search) => {
    const queries = queriesFor(search.index)
    const { results } = await connect(search.key).multiSearch<{ queries: Query[] }, Hit>({
      queries,
    })
    return results
  })
}

/** When the index last changed, as the engine writes it; differs from index to index. */
export async function indexVersion(): Promise<string> {
  return await guarded(async (search) => {
    const index = await connect(search.key).getRawIndex(search.index)
    return `${index.uid}@${String(index.updatedAt)}`
  })
}

function connect(key: string): MeiliSearch {
  if (client?.key !== key) {
    const instance = new MeiliSearch({
      host: env().MEILISEARCH_HOST,
      apiKey: key,
      timeout: TIMEOUT_MS,
      // A compressed answer comes in pieces, and the last one waits 40 ms for an acknowledgement.
      requestInit: { headers: { "Accept-Encoding": "identity" } },
    })
    client = { instance, key }
  }
  return client.instance
}

async function guarded<T>(
  run: (search: StorefrontConfig["search"]) => Promise<T>,
): Promise<T> {
  const { search } = await shopConfig()
  if (!breaker.admit()) throw new EngineAway()
  try {
    const answer = await attempt(run, search)
    breaker.succeeded()
    return answer
  } catch (error) {
    breaker.failed(isRefused(error) ? "refused" : hangs(error) ? "hung" : "broken")
    log("warn", { message: "Meilisearch did not answer", error: String(error) })
    throw new EngineAway(error)
  }
}

/** The index may just have been rebuilt under another name, or the engine given another key. */
async function attempt<T>(
  run: (search: StorefrontConfig["search"]) => Promise<T>,
  search: StorefrontConfig["search"],
): Promise<T> {
  try {
    if (search.index !== "" && search.key !== "") return await run(search)
  } catch (error) {
    if (!isOutdated(error)) throw error
  }
  const renewed = (await renew(true)).search
  if (renewed.index === "" || renewed.key === "") throw new NotBuilt()
  return await run(renewed)
}

const OUTDATED = ["index_not_found", "invalid_api_key", "missing_authorization_header"]
const isOutdated = (error: unknown): boolean =>
  error instanceof MeiliSearchApiError && OUTDATED.includes(error.cause?.code ?? "")

/** The backend knows of no index, or could not get a key because the engine is away. */
class NotBuilt extends Error {}

/** Nobody listens there, or there is nothing to ask: no second opinion is needed. */
function isRefused(error: unknown): boolean {
  if (error instanceof NotBuilt) return true
  if (typeof error !== "object" || error === null) return false
  if ("code" in error && error.code === "ECONNREFUSED") return true
  return "cause" in error && isRefused(error.cause)
}
