import { parseCatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { describe, expect, it } from "vitest"
import { type CatalogFacets } from "./catalog-page"
import { facetView } from "./facet-view"

const facets: CatalogFacets = {
  group: { "do-uong": 4 },
  stars: { "3": 10, "4": 2 },
  districts: { "tay-giang": 1, "dai-loc": 3 },
  entityType: { HTX: 5 },
  point: {},
  inStock: { true: 9, false: 2 },
  price: { min: 20_000, max: 900_000 },
}
const names = {
  districts: {
    "tay-giang": "Tây Giang",
    "dai-loc": "Đại Lộc",
    "bac-tra-my": "Bắc Trà My",
  },
  points: {},
}
const view = (search: string) =>
  facetView(parseCatalogQuery(new URLSearchParams(search)), facets, names)

describe("facetView", () => {
  it("offers all groups and stars, with what is missing as 0", () => {
    expect(view("").group).toHaveLength(6)
    expect(view("").stars.map(({ value, count }) => [value, count])).toEqual([
      ["5", 0],
      ["4", 2],
      ["3", 10],
    ])
  })
  it("sorts names the Vietnamese way, đ after d", () => {
    expect(view("").districts.map(({ label }) => label)).toEqual([
      "Bắc Trà My",
      "Đại Lộc",
      "Tây Giang",
    ])
  })
  it("marks what is chosen, and keeps a choice that has no results", () => {
    const { districts, entityType } = view("huyen=nong-son&loai-chu-the=hop-tac-xa")
    expect(districts.filter(({ checked }) => checked)).toEqual([
      { value: "nong-son", label: "nong-son", count: 0, checked: true },
    ])
    expect(entityType.find(({ checked }) => checked)?.count).toBe(5)
  })
})
