/** What becomes of an order's goods after it was placed, in the less common turns. */
import { beforeAll, describe, expect, it } from "vitest"
import { adminRaw } from "../support/backend"
import { writtenBy } from "../support/ledger"
import { cancel, order, sendBack } from "../support/orders"
import { newGoods, newItem, newVariants, point } from "../support/own-goods"
import { callOff, handOver } from "../support/points"
import { reservationsOf, shelf } from "../support/stock"
import { dayIn } from "../support/stock-day"
import { liftRecall, recall, receive } from "../support/stock-documents"

let here: string
beforeAll(async () => {
  here = await point(0)
})

/** 3 pieces that expire first and 5 later ones. */
async function goodsOfTwoLots() {
  const item = await newItem({ location: here, stocked: 0 })
  const [variant = ""] = await newVariants({ [item]: 1 })
  const soon = await receive(item, here, 3, { code: "A", best_before: dayIn(20) })
  await receive(item, here, 5, { code: "B", best_before: dayIn(90) })
  return { item, variant, soon }
}

describe("an order that is cancelled", () => {
  it("twice frees what it had reserved once", async () => {
    const { item, variant, location } = await newGoods(5)
    const ordered = await order(variant, 3)
    await cancel(ordered)
    const path = `/admin/orders/${ordered.id}/cancel`
    const again = await adminRaw(path, { method: "POST" })
    expect(again.status).toBeGreaterThanOrEqual(400)
    expect(again.status).toBeLessThan(500)
    expect(await shelf(item, location)).toEqual({ stocked: 5, reserved: 0 })
    expect(await reservationsOf(item)).toEqual([])
  })
})

describe("goods that were called off", () => {
  it("are handed over again, the first to expire first", async () => {
    const { item, variant } = await goodsOfTwoLots()
    const { id, line } = await order(variant, 4)
    expect(await handOver(id, line, 4, here)).toBe(200)
    await callOff(id)
    expect(await shelf(item, here)).toEqual({ stocked: 8, reserved: 4 })
    expect(await writtenBy(item, () => handOver(id, line, 3, here))).toEqual([
      "sale A -3 -3",
    ])
  })
})

describe("a lot that is recalled after it was ordered", () => {
  it("is not handed over while there is another", async () => {
    const { item, variant, soon } = await goodsOfTwoLots()
    const { id, line } = await order(variant, 3)
    await recall(soon, "Thử thu hồi")
    const wrote = await writtenBy(item, async () => {
      expect(await handOver(id, line, 3, here)).toBe(200)
    })
    expect(wrote.filter((row) => row.startsWith("sale"))).toEqual(["sale B -3 0"])
    expect(await shelf(item, here)).toEqual({ stocked: 5, reserved: 0 })
  })

  it("stays where it is, and so does all of the order, while there is none", async () => {
    const { item, variant, soon } = await goodsOfTwoLots()
    const { id, line } = await order(variant, 8)
    await recall(soon, "Thử thu hồi")
    expect(
      await writtenBy(item, async () => {
        expect(await handOver(id, line, 8, here)).toBe(409)
      }),
    ).toEqual([])
    await liftRecall(soon)
    expect(await handOver(id, line, 8, here)).toBe(200)
  })
})

describe("goods that a customer sends back", () => {
  it("lie in the lots that were sold, and can be sold again", async () => {
    const { item, variant } = await goodsOfTwoLots()
    const ordered = await order(variant, 4)
    expect(await handOver(ordered.id, ordered.line, 4, here)).toBe(200)
    await sendBack(ordered, 2, here)
    expect(await shelf(item, here)).toEqual({ stocked: 6, reserved: 0 })
    await order(variant, 6)
    expect(await shelf(item, here)).toEqual({ stocked: 6, reserved: 6 })
  })
})
