import { describe, expect, it } from "vitest"
import { catalogDocument, type CatalogDocument } from "@ocop/backend/contracts/catalog"
import { suggestionsFrom } from "./suggestions"

const product = (changes: Partial<CatalogDocument>): CatalogDocument => ({
  ...catalogDocument.parse({
    id: "prod_1",
    handle: "tieu",
    title: "Tiêu Tiên Phước",
    subtitle: null,
    status: "published",
    sales_channel_ids: [],
    price: 80000,
    price_max: 80000,
    stars: 4,
    stars_until: "2028-01-10",
    proposed_stars: null,
    certificate_status: "valid",
    certificate_number: null,
    decision_no: null,
    group: "thuc-pham",
    commune: "Xã Tiên Phong",
    commune_slug: "tien-phong",
    district: "Huyện Tiên Phước",
    district_slug: "tien-phuoc",
    current_unit: null,
    producer: "HTX Tiên Phong",
    producer_handle: "htx-tien-phong",
    entity_type: "HTX",
    keywords: [],
    in_stock: true,
    sold_online: true,
    points: [],
    thumbnail: null,
    created_at: 0,
    sample: true,
  }),
  ...changes,
})

describe("suggestionsFrom", () => {
  it("offers each producer and each place once, and only places that were meant", () => {
    const found = [product({}), product({ handle: "tieu-2" })]
    const suggestions = suggestionsFrom(
      "tiên phu",
      { products: found, producers: found, places: found },
      "2026-11-22",
    )
    expect(suggestions.products).toHaveLength(2)
    expect(suggestions.producers).toEqual([
      { handle: "htx-tien-phong", name: "HTX Tiên Phong" },
    ])
    expect(suggestions.places).toEqual([{ slug: "tien-phuoc", name: "Huyện Tiên Phước" }])
  })

  it("shows no star that has run out since the index was written", () => {
    const { products } = suggestionsFrom(
      "tiêu",
      {
        products: [product({ stars_until: "2026-11-22" })],
        producers: [],
        places: [],
      },
      "2026-11-22",
    )
    expect(products[0]?.stars).toBe(0)
  })
})
