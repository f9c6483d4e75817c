import { z } from "zod"

/** Title of the publishable key that the seed makes for the web shop. */
export const STOREFRONT_KEY_TITLE = "Storefront"

/**
 * GET /storefront/config (only with the header `x-storefront-secret`): what the storefront's
 * server needs to talk to the store API and to ask Meilisearch directly. The active index name
 * changes at every rebuild, so it is asked for again when the engine no longer knows it.
 */
export const storefrontConfig = z.object({
  publishable_key: z.string(),
  region_id: z.string(),
  sales_channel_id: z.string(),
  search: z.object({
    /** The Meilisearch index to ask, e.g. "ocop_product_v2"; empty before the first filling. */
    index: z.string(),
    /** A key that can search our product indexes, and nothing else; empty while the engine is away. */
    key: z.string(),
    /** The name to send to POST /store/search when Meilisearch is down. */
    fallback_entity: z.string(),
  }),
})
export type StorefrontConfig = z.infer<typeof storefrontConfig>
