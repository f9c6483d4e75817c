import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { draw, type Leave, type LineOut, type NamedLot } from "./draw"
import { type Balance, freeOf } from "./rows"

const TEA = "iitem_tea"

const balance = (lot_id: string | null, more: Partial<Balance> = {}): Balance => ({
  inventory_item_id: TEA,
  location_id: "sloc_1",
  lot_id,
  on_hand: 10,
  reserved: 0,
  best_before: lot_id === null ? null : "2027-01-01",
  made_on: null,
  sellable: true,
  ...more,
})

const lots = (...named: (Partial<NamedLot> & { id: string })[]) =>
  new Map(
    named.map((lot) => [
      lot.id,
      { inventory_item_id: TEA, expired: false, recalled: false, ...lot },
    ]),
  )

const line = (quantity: number, lot_id?: string | null, number = 0): LineOut => ({
  line: number,
  inventory_item_id: TEA,
  quantity,
  lot_id,
})

const taken = (drawn: ReturnType<typeof draw>, number = 0) =>
  drawn.get(number)?.map((each) => [each.balance.lot_id, each.quantity])

const refusal = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  return null
}

describe("draw", () => {
  const early = () => balance("early", { best_before: "2026-12-01", on_hand: 3 })
  const late = () => balance("late")

  it("takes what expires first, and from the next lot what is missing", () => {
    const drawn = draw([late(), early()], new Map(), [line(5)], "sale")
    expect(taken(drawn)).toEqual([
      ["early", 3],
      ["late", 2],
    ])
  })

  it("lets a line that names its lot take before the others", () => {
    const drawn = draw(
      [early(), late()],
      lots({ id: "early" }),
      [line(4), line(3, "early", 1)],
      "sale",
    )
    expect(taken(drawn, 0)).toEqual([["late", 4]])
    expect(taken(drawn, 1)).toEqual([["early", 3]])
  })

  it("checks the lines of one item on their sum and names the one that is short", () => {
    expect(
      refusal(() => draw([late()], new Map(), [line(6), line(6, undefined, 1)], "sale")),
    ).toMatchObject({
      failureCode: "insufficient_inventory",
      details: { line: 1, available: 4 },
    })
  })

  it("sells no blocked lot, named or not", () => {
    const blocked = () => balance("old", { sellable: false })
    const sell = (lot?: string, more: Partial<NamedLot> = {}) =>
      refusal(() =>
        draw([blocked()], lots({ id: "old", ...more }), [line(1, lot)], "sale"),
      )
    expect(sell()).toMatchObject({ failureCode: "insufficient_inventory" })
    expect(sell("old", { expired: true })).toMatchObject({ failureCode: "lot_expired" })
    expect(sell("old", { recalled: true })).toMatchObject({
      failureCode: "lot_recalled",
    })
  })

  it("moves a blocked lot only when it is named", () => {
    const balances = () => [balance("old", { sellable: false })]
    const named = lots({ id: "old", recalled: true })
    expect(taken(draw(balances(), named, [line(1, "old")], "move"))).toEqual([["old", 1]])
    expect(refusal(() => draw(balances(), named, [line(1)], "move"))).toMatchObject({
      failureCode: "insufficient_inventory",
    })
  })

  it("writes off blocked goods, but none that an order holds", () => {
    const balances = [balance("old", { sellable: false, reserved: 8 })]
    const named = lots({ id: "old", expired: true })
    expect(
      refusal(() => draw(balances, named, [line(3, "old")], "write-off")),
    ).toMatchObject({ failureCode: "stock_reserved" })
    expect(
      refusal(() => draw(balances, named, [line(11, "old")], "write-off")),
    ).toMatchObject({ failureCode: "insufficient_inventory" })
    expect(taken(draw(balances, named, [line(2, "old")], "write-off"))).toEqual([
      ["old", 2],
    ])
  })

  it("tells a lot of another item from a lot of another point", () => {
    const foreign = lots({ id: "x", inventory_item_id: "iitem_honey" })
    const elsewhere = lots({ id: "x" })
    expect(refusal(() => draw([], foreign, [line(1, "x")], "sale"))).toMatchObject({
      failureCode: "unknown_lot",
      status: 404,
    })
    expect(refusal(() => draw([], elsewhere, [line(1, "x")], "sale"))).toMatchObject({
      failureCode: "lot_not_at_point",
      status: 422,
    })
  })

  it("takes goods without a lot when that is asked for", () => {
    const drawn = draw([early(), balance(null)], new Map(), [line(2, null)], "sale")
    expect(taken(drawn)).toEqual([[null, 2]])
  })

  it("prefers one lot for everything, the first that has enough", () => {
    const balances = () => [
      early(),
      late(),
      balance("later", { best_before: "2028-01-01" }),
    ]
    const whole = { oneLot: true }
    expect(taken(draw(balances(), new Map(), [line(5)], "sale", whole))).toEqual([
      ["late", 5],
    ])
    expect(taken(draw(balances(), new Map(), [line(12)], "sale", whole))).toEqual([
      ["early", 3],
      ["late", 9],
    ])
  })

  const shelf = fc
    .array(
      fc.record({
        on_hand: fc.integer({ min: 1, max: 20 }),
        held: fc.integer({ min: 0, max: 20 }),
        sellable: fc.boolean(),
        month: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 8 },
    )
    .map((rows) =>
      rows.map(({ on_hand, held, sellable, month }, index) =>
        balance(`lot${index}`, {
          on_hand,
          reserved: Math.min(held, on_hand),
          sellable,
          best_before: `2027-0${month}-01`,
        }),
      ),
    )
  const wanted = fc
    .array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 5 })
    .map((quantities) =>
      quantities.map((quantity, number) => line(quantity, undefined, number)),
    )
  const leave = fc.constantFrom<Leave>("sale", "move", "write-off")

  it("gives every line what it asked for, or refuses because there is not enough", () => {
    fc.assert(
      fc.property(shelf, wanted, leave, (balances, lines, how) => {
        const allowed = balances.filter((each) => each.sellable || how === "write-off")
        const free = allowed.reduce((sum, each) => sum + freeOf(each), 0)
        const asked = lines.reduce((sum, each) => sum + each.quantity, 0)
        const before = balances.map((each) => ({ ...each }))
        const failed = refusal(() => {
          const drawn = draw(balances, new Map(), lines, how)
          for (const each of lines) {
            const parts = drawn.get(each.line) ?? []
            expect(parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(
              each.quantity,
            )
            for (const part of parts)
              expect(part.balance.sellable || how === "write-off").toBe(true)
          }
        })
        expect(failed === null).toBe(asked <= free)
        balances.forEach((each, index) => {
          expect(each.reserved).toBeLessThanOrEqual(each.on_hand)
          expect(each.reserved).toBeGreaterThanOrEqual(before[index]?.reserved ?? 0)
        })
      }),
    )
  })
})
