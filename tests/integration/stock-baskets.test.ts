/** Gift baskets ("giỏ quà"): packed when ordered (a kit), or beforehand (an assembly). */
import { beforeAll, describe, expect, it } from "vitest"
import { booksOf, brief, writtenBy } from "../support/ledger"
import { cancel, order, type Ordered } from "../support/orders"
import { newItem, newVariants, point } from "../support/own-goods"
import { callOff, handOver } from "../support/points"
import { shelf } from "../support/stock"
import { dayIn } from "../support/stock-day"
import {
  cardOf,
  holdersOf,
  liftRecall,
  lotsOf,
  post,
  recall,
  receive,
  sharesOf,
} from "../support/stock-documents"

let here: string
beforeAll(async () => {
  here = await point(0)
})

describe("a basket that is packed when it is ordered", () => {
  let tea: string
  let honey: string
  let ordered: Ordered

  beforeAll(async () => {
    tea = await newItem({ location: here, stocked: 0 })
    honey = await newItem({ location: here, stocked: 7 })
    const [basket = ""] = await newVariants({ [tea]: 2, [honey]: 1 })
    await receive(tea, here, 5, { code: "T1", best_before: dayIn(10) })
    await receive(tea, here, 5, { code: "T2", best_before: dayIn(20) })
    ordered = await order(basket, 3)
  })

  it("holds each component once, of the lots that expire first", async () => {
    expect(await shelf(tea, here)).toEqual({ stocked: 10, reserved: 6 })
    expect(await shelf(honey, here)).toEqual({ stocked: 7, reserved: 3 })
    const held = (await booksOf(tea)).filter(({ kind }) => kind === "reservation")
    expect(held.map(brief).sort()).toEqual(["reservation T1 0 5", "reservation T2 0 1"])
  })

  it("takes each component once when it is handed over", async () => {
    const wrote = await writtenBy(tea, async () => {
      expect(await handOver(ordered.id, ordered.line, 3, here)).toBe(200)
    })
    expect(wrote.sort()).toEqual(["sale T1 -5 -5", "sale T2 -1 -1"])
    expect(await shelf(tea, here)).toEqual({ stocked: 4, reserved: 0 })
    expect(await shelf(honey, here)).toEqual({ stocked: 4, reserved: 0 })
  })

  it("brings each back when that is called off, and lets go of it when cancelled", async () => {
    await callOff(ordered.id)
    expect(await shelf(tea, here)).toEqual({ stocked: 10, reserved: 6 })
    expect(await shelf(honey, here)).toEqual({ stocked: 7, reserved: 3 })
    await cancel(ordered)
    expect(await shelf(tea, here)).toEqual({ stocked: 10, reserved: 0 })
    expect(await shelf(honey, here)).toEqual({ stocked: 7, reserved: 0 })
  })
})

describe("baskets that are packed beforehand", () => {
  let tea: string
  let honey: string
  let basket: string
  let variant: string
  let basketLot: string
  let honeyLot: string

  beforeAll(async () => {
    tea = await newItem({ location: here, stocked: 0 })
    honey = await newItem({ location: here, stocked: 0 })
    basket = await newItem()
    ;[variant = ""] = await newVariants({ [basket]: 1 })
    await receive(tea, here, 9, { code: "T", best_before: dayIn(40) })
    honeyLot = await receive(honey, here, 9, { code: "M", best_before: dayIn(25) })
    const [entry] = (
      await post({
        kind: "assembly",
        location_id: here,
        inventory_item_id: basket,
        quantity: 3,
        lot_code: "GIỎ-1",
        components: [
          { inventory_item_id: tea, quantity: 2, unit_value: 30_000 },
          { inventory_item_id: honey, quantity: 1, unit_value: 50_001 },
        ],
      })
    ).filter(({ inventory_item_id }) => inventory_item_id === basket)
    basketLot = entry?.lot_id ?? ""
  })

  it("draw their components once and expire with the first of them", async () => {
    expect((await booksOf(tea)).map(brief)).toEqual(["receipt T 9 0", "assembly T -6 0"])
    expect((await booksOf(honey)).map(brief)).toEqual([
      "receipt M 9 0",
      "assembly M -3 0",
    ])
    expect((await booksOf(basket)).map(brief)).toEqual(["assembly GIỎ-1 3 0"])
    const [lot] = await lotsOf(basket)
    expect(lot).toMatchObject({ id: basketLot, best_before: dayIn(25), blocked: false })
    expect(lot?.components.map((each) => each.inventory_item_id).sort()).toEqual(
      [tea, honey].sort(),
    )
  })

  it.each([0, 1, 99_999, 100_000, 123_457, 2_000_000_000])(
    "share a price of %i đ by what the components are worth, to the đồng",
    async (price) => {
      const shares = await sharesOf(basketLot, price)
      const amountOf = (item: string) =>
        shares
          .filter(({ inventory_item_id }) => inventory_item_id === item)
          .reduce((sum, { amount }) => sum + amount, 0)
      expect(amountOf(tea) + amountOf(honey)).toBe(price)
      expect(Math.abs(amountOf(tea) - (price * 60_000) / 110_001)).toBeLessThan(1)
    },
  )

  it("are sold without touching the components again", async () => {
    const ordered = await order(variant, 2)
    expect(await handOver(ordered.id, ordered.line, 1, here)).toBe(200)
    expect(await shelf(basket, here)).toEqual({ stocked: 2, reserved: 1 })
    expect(await shelf(tea, here)).toEqual({ stocked: 3, reserved: 0 })
    expect(await shelf(honey, here)).toEqual({ stocked: 6, reserved: 0 })
  })

  it("are blocked when a component is recalled, and their orders are named", async () => {
    const holders = await recall(honeyLot, "Kiểm nghiệm không đạt")
    expect(holders).toEqual([
      expect.objectContaining({ quantity: 1, order: expect.anything() }),
    ])
    expect(await holdersOf(honeyLot)).toEqual(holders)
    expect(await cardOf(basket)).toMatchObject({ on_hand: 2, available: 0 })
    await liftRecall(honeyLot)
    expect(await cardOf(basket)).toMatchObject({ on_hand: 2, available: 1 })
  })
})
