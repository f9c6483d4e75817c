/** The card of an item ("thẻ kho") from receipt to return: lots, order of expiry, corrections. */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { admin, adminRaw } from "../support/backend"
import { buy } from "../support/contest"
import { booksOf, brief, writtenBy } from "../support/ledger"
import { cancel, order, sendBack, type Ordered } from "../support/orders"
import { newGoods, newItem, newVariants, point } from "../support/own-goods"
import { callOff, handOver } from "../support/points"
import { shelf } from "../support/stock"
import { dayIn, setStockDay } from "../support/stock-day"
import {
  cardOf,
  correct,
  holdersOf,
  liftRecall,
  lotsOf,
  post,
  recall,
  receive,
  sendDocument,
} from "../support/stock-documents"

let here: string
let there: string
beforeAll(async () => {
  ;[here, there] = [await point(0), await point(1)]
})

const codeOf = async (answer: { json: () => Promise<unknown> }) =>
  z.object({ code: z.string() }).parse(await answer.json()).code

describe("goods of two lots", () => {
  let item: string
  let variant: string
  let first: Ordered
  let second: Ordered

  beforeAll(async () => {
    item = await newItem({ location: here, stocked: 0 })
    ;[variant = ""] = await newVariants({ [item]: 1 })
    // The one that lasts longer comes first: the day decides, not the order of arrival.
    await receive(item, here, 5, { code: "DÀI", best_before: dayIn(40) })
    await receive(item, here, 5, { code: "NGẮN", best_before: dayIn(10) })
  })

  it("an order takes what expires first", async () => {
    const wrote = await writtenBy(item, async () => {
      first = await order(variant, 3)
    })
    expect(wrote).toEqual(["reservation NGẮN 0 3"])
  })

  it("and one line draws from two lots where one has not enough", async () => {
    const wrote = await writtenBy(item, async () => {
      second = await order(variant, 4)
    })
    expect(wrote.sort()).toEqual(["reservation DÀI 0 2", "reservation NGẮN 0 2"])
  })

  it("handing over books the sale on the lots that were held", async () => {
    const wrote = await writtenBy(item, async () => {
      expect(await handOver(first.id, first.line, 3, here)).toBe(200)
    })
    expect(wrote).toEqual(["sale NGẮN -3 -3"])
    expect(await shelf(item, here)).toEqual({ stocked: 7, reserved: 4 })
  })

  it("calling it off brings them back, held as before", async () => {
    expect(await writtenBy(item, () => callOff(first.id))).toEqual(["return NGẮN 3 3"])
    expect(await shelf(item, here)).toEqual({ stocked: 10, reserved: 7 })
  })

  it("a part is handed over, then the rest", async () => {
    const wrote = await writtenBy(item, async () => {
      expect(await handOver(second.id, second.line, 3, here)).toBe(200)
      expect(await handOver(second.id, second.line, 1, here)).toBe(200)
    })
    expect(wrote).toEqual(["sale NGẮN -2 -2", "sale DÀI -1 -1", "sale DÀI -1 -1"])
    expect(await shelf(item, here)).toEqual({ stocked: 6, reserved: 3 })
  })

  it("more than was ordered is not handed over", async () => {
    expect(
      await writtenBy(item, async () => {
        expect(await handOver(first.id, first.line, 4, here)).toBeGreaterThanOrEqual(400)
      }),
    ).toEqual([])
  })

  it("what a customer sends back goes to the lot that it came from", async () => {
    expect(await writtenBy(item, () => sendBack(second, 1, here))).toEqual([
      expect.stringMatching(/^return (NGẮN|DÀI) 1 0$/),
    ])
    expect(await shelf(item, here)).toEqual({ stocked: 7, reserved: 3 })
  })

  it("cancelling an order lets go of what it held", async () => {
    expect(await writtenBy(item, () => cancel(first))).toEqual([
      "reservation-release NGẮN 0 -3",
    ])
    expect(await shelf(item, here)).toEqual({ stocked: 7, reserved: 0 })
  })

  it("the lots say the same as the rows", async () => {
    const lots = await lotsOf(item)
    const rows = await booksOf(item)
    for (const { code, balances } of lots) {
      const onHand = rows
        .filter(({ lot_code }) => lot_code === code)
        .reduce((sum, row) => sum + row.on_hand_change, 0)
      expect(balances).toEqual([{ location_id: here, on_hand: onHand, reserved: 0 }])
    }
  })
})

describe("a row that says something wrong", () => {
  it("is mended by another one that names it, and stays", async () => {
    const item = await newItem({ location: here, stocked: 0 })
    const lot = { code: "A", best_before: dayIn(20) }
    const [received] = await post({
      kind: "receipt",
      location_id: here,
      note: "Phiếu giao 12",
      lines: [{ inventory_item_id: item, quantity: 5, lot }],
    })
    const [mended, ...others] = await correct(received?.id ?? "", 8, "Đếm lại: 8")
    expect(others).toEqual([])
    expect(mended).toMatchObject({
      kind: "receipt",
      on_hand_change: 3,
      corrects_id: received?.id,
      lot_id: received?.lot_id,
      note: "Đếm lại: 8",
    })
    await correct(received?.id ?? "", 0)
    const rows = await booksOf(item)
    expect(rows.map(brief)).toEqual(["receipt A 5 0", "receipt A 3 0", "receipt A -8 0"])
    expect(rows[0]?.note).toBe("Phiếu giao 12")
  })

  it("is not mended below what orders hold", async () => {
    const item = await newItem({ location: here, stocked: 0 })
    const [variant = ""] = await newVariants({ [item]: 1 })
    const [received] = await post({
      kind: "receipt",
      location_id: here,
      lines: [{ inventory_item_id: item, quantity: 5, lot: { code: "A" } }],
    })
    await order(variant, 4)
    const answer = await adminRaw(`/admin/stock/entries/${received?.id}/corrections`, {
      method: "POST",
      body: { id: crypto.randomUUID(), quantity: 3 },
    })
    expect(answer.status).toBe(409)
    expect(await codeOf(answer)).toBe("stock_reserved")
    expect((await booksOf(item)).map(brief)).toEqual([
      "receipt A 5 0",
      "reservation A 0 4",
    ])
  })

  it("both ends of a transfer are mended together", async () => {
    const { item } = await newGoods(9)
    const [out] = await post({
      kind: "transfer",
      location_id: here,
      to_location_id: there,
      lines: [{ inventory_item_id: item, quantity: 5 }],
    })
    await correct(out?.id ?? "", 2)
    expect(await shelf(item, here)).toEqual({ stocked: 7, reserved: 0 })
    expect(await shelf(item, there)).toEqual({ stocked: 2, reserved: 0 })
    await booksOf(item)
  })
})

describe("the day a lot expires", () => {
  let item: string
  let variant: string
  let lot: string
  let ordered: Ordered
  afterAll(() => setStockDay(0))

  beforeAll(async () => {
    item = await newItem({ location: here, stocked: 0 })
    ;[variant = ""] = await newVariants({ [item]: 1 })
    lot = await receive(item, here, 3, { code: "MAI", best_before: dayIn(1) })
    await receive(item, here, 3, { code: "SAU", best_before: dayIn(30) })
    ordered = await order(variant, 2)
    await setStockDay(1)
  })

  it("it is not available any more; what lasts longer is", async () => {
    expect(await cardOf(item)).toMatchObject({ on_hand: 6, reserved: 2, available: 3 })
    await expect(order(variant, 4)).rejects.toThrow(/insufficient_inventory/)
  })

  it("it is not sold at a counter either", async () => {
    const answer = await sendDocument({
      id: crypto.randomUUID(),
      kind: "sale",
      location_id: here,
      lines: [{ inventory_item_id: item, quantity: 1, lot_id: lot }],
    })
    expect(answer.status).toBe(409)
    expect(await codeOf(answer)).toBe("lot_expired")
  })

  it("what was ordered the day before is handed over from another lot", async () => {
    await writtenBy(item, async () => {
      expect(await handOver(ordered.id, ordered.line, 2, here)).toBe(200)
    })
    const balances = (await lotsOf(item)).map(({ code, balances: [at] }) => [
      code,
      at?.on_hand,
      at?.reserved,
    ])
    expect(balances.sort()).toEqual([
      ["MAI", 3, 0],
      ["SAU", 1, 0],
    ])
  })

  it("and where there is no other, it is refused with the reason", async () => {
    const only = await newItem({ location: here, stocked: 0 })
    const [scarce = ""] = await newVariants({ [only]: 1 })
    await receive(only, here, 2, { code: "A", best_before: dayIn(3) })
    const late = await order(scarce, 2)
    await setStockDay(3)
    const answer = await adminRaw(`/admin/orders/${late.id}/fulfillments`, {
      method: "POST",
      body: { items: [{ id: late.line, quantity: 2 }], location_id: here },
    })
    expect(answer.status).toBe(409)
    expect(await codeOf(answer)).toBe("lot_expired")
    expect(await shelf(only, here)).toEqual({ stocked: 2, reserved: 2 })
  })

  it("it can still be written off", async () => {
    await post({
      kind: "disposal",
      location_id: here,
      lines: [{ inventory_item_id: item, quantity: 3, lot_id: lot, reason: "expired" }],
    })
    expect((await booksOf(item)).at(-1)).toMatchObject({
      kind: "disposal",
      reason: "expired",
      on_hand_change: -3,
    })
  })
})

describe("a recall", () => {
  it("blocks the lot at every point at once and names the orders that hold it", async () => {
    const item = await newItem(
      { location: here, stocked: 0 },
      { location: there, stocked: 0 },
    )
    const [variant = ""] = await newVariants({ [item]: 1 })
    const lot = await receive(item, here, 3, { code: "LỖI", best_before: dayIn(20) })
    expect(await receive(item, there, 3, { code: "LỖI", best_before: dayIn(20) })).toBe(
      lot,
    )
    const ordered = await order(variant, 2)

    const holders = await recall(lot, "Nhà sản xuất báo lỗi tem")
    const { order: named } = await admin(
      `/admin/orders/${ordered.id}?fields=id,display_id`,
      z.object({ order: z.object({ id: z.string(), display_id: z.number() }) }),
    )
    expect(holders).toEqual([
      expect.objectContaining({
        quantity: 2,
        line_item_id: ordered.line,
        order: expect.objectContaining(named),
      }),
    ])
    expect(await holdersOf(lot)).toEqual(holders)
    expect(await cardOf(item)).toMatchObject({ on_hand: 6, reserved: 2, available: 0 })
    await expect(buy([{ variant, quantity: 1 }])).rejects.toThrow(
      /insufficient_inventory/,
    )
    const sale = await sendDocument({
      id: crypto.randomUUID(),
      kind: "sale",
      location_id: there,
      lines: [{ inventory_item_id: item, quantity: 1, lot_id: lot }],
    })
    expect(sale.status).toBe(409)
    expect(await codeOf(sale)).toBe("lot_recalled")
    const handedOver = await adminRaw(`/admin/orders/${ordered.id}/fulfillments`, {
      method: "POST",
      body: { items: [{ id: ordered.line, quantity: 2 }], location_id: here },
    })
    expect(handedOver.status).toBe(409)
    expect(await codeOf(handedOver)).toBe("lot_recalled")

    await liftRecall(lot)
    expect(await cardOf(item)).toMatchObject({ on_hand: 6, reserved: 2, available: 4 })
    expect(await handOver(ordered.id, ordered.line, 2, here)).toBe(200)
    expect(await holdersOf(lot)).toEqual([])
  })
})
