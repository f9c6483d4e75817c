import { addressUnitsResponse, placesResponse } from "@ocop/backend/contracts/place"
import { describe, expect, it } from "vitest"
import { store, storeRaw } from "../support/backend"

const units = (query = "") =>
  store(`/store/address-units${query}`, addressUnitsResponse).then((body) => body.units)

describe("addresses of today: province, then commune", () => {
  it("there are 34 provinces, with Đà Nẵng and without Quảng Nam", async () => {
    const provinces = await units()
    expect(provinces).toHaveLength(34)
    expect(provinces.find((unit) => unit.code === "48")?.name).toMatch(/Đà Nẵng$/)
    expect(provinces.some((unit) => unit.name.includes("Quảng Nam"))).toBe(false)
    expect(new Set(provinces.map((unit) => unit.code)).size).toBe(34)
  })

  it("Đà Nẵng has 94 communes, and no commune lies in two provinces", async () => {
    const communes = await units("?province=48")
    expect(communes).toHaveLength(94)
    const owner = new Map<string, string>()
    for (const { code } of await units())
      for (const commune of await units(`?province=${code}`)) {
        expect(owner.get(commune.code), commune.name).toBeUndefined()
        owner.set(commune.code, code)
      }
    expect(owner.size).toBe(3321)
  })

  it("names are NFC and carry no district", async () => {
    for (const { name } of await units("?province=48")) {
      expect(name).toBe(name.normalize("NFC"))
      expect(name).not.toMatch(/huyện|thị xã/i)
    }
  })

  it.each(["99", "", "x", "48'--", "048"])(
    "province %j has no communes and is no server error",
    async (province) => {
      const response = await storeRaw(
        `/store/address-units?province=${encodeURIComponent(province)}`,
      )
      expect(response.status).toBeLessThan(500)
    },
  )
})

describe("places of origin", () => {
  it("18 former districts and 241 communes lead to 78 units of today", async () => {
    const { districts, communes } = await store("/store/places", placesResponse)
    expect(districts).toHaveLength(18)
    expect(communes).toHaveLength(241)
    expect(new Set(communes.map((commune) => commune.current_code)).size).toBe(78)
    const known = new Set(districts.map((district) => district.slug))
    for (const commune of communes) expect(known).toContain(commune.district_slug)
  })
})
