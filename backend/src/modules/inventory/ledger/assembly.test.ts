import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type BasketComponent, sharesOf } from "./assembly"

const component = (more: Partial<BasketComponent>): BasketComponent => ({
  inventory_item_id: "iitem_tea",
  lot_id: "slot_1",
  quantity: 1,
  unit_value: 10_000,
  producer_id: null,
  consigned: false,
  ...more,
})

describe("sharesOf", () => {
  it("weighs a component by what was drawn of it, and owes consigned goods to their producer", () => {
    const shares = sharesOf(
      [
        component({
          quantity: 13,
          unit_value: 40_000,
          producer_id: "p1",
          consigned: true,
        }),
        component({ quantity: 7, unit_value: 40_000, producer_id: "p2" }),
        component({ quantity: 10, unit_value: 20_000 }),
      ],
      100_001,
    )
    expect(shares.map(({ owner_id, amount }) => [owner_id, amount])).toEqual([
      ["p1", 52_001],
      [null, 28_000],
      [null, 20_000],
    ])
  })

  it("shares every price to the đồng", () => {
    const parts = fc.array(
      fc.record({
        quantity: fc.integer({ min: 0, max: 1_000_000 }),
        unit_value: fc.integer({ min: 0, max: 1_000_000_000 }),
      }),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 10_000_000_000 }), (each, price) => {
        const shares = sharesOf(each.map(component), price)
        expect(shares.reduce((sum, { amount }) => sum + amount, 0)).toBe(price)
      }),
    )
  })
})
