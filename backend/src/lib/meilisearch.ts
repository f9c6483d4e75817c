import { z } from "@medusajs/framework/zod"
import { env } from "./env"

/**
 * The few questions to Meilisearch that the Search Module does not ask. By plain HTTP: the client
 * library types itself as an ES module only, and this is a CommonJS project.
 */
const TIMEOUT_MS = 3000

const apiError = z.object({ code: z.string(), message: z.string() })

export class MeilisearchError extends Error {
  constructor(
    /** Meilisearch's own code, e.g. "index_not_found"; "unreachable" without an answer. */
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = "MeilisearchError"
  }
}

/** @param path e.g. "/indexes/ocop_product_v1". Answers are checked against `schema`. */
export async function askMeilisearch<Schema extends z.ZodType>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  schema: Schema,
  body?: unknown,
): Promise<z.output<Schema>> {
  const response = await fetch(new URL(path, env.MEILISEARCH_HOST), {
    method,
    headers: {
      authorization: `Bearer ${env.MEILISEARCH_API_KEY}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new MeilisearchError("unreachable", `Meilisearch: ${String(cause)}`)
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return schema.parse(answer)
  const error = apiError.safeParse(answer).data
  throw new MeilisearchError(
    error?.code ?? "unknown",
    error?.message ?? `Meilisearch answered ${response.status} to ${method} ${path}`,
  )
}

/** Whether the engine answers and is willing to work. Never throws. */
export const isMeilisearchUp = (): Promise<boolean> =>
  askMeilisearch("GET", "/health", z.object({ status: z.literal("available") })).then(
    () => true,
    () => false,
  )

/** Number of documents in an index of the engine; null when it has no such index. */
export async function countDocuments(physicalIndex: string): Promise<number | null> {
  const path = `/indexes/${encodeURIComponent(physicalIndex)}/stats`
  const stats = z.object({ numberOfDocuments: z.number() })
  try {
    return (await askMeilisearch("GET", path, stats)).numberOfDocuments
  } catch (error) {
    if (error instanceof MeilisearchError && error.code === "index_not_found") return null
    throw error
  }
}
