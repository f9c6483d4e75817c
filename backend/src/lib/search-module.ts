import { BUILD_PAGE } from "../search/_names"
import { env } from "./env"

/** Names of the two search engines, as index definitions refer to them. */
export const MEILISEARCH = "meilisearch"
export const POSTGRES = "search-postgres"

/**
 * The entries of `modules` in medusa-config for search: the Search Module with both engines, and
 * the queue of what still has to reach them. Nothing here contacts an engine.
 */
export const searchModules = () => [
  { resolve: "./src/modules/search-queue" },
  {
    resolve: "@medusajs/medusa/search",
    options: {
      index_prefix: env.SEARCH_PREFIX,
      default_provider: MEILISEARCH,
      providers: [
        {
          resolve: "./src/modules/search-meilisearch",
          id: MEILISEARCH,
          options: {
            config: {
              host: env.MEILISEARCH_HOST,
              apiKey: env.MEILISEARCH_API_KEY,
              timeout: 10_000,
            },
            task_timeout_ms: 120_000,
            task_polling_interval_ms: 50,
          },
        },
        {
          resolve: "./src/modules/search-postgres",
          id: POSTGRES,
          // Vietnamese has no stems to cut; accents are folded by the text search configuration.
          options: { language: "simple" },
        },
      ],
      reindex: { batch_size: BUILD_PAGE },
    },
  },
]
