/** What the catalogue answers, whichever engine was asked. */
import { type CatalogDocument } from "@ocop/backend/contracts/catalog"
import { type PAGE_SIZE } from "@ocop/backend/contracts/catalog-query"

/** Value → number of products. */
export type FacetCounts = Record<string, number>

/** Counts of a facet leave out the facet's own filter: they say what another choice would give. */
export type CatalogFacets = {
  group: FacetCounts
  stars: FacetCounts
  /** By slug of the former district. */
  districts: FacetCounts
  /** By slug of the former commune and of the unit of today. */
  communes: FacetCounts
  /** By handle. */
  producers: FacetCounts
  /** By code: HTX, DN, THT, HKD. */
  entityType: FacetCounts
  /** By handle of the OCOP point that has it in stock. */
  point: FacetCounts
  /** "true" and "false". */
  inStock: FacetCounts
  /** In đồng; null without results. */
  price: { min: number; max: number } | null
}

export type CatalogPage = {
  total: number
  page: number
  pageSize: typeof PAGE_SIZE
  /** Without `detail`. */
  products: CatalogDocument[]
  facets: CatalogFacets
  /** True when PostgreSQL answered, because Meilisearch could not. */
  degraded: boolean
}
