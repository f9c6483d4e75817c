/** Small reference lists (places, points) that many pages need and that rarely change. */
import { LRUCache } from "lru-cache"

/**
 * Keeps one value for `ttlMs`; after that the old one is served while a new one is fetched, and
 * goes on being served when that fails.
 */
export function cached<Value extends NonNullable<unknown>>(
  load: () => Promise<Value>,
  ttlMs: number,
): () => Promise<Value> {
  const cache = new LRUCache<"value", Value>({
    max: 1,
    ttl: ttlMs,
    allowStale: true,
    allowStaleOnFetchRejection: true,
    noDeleteOnFetchRejection: true,
    fetchMethod: load,
  })
  return async () => (await cache.fetch("value")) ?? load()
}

/** Longest wait for what a page can do without. */
const PATIENCE_MS = 500

/**
 * The value where it comes at once or soon, null otherwise: names beside a list must not hold up the
 * list. What was asked for goes on loading, and is there for the next page.
 */
export async function soon<Value>(value: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null)
  })
  try {
    return await Promise.race([value.catch(() => null), tooLate])
  } finally {
    clearTimeout(timer)
  }
}
