/**
 * The query of the product list: in the URL, combined freely, read leniently (what is unknown,
 * repeated or malformed is dropped, never an error) and written in one canonical order.
 */
import { entityType, ENTITY_TYPES, type EntityType } from "./producer"
import { groupSlug, type GroupSlug } from "./group"
import { normaliseText } from "./text"

export const SORTS = ["phu-hop", "gia-tang", "gia-giam", "moi", "sao"] as const
export type CatalogSort = (typeof SORTS)[number]

export const SORT_LABELS: Record<CatalogSort, string> = {
  "phu-hop": "Phù hợp nhất",
  "gia-tang": "Giá thấp đến cao",
  "gia-giam": "Giá cao đến thấp",
  moi: "Mới nhất",
  sao: "Hạng sao cao nhất",
}

export const PAGE_SIZE = 24
const MAX_QUERY_LENGTH = 100
/** 120,000 products; what lies further on is found by narrowing. */
export const MAX_PAGE = 5000
const MAX_VALUES = 20
const MAX_PRICE = 1_000_000_000

export type CatalogQuery = {
  q: string
  group: GroupSlug | null
  stars: number[]
  districts: string[]
  commune: string | null
  producer: string | null
  entityType: EntityType | null
  point: string | null
  price: { min: number; max: number | null } | null
  inStock: boolean
  /** Only what has an OCOP certificate in force today. */
  certified: boolean
  sort: CatalogSort
  page: number
}

const SLUG = /^[a-z0-9-]{1,80}$/
const slugOf = (value: string | null): string | null =>
  value !== null && SLUG.test(value) ? value : null

/** Both `sao=3&sao=4` (a form's check boxes) and `sao=3,4` are read. */
const listOf = (params: URLSearchParams, name: string): string[] =>
  [...new Set(params.getAll(name).flatMap((value) => value.split(",")))].slice(
    0,
    MAX_VALUES,
  )

function priceOf(params: URLSearchParams): CatalogQuery["price"] {
  const [, low, high] = /^(\d{0,10})-(\d{0,10})$/.exec(params.get("gia") ?? "") ?? []
  // Two number fields (`gia-tu`, `gia-den`) are what a form can send without JavaScript.
  const min = Number(low || digits(params.get("gia-tu")) || 0)
  const max = Number(high || digits(params.get("gia-den")) || 0)
  if (min > MAX_PRICE || max > MAX_PRICE || (min === 0 && max === 0)) return null
  if (max !== 0 && max < min) return null
  return { min, max: max === 0 ? null : max }
}
const digits = (value: string | null): string =>
  (value ?? "").replace(/[.\s₫đ]/g, "").match(/^\d{1,10}$/)?.[0] ?? ""

function pageOf(value: string | null): number {
  const page = /^\d{1,9}$/.test(value ?? "") ? Number(value) : 1
  return Math.min(Math.max(page, 1), MAX_PAGE)
}

export function parseCatalogQuery(params: URLSearchParams): CatalogQuery {
  const sort = params.get("sap-xep")
  const type = params.get("loai-chu-the")
  return {
    q: normaliseText(params.get("q") ?? "").slice(0, MAX_QUERY_LENGTH),
    group: groupSlug.safeParse(params.get("nhom")).data ?? null,
    stars: listOf(params, "sao")
      .filter((value) => /^[345]$/.test(value))
      .map(Number)
      .sort(),
    districts: listOf(params, "huyen")
      .filter((value) => SLUG.test(value))
      .sort(),
    commune: slugOf(params.get("xa")),
    producer: slugOf(params.get("chu-the")),
    entityType:
      entityType.options.find((option) => ENTITY_TYPES[option].slug === type) ?? null,
    point: slugOf(params.get("diem-ban")),
    price: priceOf(params),
    inStock: params.get("con-hang") === "1",
    certified: params.get("chung-nhan") === "1",
    sort: SORTS.find((option) => option === sort) ?? "phu-hop",
    page: pageOf(params.get("trang")),
  }
}

/** The one way to write a query: what equals the default is left out. */
export function catalogParams(query: Partial<CatalogQuery>): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string | null | undefined) => {
    if (value) params.set(name, value)
  }
  set("q", query.q)
  set("nhom", query.group)
  set("sao", query.stars?.join(","))
  set("huyen", query.districts?.join(","))
  set("xa", query.commune)
  set("chu-the", query.producer)
  set("loai-chu-the", query.entityType && ENTITY_TYPES[query.entityType].slug)
  set("diem-ban", query.point)
  set("gia", query.price && `${query.price.min}-${query.price.max ?? ""}`)
  set("con-hang", query.inStock ? "1" : null)
  set("chung-nhan", query.certified ? "1" : null)
  set("sap-xep", query.sort === "phu-hop" ? null : query.sort)
  set("trang", query.page && query.page > 1 ? String(query.page) : null)
  return params
}
