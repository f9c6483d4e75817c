/**
 * A list query as conditions on fields of the index, and those written in the languages of the two
 * engines. Values come from slugs and enumerations that were checked before; text is quoted all
 * the same.
 */
import {
  type CatalogQuery,
  type CatalogSort,
} from "@ocop/backend/contracts/catalog-query"

export const FACETS = [
  "group",
  "stars",
  "districts",
  "communes",
  "producers",
  "entityType",
  "point",
  "inStock",
  "price",
] as const
export type Facet = (typeof FACETS)[number]

/** What is worth counting for a list: communes only once a district is chosen, there are 241. */
export const facetsFor = ({ districts, commune }: CatalogQuery): Facet[] =>
  FACETS.filter(
    (facet) => facet !== "communes" || districts.length > 0 || commune !== null,
  )

/** The field of the index behind each facet. */
export const FACET_FIELDS = {
  group: "group",
  stars: "stars",
  districts: "district_slug",
  communes: "commune_slugs",
  producers: "producer_handle",
  entityType: "entity_type",
  point: "points",
  inStock: "in_stock",
  price: "price",
} as const satisfies Record<Facet, string>

type Value = string | number | boolean
export type Condition = {
  field: string
  operator: "=" | "in" | ">" | ">=" | "<="
  value: Value | readonly Value[]
  /** The facet whose choice this is; null where it always holds. */
  facet: Facet | null
}

/** "2026-11-22" → 20261122, as the index keeps days. */
const dayNumber = (day: string): number => Number(day.replaceAll("-", ""))

/** Only certificates in force today count, however old the index is. */
const inForce = (today: string, facet: Facet | null): Condition => ({
  field: "stars_until_day",
  operator: ">",
  value: dayNumber(today),
  facet,
})

/** @param scope the sales channel of the shop and today ("YYYY-MM-DD") in Việt Nam. */
export function conditionsOf(
  query: CatalogQuery,
  scope: { channel: string; today: string },
): Condition[] {
  const conditions: Condition[] = []
  const add = (
    facet: Facet | null,
    field: string,
    operator: Condition["operator"],
    value: Condition["value"] | null,
  ) => {
    if (value !== null) conditions.push({ facet, field, operator, value })
  }
  add(null, "sales_channel_ids", "=", scope.channel)
  add("group", "group", "=", query.group)
  if (query.stars.length > 0) add("stars", "stars", "in", query.stars)
  if (query.stars.length > 0 || query.certified)
    conditions.push(inForce(scope.today, "stars"))
  if (query.districts.length > 0) add("districts", "district_slug", "in", query.districts)
  add("communes", "commune_slugs", "=", query.commune)
  add("producers", "producer_handle", "=", query.producer)
  add("entityType", "entity_type", "=", query.entityType)
  add("point", "points", "=", query.point)
  add("price", "price", ">=", query.price?.min ?? null)
  add("price", "price", "<=", query.price?.max ?? null)
  add("inStock", "in_stock", "=", query.inStock || null)
  return conditions
}

/** The conditions under which a facet's values are counted: all but its own. */
export const conditionsOfFacet = (
  conditions: readonly Condition[],
  facet: Facet,
  today: string,
): Condition[] => [
  ...conditions.filter((condition) => condition.facet !== facet),
  ...(facet === "stars" ? [inForce(today, null)] : []),
]

/** Facets that need a count of their own, because the results are narrowed by them. */
export const separateFacets = (conditions: readonly Condition[]): Facet[] =>
  FACETS.filter(
    (facet) =>
      facet === "stars" || conditions.some((condition) => condition.facet === facet),
  )

const isList = (value: Condition["value"]): value is readonly Value[] =>
  Array.isArray(value)

const literal = (value: Value): string =>
  typeof value === "string"
    ? `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
    : String(value)

/** Meilisearch: one expression per condition, all of which must hold. */
export const meilisearchFilter = (conditions: readonly Condition[]): string[] =>
  conditions.map(({ field, operator, value }) =>
    isList(value)
      ? `${field} IN [${value.map(literal).join(", ")}]`
      : `${field} ${operator} ${literal(value)}`,
  )

const OPERATORS = {
  "=": "$eq",
  in: "$in",
  ">": "$gt",
  ">=": "$gte",
  "<=": "$lte",
} as const

/** The store API's filter tree. */
export const storeFilter = (conditions: readonly Condition[]) => ({
  $and: conditions.map(({ field, operator, value }) => ({
    [field]: { [OPERATORS[operator]]: value },
  })),
})

type Order = readonly (readonly [field: string, direction: "asc" | "desc"])[]

const ORDERS: Record<Exclude<CatalogSort, "phu-hop">, Order> = {
  "gia-tang": [["price", "asc"]],
  "gia-giam": [["price", "desc"]],
  moi: [["created_at", "desc"]],
  sao: [
    ["stars", "desc"],
    ["title", "asc"],
  ],
}

/** Best match leaves the order to the engine; without words to match, stars come first. */
export function orderOf(sort: CatalogSort, words: string): Order {
  if (sort !== "phu-hop") return ORDERS[sort]
  return words === "" ? ORDERS.sao : []
}

export const meilisearchSort = (order: Order): string[] =>
  order.map(([field, direction]) => `${field}:${direction}`)

export const storeOrder = (order: Order): Record<string, "ASC" | "DESC"> =>
  Object.fromEntries(
    order.map(([field, direction]) => [field, direction === "asc" ? "ASC" : "DESC"]),
  )
