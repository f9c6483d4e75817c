import { describe, expect, it } from "vitest"
import { products } from "./data"
import { minimumsOf } from "./minimums"
import { stockOf } from "./stock"

const all = products.flatMap((product) =>
  product.variants.flatMap((_, variant) =>
    minimumsOf(product, variant).map((minimum) => {
      const shelf = stockOf(product, variant).find(
        ({ showroom }) => showroom === minimum.showroom,
      )
      return { ...minimum, quantity: shelf?.quantity }
    }),
  ),
)

describe("sample minimums", () => {
  it("are only where the goods are kept", () =>
    expect(all.filter(({ quantity }) => quantity === undefined)).toEqual([]))

  it("leave most shelves well filled, and some short", () => {
    const short = all.filter(({ quantity = 0, minimum }) => quantity < minimum)
    expect(short.length).toBeGreaterThan(10)
    expect(short.length).toBeLessThan(all.length / 2)
  })
})
