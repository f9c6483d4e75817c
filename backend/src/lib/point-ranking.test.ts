import { describe, expect, it } from "vitest"
import { distanceKm, rankPoints } from "./point-ranking"
import { PROVINCE_CENTRES } from "./province-centres"

const HOI_AN = { latitude: 15.8697, longitude: 108.3301 }
const QUE_VUON = { latitude: 15.8737, longitude: 108.3331 }
const TAM_KY = { latitude: 15.5443, longitude: 108.4943 }
const POINTS = [
  { locationId: "unknown", position: null },
  { locationId: "tam-ky", position: TAM_KY },
  { locationId: "que-vuon", position: QUE_VUON },
  { locationId: "hoi-an", position: HOI_AN },
]

describe("distanceKm", () => {
  it("is the way of the crow", () => {
    const hanoi = { latitude: 21.0285, longitude: 105.8542 }
    const saigon = { latitude: 10.7769, longitude: 106.7009 }
    expect(distanceKm(hanoi, saigon)).toBeCloseTo(1144, -1)
    expect(distanceKm(HOI_AN, TAM_KY)).toBeCloseTo(40.2, 0)
    expect(distanceKm(HOI_AN, HOI_AN)).toBe(0)
  })
})

describe("rankPoints", () => {
  it("puts the points nearest to the buyer's commune first, and those near each other on one rank", () => {
    expect(rankPoints({ provinceCode: "48", position: HOI_AN }, POINTS)).toEqual([
      { locationId: "hoi-an", rank: 0 },
      { locationId: "que-vuon", rank: 0 },
      { locationId: "tam-ky", rank: 4 },
      { locationId: "unknown", rank: Number.MAX_SAFE_INTEGER },
    ])
  })

  it("goes by the province where the commune has no position", () => {
    const ranks = rankPoints({ provinceCode: "51", position: null }, POINTS)
    expect(ranks[0]).toEqual({ locationId: "tam-ky", rank: 5 })
    expect(ranks.at(-1)?.locationId).toBe("unknown")
  })

  it("treats all points alike for a buyer of nowhere", () => {
    for (const provinceCode of [null, "00"])
      expect(
        new Set(
          rankPoints({ provinceCode, position: null }, POINTS).map(({ rank }) => rank),
        ).size,
      ).toBe(1)
  })
})

describe("PROVINCE_CENTRES", () => {
  it("has the 34 provinces of today, all inside Việt Nam", () => {
    expect(PROVINCE_CENTRES.size).toBe(34)
    for (const { latitude, longitude } of PROVINCE_CENTRES.values()) {
      expect(latitude).toBeGreaterThan(8.5)
      expect(latitude).toBeLessThan(23.4)
      expect(longitude).toBeGreaterThan(102.1)
      expect(longitude).toBeLessThan(109.5)
    }
  })
})
