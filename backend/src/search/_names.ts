/** The two projections of one document, and the events that bring them up to date. */
export const PRODUCT_INDEX = "product"
export const FALLBACK_INDEX = "product_fallback"

export const CATALOG_INDEXES = [PRODUCT_INDEX, FALLBACK_INDEX] as const
export type CatalogIndex = (typeof CATALOG_INDEXES)[number]

/**
 * Never sent over the event bus: the queue hands it to `ingest` directly, with all the product
 * ids of a batch, once per index, so that one engine being away does not hold up the other.
 */
export const refreshEvent = (index: CatalogIndex) => `search.${index}.refresh`

/**
 * Products per page of a build, and so per task of an engine: an engine takes large tasks at less
 * than the cost of many small ones, but while it is at one, the change of a price waits.
 */
export const BUILD_PAGE = 2_000
