import { describe, expect, it } from "vitest"
import { parseCatalogQuery } from "@ocop/backend/contracts/catalog-query"
import {
  conditionsOf,
  conditionsOfFacet,
  meilisearchFilter,
  meilisearchSort,
  facetsFor,
  orderOf,
  separateFacets,
  storeFilter,
  storeOrder,
} from "./filters"

const scope = { channel: "sc_1", today: "2026-11-22" }
const queryOf = (search: string) => parseCatalogQuery(new URLSearchParams(search))
const conditions = (search: string) => conditionsOf(queryOf(search), scope)
/** Without the sales channel, which is always there. */
const filter = (search: string) => meilisearchFilter(conditions(search)).slice(1)

describe("conditions", () => {
  it("always keep to the shop's sales channel", () => {
    expect(meilisearchFilter(conditions(""))).toEqual(['sales_channel_ids = "sc_1"'])
  })

  it.each([
    ["nhom=do-uong", ['group = "do-uong"']],
    ["sao=5,4", ["stars IN [4, 5]", "stars_until_day > 20261122"]],
    ["huyen=hoi-an&huyen=tam-ky", ['district_slug IN ["hoi-an", "tam-ky"]']],
    ["xa=tien-phong", ['commune_slugs = "tien-phong"']],
    ["chu-the=htx-mo", ['producer_handle = "htx-mo"']],
    ["loai-chu-the=hop-tac-xa", ['entity_type = "HTX"']],
    ["diem-ban=hoi-an", ['points = "hoi-an"']],
    ["gia=50000-200000", ["price >= 50000", "price <= 200000"]],
    ["gia=50000-", ["price >= 50000"]],
    ["con-hang=1", ["in_stock = true"]],
    ['huyen="hoi-an" OR 1=1&nhom=x', []],
  ])("%s", (search, expected) => {
    expect(filter(search)).toEqual(expected)
  })

  it("quote text, whatever it holds", () => {
    const [channel] = meilisearchFilter(
      conditionsOf(queryOf(""), { ...scope, channel: 'a" OR \\' }),
    )
    expect(channel).toBe('sales_channel_ids = "a\\" OR \\\\"')
  })

  it("are the same tree for the store API", () => {
    expect(storeFilter(conditions("sao=4&con-hang=1"))).toEqual({
      $and: [
        { sales_channel_ids: { $eq: "sc_1" } },
        { stars: { $in: [4] } },
        { stars_until_day: { $gt: 20261122 } },
        { in_stock: { $eq: true } },
      ],
    })
  })
})

describe("facets", () => {
  it("leave out their own choice and keep the others", () => {
    const all = conditions("nhom=do-uong&huyen=hoi-an&gia=1-2")
    expect(meilisearchFilter(conditionsOfFacet(all, "districts", scope.today))).toEqual([
      'sales_channel_ids = "sc_1"',
      'group = "do-uong"',
      "price >= 1",
      "price <= 2",
    ])
  })

  it("count only stars that are in force, chosen or not", () => {
    for (const search of ["", "sao=3"])
      expect(
        meilisearchFilter(conditionsOfFacet(conditions(search), "stars", scope.today)),
      ).toEqual(['sales_channel_ids = "sc_1"', "stars_until_day > 20261122"])
  })

  it("are counted apart only where they narrow the results", () => {
    expect(separateFacets(conditions("nhom=do-uong&con-hang=1&xa=a"))).toEqual([
      "group",
      "stars",
      "communes",
      "inStock",
    ])
  })
})

it("communes are counted once a district or one of them is chosen", () => {
  expect(facetsFor(queryOf("nhom=do-uong"))).not.toContain("communes")
  expect(facetsFor(queryOf("huyen=tien-phuoc"))).toContain("communes")
  expect(facetsFor(queryOf("xa=tien-phong"))).toContain("communes")
})

describe("order", () => {
  it.each([
    ["sap-xep=gia-tang", ["price:asc"], { price: "ASC" }],
    ["sap-xep=gia-giam&q=dầu", ["price:desc"], { price: "DESC" }],
    ["sap-xep=moi", ["created_at:desc"], { created_at: "DESC" }],
    ["sap-xep=sao", ["stars:desc", "title:asc"], { stars: "DESC", title: "ASC" }],
    ["", ["stars:desc", "title:asc"], { stars: "DESC", title: "ASC" }],
    ["q=dầu", [], {}],
  ])("%s", (search, meilisearch, store) => {
    const { sort, q } = queryOf(search)
    const order = orderOf(sort, q)
    expect(meilisearchSort(order)).toEqual(meilisearch)
    expect(storeOrder(order)).toEqual(store)
  })
})
