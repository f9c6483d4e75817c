import { describe, expect, it } from "vitest"
import { randomFrom, zipf } from "./chance"
import { syntheticProduct } from "./synthetic"

describe("zipf", () => {
  it("gives the second value half as often as the first", () => {
    const draw = zipf(["a", "b", "c", "d"])
    const random = randomFrom(1)
    const drawn = Array.from({ length: 20_000 }, () => draw(random))
    const count = (value: string) => drawn.filter((one) => one === value).length
    expect(count("a") / count("b")).toBeCloseTo(2, 0)
    expect(count("a") / count("d")).toBeGreaterThan(3)
  })

  it("refuses an empty list", () => {
    expect(() => zipf([])(randomFrom(1))).toThrow(RangeError)
  })
})

describe("syntheticProduct", () => {
  const some = Array.from({ length: 500 }, (_, index) => syntheticProduct(index + 1, 40))

  it("gives the same product for the same number", () => {
    expect(syntheticProduct(7, 40)).toEqual(some[6])
  })

  it("gives unique handles, 1 to 3 variants at rising prices, on OCOP points", () => {
    expect(new Set(some.map(({ handle }) => handle)).size).toBe(some.length)
    for (const { variants, producer } of some) {
      const prices = variants.map(({ price }) => price)
      expect(prices.length).toBeGreaterThanOrEqual(1)
      expect(prices.length).toBeLessThanOrEqual(3)
      expect(prices).toEqual([...prices].sort((a, b) => a - b))
      expect(variants.every(({ stock }) => stock.size > 0)).toBe(true)
      expect(producer).toBeLessThan(40)
    }
  })

  it("spreads over groups, stars and districts", () => {
    expect(new Set(some.map(({ group }) => group)).size).toBeGreaterThanOrEqual(5)
    expect(new Set(some.map(({ recognition }) => recognition?.stars)).size).toBe(4)
    expect(new Set(some.map(({ district }) => district)).size).toBeGreaterThan(12)
  })
})
