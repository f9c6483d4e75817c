/** What a stocktake refuses: with a code and a Vietnamese message naming the goods, nothing written. */
import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { buy } from "../support/contest"
import { counted } from "../support/database"
import { newGoods, newItem, point } from "../support/own-goods"
import { shelf } from "../support/stock"
import { post } from "../support/stock-documents"
import {
  begin,
  cancelStocktake,
  command,
  count,
  countsBody,
  refused,
  stocktakeOf,
} from "../support/warehouse"

let here: string
beforeAll(async () => {
  here = await point(2)
})

const beginFor = (...items: string[]) => begin(here, { inventory_item_ids: items })

describe("what cannot be is refused, and nothing is written", () => {
  it("a count below what orders hold, naming the goods", async () => {
    const { item, variant } = await newGoods(5, here)
    await buy([{ variant, quantity: 3 }])
    const id = await beginFor(item)
    await count(id, [{ item, quantity: 2 }])
    const answer = await refused(
      command(`stocktakes/${id}/approve`, { id: randomUUID() }),
    )
    expect(answer).toMatchObject({
      status: 409,
      code: "stock_reserved",
      details: { line: 0, reserved: 3 },
    })
    expect(answer.message).toMatch(/^Mặt hàng THU-\S+: số đếm ít hơn số đang giữ/)
    expect(await shelf(item, here)).toEqual({ stocked: 5, reserved: 3 })
    expect((await stocktakeOf(id)).status).toBe("counting")
    await cancelStocktake(id)
  })

  it("a count that what was sold since shows to be wrong", async () => {
    const item = await newItem({ location: here, stocked: 10 })
    const id = await beginFor(item)
    await count(id, [{ item, quantity: 2 }])
    await post({
      kind: "sale",
      location_id: here,
      lines: [{ inventory_item_id: item, quantity: 5 }],
    })
    expect(
      await refused(command(`stocktakes/${id}/approve`, { id: randomUUID() })),
    ).toMatchObject({ status: 409, code: "recount_needed" })
    await cancelStocktake(id)
  })

  it("nothing counted, goods out of scope, unknown goods and lots, impossible figures and times", async () => {
    const item = await newItem({ location: here, stocked: 1 })
    const outside = await newItem({ location: here, stocked: 1 })
    const id = await beginFor(item)
    expect(
      await refused(command(`stocktakes/${id}/approve`, { id: randomUUID() })),
    ).toMatchObject({ status: 422, code: "nothing_counted" })
    const counting = (body: object) =>
      refused(command(`stocktakes/${id}/counts`, { id: randomUUID(), ...body }))
    expect(await counting(countsBody([{ item }, { item: outside }]))).toMatchObject({
      status: 422,
      message: "Dòng 2: Mặt hàng này không thuộc đợt kiểm kê.",
    })
    expect(await counting(countsBody([{ item: "iitem_none" }]))).toMatchObject({
      status: 422,
      message: "Dòng 1: Không có mặt hàng này.",
    })
    expect(await counting(countsBody([{ item, lot: "slot_none" }]))).toMatchObject({
      status: 404,
      code: "unknown_lot",
    })
    for (const quantity of [-1, 1.5, 1e9])
      expect(await counting(countsBody([{ item, quantity }]))).toMatchObject({
        status: 422,
        code: "invalid_input",
      })
    for (const hours of [-24, 24])
      expect(
        await counting(countsBody([{ item }], new Date(Date.now() + hours * 3_600_000))),
      ).toMatchObject({ status: 422 })
    expect(await counting({ lines: [] })).toMatchObject({ status: 422 })
    expect(
      await counted(
        "select count(*) as count from stocktake_count where stocktake_id = $1",
        id,
      ),
    ).toBe(0)
    await cancelStocktake(id)
    expect(
      await refused(command(`stocktakes/${id}/approve`, { id: randomUUID() })),
    ).toMatchObject({ status: 409, code: "stocktake_cancelled" })
    expect(
      await refused(command(`stocktakes/${randomUUID()}/approve`, { id: randomUUID() })),
    ).toMatchObject({ status: 404, code: "unknown_stocktake" })
  })
})
