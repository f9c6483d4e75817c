import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { givenBack, type Packed } from "./disassembly"

const tea = (left: number): Packed => ({ inventory_item_id: "tea", left })
const honey = (left: number): Packed => ({ inventory_item_id: "honey", left })

describe("givenBack", () => {
  it("gives back what a basket holds, of two lots by what is left of each", () => {
    // Ten baskets of two teas and a honey; the tea came of two lots.
    expect(givenBack([tea(13), tea(7), honey(10)], 3, 10)).toEqual([4, 2, 3])
    expect(givenBack([tea(9), tea(5), honey(7)], 7, 7)).toEqual([9, 5, 7])
  })

  it("gives nothing of what a correction took out", () => {
    expect(givenBack([tea(0), tea(0), honey(2)], 1, 2)).toEqual([0, 0, 1])
  })

  it("gives back, over all baskets of a lot, exactly what was drawn, whole baskets at a time", () => {
    const item = fc.record({
      perBasket: fc.integer({ min: 1, max: 12 }),
      cuts: fc.array(fc.nat(1_000), { maxLength: 3 }),
    })
    const steps = fc.array(fc.integer({ min: 1, max: 9 }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 4 }),
        steps,
        (items, taken) => {
          let left = taken.reduce((sum, each) => sum + each, 0)
          const packed = items.flatMap(({ perBasket, cuts }, index) => {
            const all = perBasket * left
            const at = [
              0,
              ...cuts.map((cut) => cut % (all + 1)).sort((a, b) => a - b),
              all,
            ]
            return at.slice(1).map((end, place) => ({
              inventory_item_id: String(index),
              left: end - (at[place] ?? 0),
            }))
          })
          for (const baskets of taken) {
            const back = givenBack(packed, baskets, left)
            items.forEach(({ perBasket }, index) => {
              const pieces = back.filter(
                (_, place) => packed[place]?.inventory_item_id === String(index),
              )
              expect(pieces.reduce((sum, each) => sum + each, 0)).toBe(
                perBasket * baskets,
              )
            })
            packed.forEach((each, place) => {
              each.left -= back[place] ?? 0
              expect(each.left).toBeGreaterThanOrEqual(0)
            })
            left -= baskets
          }
          expect(packed.every((each) => each.left === 0)).toBe(true)
        },
      ),
    )
  })
})
