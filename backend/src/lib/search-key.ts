/** The key the storefront's server searches with: it can read our product indexes, nothing else. */
import { createHash } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { env } from "./env"
import { askMeilisearch, MeilisearchError } from "./meilisearch"

const ACTIONS = ["search", "indexes.get"] as const
const indexes = [`${env.SEARCH_PREFIX}_product*`]

const keyAnswer = z.object({ key: z.string().min(1) })

/**
 * A key's rights cannot be changed afterwards, so its identity is made from them: the same rights
 * are always the same key, however often it is asked for, and other rights are another one.
 */
const uid = ((): string => {
  const hash = createHash("sha256")
    .update(JSON.stringify([ACTIONS, indexes]))
    .digest("hex")
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
})()

/** An engine that lost its data lost the key with it, so it is looked for again. */
const KNOWN_FOR_MS = 30_000
let known: { key: string; at: number } | undefined

/** Created in the engine when first asked for. Null while the engine is away. */
export async function searchOnlyKey(): Promise<string | null> {
  if (known && Date.now() - known.at < KNOWN_FOR_MS) return known.key
  try {
    const key = (await findKey()) ?? (await createKey())
    known = { key, at: Date.now() }
    return key
  } catch (error) {
    if (error instanceof MeilisearchError && error.code === "unreachable")
      return known?.key ?? null
    throw error
  }
}

async function findKey(): Promise<string | undefined> {
  try {
    return (await askMeilisearch("GET", `/keys/${uid}`, keyAnswer)).key
  } catch (error) {
    if (error instanceof MeilisearchError && error.code === "api_key_not_found")
      return undefined
    throw error
  }
}

async function createKey(): Promise<string> {
  const body = {
    uid,
    name: "Storefront search",
    description: "Searches the product indexes; used by the storefront's server.",
    actions: ACTIONS,
    indexes,
    expiresAt: null,
  }
  try {
    return (await askMeilisearch("POST", "/keys", keyAnswer, body)).key
  } catch (error) {
    // Another process was faster.
    const key = await findKey()
    if (key === undefined) throw error
    return key
  }
}
