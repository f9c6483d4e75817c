import {
  type CatalogQuery,
  parseCatalogQuery,
} from "@ocop/backend/contracts/catalog-query"

/** A whole query from the few values that matter. */
export const catalogQuery = (part: Partial<CatalogQuery> = {}): CatalogQuery => ({
  ...parseCatalogQuery(new URLSearchParams()),
  ...part,
})
