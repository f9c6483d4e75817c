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
