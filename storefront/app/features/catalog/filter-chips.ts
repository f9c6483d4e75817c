/** The filters in force as removable chips: each knows the query without itself. */
import { formatVnd } from "@ocop/backend/contracts/money"
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { GROUPS } from "@ocop/backend/contracts/group"
import { quoted } from "./literal-text"
import { ENTITY_TYPES } from "@ocop/backend/contracts/producer"

export type FilterChip = {
  label: string
  /** The list without this filter, from its first page. */
  without: CatalogQuery
}

/** Names for the slugs in a query; a slug without a name is shown as it is. */
export type FilterNames = {
  districts: Record<string, string>
  commune?: string
  producer?: string
  point?: string
}

export function filterChips(query: CatalogQuery, names: FilterNames): FilterChip[] {
  const chips: FilterChip[] = []
  const add = (label: string, change: Partial<CatalogQuery>) =>
    chips.push({ label, without: { ...query, ...change, page: 1 } })

  if (query.q) add(quoted(query.q), { q: "" })
  if (query.group) add(GROUPS[query.group].short, { group: null })
  for (const star of query.stars)
    add(`${star} sao`, { stars: query.stars.filter((other) => other !== star) })
  for (const slug of query.districts)
    add(names.districts[slug] ?? slug, {
      districts: query.districts.filter((other) => other !== slug),
    })
  if (query.commune) add(names.commune ?? query.commune, { commune: null })
  if (query.producer) add(names.producer ?? query.producer, { producer: null })
  if (query.entityType) add(ENTITY_TYPES[query.entityType].label, { entityType: null })
  if (query.point) add(`Có tại ${names.point ?? query.point}`, { point: null })
  if (query.price) add(priceLabel(query.price), { price: null })
  if (query.inStock) add("Còn hàng", { inStock: false })
  if (query.certified) add("Chứng nhận còn hiệu lực", { certified: false })
  return chips
}

function priceLabel({ min, max }: NonNullable<CatalogQuery["price"]>): string {
  if (max === null) return `Từ ${formatVnd(min)}`
  return min === 0 ? `Đến ${formatVnd(max)}` : `${formatVnd(min)} – ${formatVnd(max)}`
}

/** How many filters besides the words searched for: the number beside "Bộ lọc". */
export const filterCount = (query: CatalogQuery): number =>
  filterChips({ ...query, q: "" }, { districts: {} }).length
