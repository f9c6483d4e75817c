import { parseCatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { describe, expect, it } from "vitest"
import { type CatalogFacets } from "./catalog-page"
import { facetView } from "./facet-view"

const facets: CatalogFacets = {
  group: { "do-uong": 4 },
  stars: { "3": 10, "4": 2 },
  districts: { "tay-giang": 1, "dai-loc": 3 },
  communes: { "a-xan-tay-giang": 1, "dai-hiep-dai-loc": 2, "tay-giang-20455": 1 },
  producers: Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`htx-${index}`, 20 - index]),
  ),
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
  communes: {
    "a-xan-tay-giang": { name: "A Xan", district: "tay-giang" },
    "lang-tay-giang": { name: "Lăng", district: "tay-giang" },
    "dai-hiep-dai-loc": { name: "Đại Hiệp", district: "dai-loc" },
    "tay-giang-20455": { name: "Xã Tây Giang", district: null },
  },
  producers: { "htx-0": "HTX Không", "htx-19": "HTX Mười chín" },
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
  it("offers the communes of the chosen districts only, and a chosen unit of today", () => {
    expect(view("").communes).toEqual([])
    expect(view("huyen=tay-giang").communes.map(({ label }) => label)).toEqual([
      "A Xan",
      "Lăng",
    ])
    expect(view("xa=tay-giang-20455").communes).toEqual([
      { value: "tay-giang-20455", label: "Xã Tây Giang", count: 1, checked: true },
    ])
  })
  it("offers the producers of most results, and the chosen one", () => {
    const { producers } = view("chu-the=htx-19")
    expect(producers).toHaveLength(16)
    expect(producers.find(({ checked }) => checked)).toMatchObject({
      label: "HTX Mười chín",
      count: 0,
    })
    expect(producers.find(({ value }) => value === "htx-0")?.label).toBe("HTX Không")
  })
  it("counts certificates in force over the chosen stars", () => {
    expect(view("").certified).toBe(12)
    expect(view("sao=4").certified).toBe(2)
  })
  it("marks what is chosen, and keeps a choice that has no results", () => {
    const { districts, entityType } = view("huyen=nong-son&loai-chu-the=hop-tac-xa")
    expect(districts.filter(({ checked }) => checked)).toEqual([
      { value: "nong-son", label: "nong-son", count: 0, checked: true },
    ])
    expect(entityType.find(({ checked }) => checked)?.count).toBe(5)
  })
})
