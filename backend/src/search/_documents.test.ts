import { describe, expect, it } from "vitest"
import { catalogDocument } from "../contracts/catalog"
import { dayNumber, type Surroundings, toDocument } from "./_documents"
import { placesOf } from "./_origin"
import { type PlaceRow, productRow } from "./_rows"

const unit = (
  era: PlaceRow["era"],
  level: PlaceRow["level"],
  code: string,
  name: string,
  slug: string,
  parent_code: string | null,
): PlaceRow => ({ era, level, code, name, slug, parent_code, name_variants: [] })

const around: Surroundings = {
  places: placesOf(
    [
      unit("former", "province", "49", "Tỉnh Quảng Nam", "quang-nam", null),
      unit("former", "district", "511", "Huyện Tiên Phước", "tien-phuoc", "49"),
      unit("former", "commune", "20800", "Xã Tiên Phong", "tien-phong", "511"),
      unit("current", "province", "48", "Thành phố Đà Nẵng", "da-nang", null),
      // The code of a former commune, reused for another unit of today.
      unit("current", "commune", "20800", "Xã Tiên Phước", "tien-phuoc", "48"),
    ],
    [{ former_code: "20800", current_code: "20800" }],
  ),
  names: {
    regimes: new Map([["2023", "Quyết định 148/QĐ-TTg"]]),
    groups: new Map([["2023/1.2", "Gia vị khác"]]),
  },
  showrooms: new Map([
    ["loc-hoi-an", "hoi-an"],
    ["loc-tam-ky", "tam-ky"],
  ]),
  today: "2026-11-22",
}

const levels = (...stock: [location: string, available: number][]) => ({
  required_quantity: 1,
  inventory: {
    location_levels: stock.map(([location_id, available_quantity]) => ({
      location_id,
      available_quantity,
    })),
  },
})

const recognition = {
  id: "rec_1",
  regime_code: "2023",
  group_code: "1.2",
  display_group: "thuc-pham",
  decision_no: "123/QĐ-UBND",
  decision_date: "2025-01-10",
  expires_on: "2028-01-10",
  issuer: "UBND tỉnh Quảng Nam",
  stars: 4,
  proposed: false,
  proposed_stars: null,
  evaluation_year: 2024,
  round: 1,
  certificate_number: "DEMO-1",
  producer_name: "HTX Tiên Phong",
  commune_code: "20800",
  district_code: "511",
  origin_text: null,
  revoked_on: null,
  superseded_on: null,
  sample: true,
}

const raw = {
  id: "prod_1",
  handle: "tieu-tien-phuoc",
  // Decomposed, as a Mac types it.
  title: "Tiêu  Tiên Phước".normalize("NFD"),
  subtitle: null,
  description: "Tiêu sẻ.",
  status: "published",
  created_at: "2026-01-02T03:04:05.000Z",
  metadata: { ocop_group: "thuc-pham", sample: true, keywords: ["hồ tiêu"] },
  sales_channels: [{ id: "sc_web" }],
  variants: [
    {
      id: "var_2",
      title: "Hộp 500 g",
      sku: "TIEU-500",
      weight: 500,
      variant_rank: 1,
      manage_inventory: true,
      allow_backorder: false,
      prices: [
        { amount: 190000, currency_code: "vnd" },
        { amount: 8, currency_code: "usd" },
      ],
      inventory_items: [levels(["loc-hoi-an", 0], ["loc-tam-ky", 0])],
    },
    {
      id: "var_1",
      title: "Gói 200 g",
      sku: "TIEU-200",
      weight: 200,
      variant_rank: 0,
      manage_inventory: true,
      allow_backorder: false,
      prices: [
        { amount: 70000, currency_code: "vnd", price_list_id: "plist_sale" },
        { amount: 75000, currency_code: "vnd", min_quantity: 10 },
        { amount: 80000, currency_code: "vnd" },
      ],
      inventory_items: [levels(["loc-hoi-an", 4], ["loc-store", 1])],
    },
  ],
  producer: {
    name: "HTX Tiên Phong",
    handle: "htx-tien-phong",
    entity_type: "HTX",
    story: "Trồng tiêu từ đời ông.",
    commune_code: null,
    district_code: null,
  },
  recognitions: [recognition],
}

const documentOf = (changes: object = {}) =>
  toDocument(productRow.parse({ ...raw, ...changes }), around)

/** Through the contract, as the storefront reads it. */
const read = (changes: object = {}) => catalogDocument.parse(documentOf(changes))

describe("toDocument", () => {
  it("keeps to the contract and writes text in NFC", () => {
    const document = read()
    expect(document.title).toBe("Tiêu Tiên Phước".normalize("NFC"))
    expect([document.price, document.price_max]).toEqual([80000, 190000])
    expect(document).toMatchObject({
      producer_handle: "htx-tien-phong",
      created_at: 1767323045,
      sold_online: true,
    })
  })

  it("tells origin as certified from today's unit, though they share a code", () => {
    const { commune, district, current_unit, detail } = read()
    expect([commune, district, current_unit]).toEqual([
      "Xã Tiên Phong",
      "Huyện Tiên Phước",
      "Xã Tiên Phước",
    ])
    expect(detail?.origin_as_certified).toBe(
      "Xã Tiên Phong, huyện Tiên Phước, tỉnh Quảng Nam",
    )
    expect(detail?.origin_today).toBe("Xã Tiên Phước, thành phố Đà Nẵng")
  })

  it("says how much is left in words, and where, never in numbers", () => {
    const { in_stock, points, detail } = read()
    expect(in_stock).toBe(true)
    expect(points).toEqual(["hoi-an"])
    expect(
      detail?.variants.map(({ id, availability, points }) => [id, availability, points]),
    ).toEqual([
      ["var_1", "low", ["hoi-an"]],
      ["var_2", "out", []],
    ])
    expect(JSON.stringify(documentOf())).not.toMatch(/_quantity/)
  })

  it.each([
    ["in force", {}, 4, "valid", "2028-01-10"],
    ["expiring", { expires_on: "2026-12-12" }, 4, "expiring", "2026-12-12"],
    ["on its last day + 1", { expires_on: "2026-11-22" }, 0, "expired", null],
    ["revoked", { revoked_on: "2026-11-01", revoked_reason: "…" }, 0, "revoked", null],
    ["to be revoked", { revoked_on: "2026-12-01" }, 4, "valid", "2026-12-01"],
    ["superseded", { superseded_on: "2026-10-01" }, 0, "superseded", null],
  ])("certificate %s", (_, changes, stars, status, until) => {
    const document = documentOf({ recognitions: [{ ...recognition, ...changes }] })
    expect(document).toMatchObject({
      stars,
      certificate_status: status,
      stars_until: until,
      stars_until_day: until === null ? 0 : dayNumber(until),
      certificate_number: "DEMO-1",
    })
  })

  it("shows the recognition in force before a later one that was revoked", () => {
    const later = {
      ...recognition,
      id: "rec_2",
      certificate_number: "DEMO-2",
      decision_date: "2026-02-01",
      expires_on: "2029-02-01",
      stars: 5,
      revoked_on: "2026-06-01",
    }
    const document = read({ recognitions: [recognition, later] })
    expect(document).toMatchObject({ stars: 4, certificate_number: "DEMO-1" })
    expect(document.detail?.history.map(({ number }) => number)).toEqual([
      "DEMO-2",
      "DEMO-1",
    ])
  })

  it("carries a proposal that was not decided yet, without a star", () => {
    const proposal = {
      ...recognition,
      decision_date: null,
      expires_on: null,
      stars: null,
      proposed: true,
      proposed_stars: 5,
    }
    expect(read({ recognitions: [proposal] })).toMatchObject({
      stars: 0,
      certificate_status: null,
      proposed_stars: 5,
    })
  })

  it.each([
    ["a draft", { status: "draft" }],
    ["a product without a price", { variants: [] }],
    ["a product without a producer", { producer: null }],
    ["a product without a group", { metadata: null, recognitions: [] }],
  ])("leaves out %s", (_, changes) => {
    expect(documentOf(changes)).toBeNull()
  })

  it("makes codes searchable but not what metadata got wrong", () => {
    const document = documentOf({
      metadata: { ...raw.metadata, keywords: "not a list", facts: [{ label: 1 }] },
    })
    expect(document?.words_codes).toEqual([
      "123 qd ubnd",
      "demo 1",
      "tieu 200",
      "tieu 500",
    ])
    expect(document?.keywords).toEqual([])
  })

  it("is the same whatever order the rows come in", () => {
    const later = { ...recognition, id: "rec_2", certificate_number: "DEMO-2" }
    const variants = raw.variants.map((variant) => ({ ...variant, variant_rank: 0 }))
    const one = documentOf({ variants, recognitions: [recognition, later] })
    const other = documentOf({
      variants: [...variants].reverse(),
      recognitions: [later, recognition],
    })
    expect(other).toEqual(one)
  })

  it("counts a set by its scarcest part", () => {
    const parts = [
      { ...levels(["loc-hoi-an", 100]), required_quantity: 2 },
      { ...levels(["loc-hoi-an", 1]), required_quantity: 2 },
    ]
    const [first] = raw.variants
    const document = documentOf({ variants: [{ ...first, inventory_items: parts }] })
    expect(document?.in_stock).toBe(false)
    expect(document?.points).toEqual([])
  })
})
