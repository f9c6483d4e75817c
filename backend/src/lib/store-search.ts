import { configureStoreSearch, type MiddlewareRoute } from "@medusajs/framework/http"
import { FALLBACK_INDEX } from "../search/_names"

/**
 * `POST /store/search` offers the PostgreSQL projection and nothing else: the framework narrows it
 * to published products of the key's sales channels. Meilisearch is asked by the storefront itself.
 */
export const storeSearchMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/search",
    methods: ["POST"],
    middlewares: [configureStoreSearch({ allowed_indexes: { [FALLBACK_INDEX]: true } })],
  },
]
