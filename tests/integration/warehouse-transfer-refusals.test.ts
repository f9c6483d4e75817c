/** What a transfer refuses: with a code and a Vietnamese message naming the line, nothing written. */
import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { backend } from "../support/backend"
import { buy } from "../support/contest"
import { counted } from "../support/database"
import { newGoods, newItem, point } from "../support/own-goods"
import { cardOf, correct, sendDocument } from "../support/stock-documents"
import {
  command,
  draft,
  placesOf,
  refused,
  ROAD,
  step,
  transferOf,
} from "../support/warehouse"

let from: string
let to: string
beforeAll(async () => {
  from = await point(0)
  to = await point(1)
})

const places = (item: string) => placesOf(item, from, to)

describe("what cannot be is refused, and nothing is written", () => {
  let item: string
  let sent: string
  beforeAll(async () => {
    item = await newItem({ location: from, stocked: 5 })
    sent = await draft(from, to, [{ inventory_item_id: item, quantity: 3 }])
    await step(sent, "send")
    return () => step(sent, "cancel")
  })

  const receiving = (...lines: object[]) =>
    refused(command(`transfers/${sent}/receive`, { id: randomUUID(), lines }))

  it("more than was sent, naming the line", async () => {
    const before = await counted("select count(*) as count from stock_entry")
    expect(await receiving({ line: 0, lot_id: null, received: 4 })).toMatchObject({
      status: 422,
      code: "more_than_sent",
      message: "Dòng 1: Số nhận nhiều hơn số đang chuyển, chỉ còn 3.",
      details: { line: 0, left: 3 },
    })
    expect(
      await receiving({ line: 0, lot_id: null, received: 2, missing: 1, damaged: 1 }),
    ).toMatchObject({ code: "more_than_sent" })
    expect(await counted("select count(*) as count from stock_entry")).toBe(before)
    expect(await places(item)).toEqual({ from: 2, road: 3, to: 0 })
  })

  it.each([
    ["a line that was not sent", [{ line: 7, lot_id: null, received: 1 }], 0],
    [
      "a line twice",
      [
        { line: 0, lot_id: null, received: 1 },
        { line: 0, lot_id: null, received: 1 },
      ],
      1,
    ],
    ["a fraction", [{ line: 0, lot_id: null, received: 0.5 }], 0],
    ["nothing", [{ line: 0, lot_id: null, received: 0 }], 0],
  ])("%s", async (_, lines, line) => {
    const answer = await receiving(...lines)
    expect(answer).toMatchObject({
      status: 422,
      code: "invalid_input",
      details: { line },
    })
    expect(answer.message).toMatch(new RegExp(`^Dòng ${line + 1}: `))
  })

  it("more than lies there", async () => {
    const id = await draft(from, to, [
      { inventory_item_id: item, quantity: 1 },
      { inventory_item_id: item, quantity: 2 },
    ])
    expect(
      await refused(command(`transfers/${id}/send`, { id: randomUUID() })),
    ).toMatchObject({ status: 409, code: "insufficient_inventory", details: { line: 1 } })
    expect((await transferOf(id)).status).toBe("draft")
  })

  it("pieces that orders hold", async () => {
    const { item: sold, variant } = await newGoods(3, from)
    await buy([{ variant, quantity: 2 }])
    const id = await draft(from, to, [{ inventory_item_id: sold, quantity: 2 }])
    expect(
      await refused(command(`transfers/${id}/send`, { id: randomUUID() })),
    ).toMatchObject({ status: 409, code: "insufficient_inventory" })
  })

  it("to the place it is at, from nowhere, of goods that are none, without lines", async () => {
    const make = (body: object) =>
      refused(
        command("transfers", {
          id: randomUUID(),
          from_location_id: from,
          to_location_id: to,
          lines: [{ inventory_item_id: item, quantity: 1 }],
          ...body,
        }),
      )
    expect(await make({ to_location_id: from })).toMatchObject({ status: 422 })
    expect(await make({ from_location_id: "sloc_none" })).toMatchObject({
      status: 404,
      code: "unknown_location",
    })
    expect(await make({ to_location_id: ROAD })).toMatchObject({ status: 404 })
    expect(await make({ lines: [] })).toMatchObject({ status: 422 })
    expect(
      await make({ lines: [{ inventory_item_id: "iitem_none", quantity: 1 }] }),
    ).toMatchObject({
      status: 422,
      message: "Dòng 1: Không có mặt hàng này.",
    })
    expect(await make({ id: "no-uuid" })).toMatchObject({ status: 422 })
  })

  it("steps that do not fit, and transfers that are none", async () => {
    const done = await draft(from, to, [{ inventory_item_id: item, quantity: 1 }])
    await step(done, "cancel")
    for (const name of ["send", "cancel"])
      expect(
        await refused(command(`transfers/${done}/${name}`, { id: randomUUID() })),
      ).toMatchObject({ status: 409, code: "wrong_transfer_status" })
    expect(
      await refused(command(`transfers/${randomUUID()}/send`, { id: randomUUID() })),
    ).toMatchObject({ status: 404, code: "unknown_transfer" })
    const partly = await draft(from, to, [{ inventory_item_id: item, quantity: 2 }])
    await step(partly, "send")
    await step(partly, "receive", { lines: [{ line: 0, lot_id: null, received: 1 }] })
    expect(
      await refused(command(`transfers/${partly}/cancel`, { id: randomUUID() })),
    ).toMatchObject({ status: 409, code: "wrong_transfer_status" })
    expect(
      await refused(
        command(`transfers/${partly}/close`, { id: randomUUID(), reason: "other" }),
      ),
    ).toMatchObject({ status: 422, message: "Hãy ghi rõ lý do." })
    await step(partly, "close", { reason: "lost" })
  })

  it("documents written by hand at the place of what is on the road", async () => {
    const answer = await sendDocument({
      id: randomUUID(),
      kind: "sale",
      location_id: ROAD,
      lines: [{ inventory_item_id: item, quantity: 1 }],
    })
    expect(answer.status).toBe(404)
  })

  it("a correction of what a transfer has moved", async () => {
    const [row] = (await cardOf(item)).rows.filter(({ kind }) => kind === "transfer-out")
    await expect(correct(row?.id ?? "", 1)).rejects.toThrow(/not_correctable/)
  })

  it("anything without signing in", async () => {
    expect((await backend("/admin/stock/transfers")).status).toBe(401)
    expect((await backend("/admin/stock/stocktakes")).status).toBe(401)
  })
})
