/** Counts of the search engine → the choices of the filter form, named and in a fixed order. */
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { GROUPS, groupSlug } from "@ocop/backend/contracts/group"
import { ENTITY_TYPES, entityType } from "@ocop/backend/contracts/producer"
import { type CatalogFacets, type FacetCounts } from "./catalog-page"

export type FacetOption = {
  value: string
  label: string
  count: number
  checked: boolean
}

export type FacetView = {
  group: FacetOption[]
  stars: FacetOption[]
  districts: FacetOption[]
  entityType: FacetOption[]
  point: FacetOption[]
  /** How many of the results are in stock. */
  inStock: number
  /** In đồng, over the results without the price filter. */
  price: { min: number; max: number } | null
}

export function facetView(
  query: CatalogQuery,
  facets: CatalogFacets,
  names: { districts: Record<string, string>; points: Record<string, string> },
): FacetView {
  return {
    group: groupSlug.options.map((value) => ({
      value,
      label: GROUPS[value].short,
      count: facets.group[value] ?? 0,
      checked: query.group === value,
    })),
    stars: [5, 4, 3].map((stars) => ({
      value: String(stars),
      label: `${stars} sao`,
      count: facets.stars[stars] ?? 0,
      checked: query.stars.includes(stars),
    })),
    districts: named(facets.districts, names.districts, query.districts),
    entityType: entityType.options.map((type) => ({
      value: ENTITY_TYPES[type].slug,
      label: ENTITY_TYPES[type].label,
      count: facets.entityType[type] ?? 0,
      checked: query.entityType === type,
    })),
    point: named(facets.point, names.points, query.point === null ? [] : [query.point]),
    inStock: facets.inStock["true"] ?? 0,
    price: facets.price,
  }
}

/** All that have a name, plus what is chosen; in Vietnamese alphabetical order. */
function named(
  counts: FacetCounts,
  names: Record<string, string>,
  chosen: readonly string[],
): FacetOption[] {
  const values = new Set([...Object.keys(names), ...Object.keys(counts), ...chosen])
  return [...values]
    .map((value) => ({
      value,
      label: names[value] ?? value,
      count: counts[value] ?? 0,
      checked: chosen.includes(value),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, "vi"))
}
