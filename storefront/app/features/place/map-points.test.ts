import { describe, expect, it } from "vitest"
import { discRadius, MAP_HEIGHT, MAP_WIDTH, mapPoint, middle, spread } from "./map-points"

const hoiAn = { latitude: 15.88, longitude: 108.33 }
const tayGiang = { latitude: 15.88, longitude: 107.45 }

describe("mapPoint", () => {
  it("puts west left and north up, inside the map", () => {
    const east = mapPoint(hoiAn)
    const west = mapPoint(tayGiang)
    expect(east?.y).toBe(west?.y)
    expect(west && east && west.x < east.x).toBe(true)
    expect(east && east.x > 0 && east.x < MAP_WIDTH && east.y < MAP_HEIGHT).toBe(true)
  })
  it("knows no place for a missing centre", () => {
    expect(mapPoint({ latitude: null, longitude: 108 })).toBeNull()
  })
})

describe("middle", () => {
  it("leaves out what has no centre", () => {
    expect(middle([hoiAn, { latitude: null, longitude: null }])).toEqual(mapPoint(hoiAn))
    expect(middle([])).toBeNull()
  })
})

describe("spread", () => {
  it("gives crowded points room and keeps their order", () => {
    const [west, east] = spread([
      { x: 300, y: 200 },
      { x: 310, y: 202 },
    ])
    expect(east && west && east.x - west.x).toBeGreaterThan(90)
  })
  it("leaves alone what stands free, and stays on the map", () => {
    expect(
      spread([
        { x: 100, y: 100 },
        { x: 450, y: 300 },
      ]),
    ).toEqual([
      { x: 100, y: 100 },
      { x: 450, y: 300 },
    ])
    const [corner] = spread([{ x: 900, y: -50 }])
    expect(corner && corner.x < MAP_WIDTH && corner.y > 0).toBe(true)
  })
})

it("a disc grows slower than its number", () => {
  expect(discRadius(0)).toBeLessThan(discRadius(1))
  expect(discRadius(40)).toBeLessThan(discRadius(1) * 4)
})
