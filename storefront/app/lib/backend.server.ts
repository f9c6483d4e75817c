/**
 * The only door to the backend. Every answer is checked against a schema; every failure becomes a
 * `BackendError` with a status, a code for programs and a message.
 */
import { z } from "zod"
import {
  storefrontConfig,
  type StorefrontConfig,
} from "@ocop/backend/contracts/storefront-config"
import { env } from "./env.server"
import { log } from "./log.server"

/** Reading is quick or not at all; a change may have to wait for a lock. */
const TIMEOUT_MS = { GET: 6_000, POST: 15_000, DELETE: 15_000 }
type Method = keyof typeof TIMEOUT_MS
const CONFIG_TTL_MS = 60_000

export class BackendError extends Error {
  constructor(
    /** HTTP status of the backend; 503 when it did not answer at all. */
    readonly status: number,
    /** Machine-readable code, e.g. "insufficient_inventory". */
    readonly code: string,
    message: string,
    /** Seconds to wait before trying again, where the backend said so. */
    readonly retryAfter: number | null = null,
    /** What a program may need to know besides, such as the lines that are short of goods. */
    readonly details: unknown = null,
  ) {
    super(message)
    this.name = "BackendError"
  }

  /** True when nothing is known about what the backend did: no answer, or an internal failure. */
  get isOutage(): boolean {
    return this.status >= 500
  }
}

export type BackendInit = {
  searchParams?: Record<string, string | undefined>
  signal?: AbortSignal
  /** Address of the visitor: the backend counts its rate limits by it. */
  clientIp?: string
  timeoutMs?: number
}

/** @param path e.g. "/store/producers"; answers are JSON. */
export async function backendGet<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  init: BackendInit = {},
): Promise<z.output<Schema>> {
  return request("GET", path, schema, undefined, init)
}

export async function backendPost<Schema extends z.ZodType>(
  path: string,
  body: unknown,
  schema: Schema,
  init: BackendInit = {},
): Promise<z.output<Schema>> {
  return request("POST", path, schema, body, init)
}

export async function backendDelete<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  init: BackendInit = {},
): Promise<z.output<Schema>> {
  return request("DELETE", path, schema, undefined, init)
}

/** The answer, or null where the backend knows no such thing. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof BackendError && error.status === 404) return null
    throw error
  }
}

async function request<Schema extends z.ZodType>(
  method: Method,
  path: string,
  schema: Schema,
  body: unknown,
  init: BackendInit,
): Promise<z.output<Schema>> {
  try {
    const config = await backendConfig()
    const headers = {
      "x-publishable-api-key": config.publishable_key,
      ...(init.clientIp ? { "x-client-ip": init.clientIp } : {}),
    }
    return await send(method, path, schema, body, headers, init)
  } catch (error) {
    // Pages turn an outage into kind words; what really happened must not be lost with it.
    if (error instanceof BackendError && error.isOutage) logOutage(method, path, error)
    throw error
  }
}

function logOutage(method: Method, path: string, error: BackendError): void {
  log("error", {
    backend: `${method} ${path}`,
    status: error.status,
    code: error.code,
    error: error.message,
  })
}

async function send<Schema extends z.ZodType>(
  method: Method,
  path: string,
  schema: Schema,
  body: unknown,
  headers: Record<string, string>,
  init: BackendInit,
): Promise<z.output<Schema>> {
  const url = new URL(path, env().BACKEND_URL)
  for (const [name, value] of Object.entries(init.searchParams ?? {}))
    if (value !== undefined) url.searchParams.set(name, value)
  const timeout = AbortSignal.timeout(init.timeoutMs ?? TIMEOUT_MS[method])

  let response: Response
  let answer: unknown
  try {
    response = await fetch(url, {
      method,
      headers: {
        accept: "application/json",
        "x-storefront-secret": env().STOREFRONT_SECRET,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout,
    })
    answer = await response.json().catch(() => null)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new BackendError(
      503,
      "backend_unreachable",
      `${method} ${path}: ${String(cause)}`,
    )
  }
  if (!response.ok) throw errorOf(response, answer, `${method} ${path}`)
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new BackendError(
    502,
    "unexpected_answer",
    `${method} ${path} answered in another shape: ${parsed.error.message}`,
  )
}

const text = z.string().nullish().catch(null)
const errorBody = z
  .object({ code: text, type: text, message: text, details: z.unknown() })
  .catch({ code: null, type: null, message: null, details: null })

function errorOf(response: Response, answer: unknown, what: string): BackendError {
  const { code, type, message, details } = errorBody.parse(answer)
  const retryAfter = Number(response.headers.get("retry-after") ?? "")
  return new BackendError(
    response.status,
    // Medusa sends `code` for some errors and only `type` for the others.
    code ?? type ?? "unknown",
    message ?? `${what}: ${response.status}`,
    retryAfter > 0 ? retryAfter : null,
    details,
  )
}

let config: { value: Promise<StorefrontConfig>; at: number } | undefined

/**
 * What the backend tells the storefront about itself: publishable key, region, search index.
 * Asked for once a minute; `refresh` asks at once (after an index rebuild, for example).
 */
export async function backendConfig({ refresh = false } = {}): Promise<StorefrontConfig> {
  const now = Date.now()
  if (config === undefined || refresh || now - config.at > CONFIG_TTL_MS) {
    const previous = config
    const value = send("GET", "/storefront/config", storefrontConfig, undefined, {}, {})
    config = { value, at: now }
    value.catch(() => {
      // The last known answer serves on while the backend is away; without one, ask again next time.
      if (config?.value === value)
        config = previous && { ...previous, at: Date.now() - CONFIG_TTL_MS + 2_000 }
    })
    if (previous) return value.catch(() => previous.value)
  }
  return config.value
}
