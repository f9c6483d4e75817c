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
  /** Of the chosen districts only: there are 241. */
  communes: FacetOption[]
  /** Those with most of the results, and the chosen one. */
  producers: FacetOption[]
  entityType: FacetOption[]
  point: FacetOption[]
  /** How many of the results are in stock. */
  inStock: number
  /** How many have a certificate in force today. */
  certified: number
  /** In đồng, over the results without the price filter. */
  price: { min: number; max: number } | null
}

export type FacetNames = {
  districts: Record<string, string>
  points: Record<string, string>
  /** By slug; `district` is the slug of the former district, null for a unit of today. */
  communes: Record<string, { name: string; district: string | null }>
  producers: Record<string, string>
}

const MAX_PRODUCERS = 15

export function facetView(
  query: CatalogQuery,
  facets: CatalogFacets,
  names: FacetNames,
): FacetView {
  const communes = Object.fromEntries(
    Object.entries(names.communes).flatMap(([slug, { name, district }]) =>
      slug === query.commune || (district !== null && query.districts.includes(district))
        ? [[slug, name]]
        : [],
    ),
  )
  const most = Object.entries(facets.producers)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_PRODUCERS)
    .map(([handle]) => handle)
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
    communes: named(
      only(facets.communes, Object.keys(communes)),
      communes,
      query.commune === null ? [] : [query.commune],
    ),
    producers: named(
      only(facets.producers, most),
      only(names.producers, most),
      query.producer === null ? [] : [query.producer],
      names.producers,
    ),
    entityType: entityType.options.map((type) => ({
      value: ENTITY_TYPES[type].slug,
      label: ENTITY_TYPES[type].label,
      count: facets.entityType[type] ?? 0,
      checked: query.entityType === type,
    })),
    point: named(facets.point, names.points, query.point === null ? [] : [query.point]),
    inStock: facets.inStock["true"] ?? 0,
    // Stars are counted with certificates in force only.
    certified: (query.stars.length > 0 ? query.stars : [3, 4, 5]).reduce(
      (sum, stars) => sum + (facets.stars[stars] ?? 0),
      0,
    ),
    price: facets.price,
  }
}

const only = <Value>(
  record: Record<string, Value>,
  keys: readonly string[],
): Record<string, Value> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = record[key]
      return value === undefined ? [] : [[key, value]]
    }),
  )

/** All that have a name, plus what is chosen; in Vietnamese alphabetical order. */
function named(
  counts: FacetCounts,
  names: Record<string, string>,
  chosen: readonly string[],
  allNames: Record<string, string> = names,
): FacetOption[] {
  const values = new Set([...Object.keys(names), ...Object.keys(counts), ...chosen])
  return [...values]
    .map((value) => ({
      value,
      label: allNames[value] ?? value,
      count: counts[value] ?? 0,
      checked: chosen.includes(value),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, "vi"))
}
