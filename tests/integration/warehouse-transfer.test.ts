/** Transfers between points: on the road nobody sells, and nothing appears or vanishes. */
import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { adminRaw } from "../support/backend"
import { buy, completeAtOnce, readyCart } from "../support/contest"
import { counted } from "../support/database"
import { brief } from "../support/ledger"
import { newGoods, newItem, point } from "../support/own-goods"
import { shelf } from "../support/stock"
import { cardOf, post, receive } from "../support/stock-documents"
import {
  command,
  documentIn,
  draft,
  type Line,
  onHand,
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

const newLots = async () => {
  const item = await newItem({ location: from, stocked: 0 })
  const soon = await receive(item, from, 3, { code: "SỚM", best_before: "2090-01-01" })
  const late = await receive(item, from, 5, { code: "MUỘN", best_before: "2091-01-01" })
  return { item, soon, late }
}

const places = (item: string) => placesOf(item, from, to)

describe("a transfer", () => {
  it("goes from draft to sent to received in parts, first expired first, to its end", async () => {
    const { item, soon, late } = await newLots()
    const id = await draft(from, to, [{ inventory_item_id: item, quantity: 6 }])
    expect(await transferOf(id)).toMatchObject({ status: "draft", revision: 1 })
    expect(await places(item)).toEqual({ from: 8, road: 0, to: 0 })

    const sent = await step(id, "send")
    expect(sent.map(brief)).toEqual([
      "transfer-out SỚM -3 0",
      "transfer-in SỚM 3 0",
      "transfer-out MUỘN -3 0",
      "transfer-in MUỘN 3 0",
    ])
    expect(await places(item)).toEqual({ from: 2, road: 6, to: 0 })
    expect((await cardOf(item)).available).toBe(2)

    await step(id, "receive", {
      lines: [{ line: 0, lot_id: soon, received: 2, damaged: 1 }],
    })
    expect(await places(item)).toEqual({ from: 2, road: 3, to: 2 })
    expect((await transferOf(id)).status).toBe("sent")

    await step(id, "receive", {
      lines: [{ line: 0, lot_id: late, received: 2, missing: 1 }],
    })
    expect(await places(item)).toEqual({ from: 2, road: 0, to: 4 })
    expect(await transferOf(id)).toMatchObject({
      status: "closed",
      lines: [
        {
          quantity: 6,
          lots: [
            { lot_code: "SỚM", sent: 3, in_transit: 0, received: 2, lost: 1 },
            { lot_code: "MUỘN", sent: 3, in_transit: 0, received: 2, lost: 1 },
          ],
        },
      ],
    })
    const reasons = (await cardOf(item)).rows.map(({ reason }) => reason)
    expect(reasons).toEqual(expect.arrayContaining(["damaged", "lost"]))
  })

  it("keeps what is on the road from being sold", async () => {
    const { item, variant, location } = await newGoods(2, from)
    expect(location).toBe(from)
    const cart = await readyCart([{ variant, quantity: 1 }])
    const id = await draft(from, to, [{ inventory_item_id: item, quantity: 2 }])
    await step(id, "send")
    expect(await completeAtOnce([cart])).toEqual([
      expect.objectContaining({
        kind: "refused",
        status: 409,
        code: "insufficient_inventory",
      }),
    ])
    await step(id, "receive", { lines: [{ line: 0, lot_id: null, received: 2 }] })
    expect(await buy([{ variant, quantity: 1 }])).toMatchObject({ kind: "order" })
    expect(await shelf(item, to)).toEqual({ stocked: 2, reserved: 1 })
  })

  it("is closed with what never arrived written off", async () => {
    const item = await newItem({ location: from, stocked: 5 })
    const id = await draft(from, to, [{ inventory_item_id: item, quantity: 4 }])
    await step(id, "send")
    await step(id, "receive", { lines: [{ line: 0, lot_id: null, received: 1 }] })
    const rows = await step(id, "close", { reason: "lost", note: "Rơi dọc đường" })
    expect(rows.map(brief)).toEqual(["adjustment – -3 0"])
    expect(rows[0]).toMatchObject({ reason: "lost", note: "Rơi dọc đường" })
    expect(await places(item)).toEqual({ from: 1, road: 0, to: 1 })
  })

  it("that nobody has received yet goes back when it is cancelled", async () => {
    const { item } = await newLots()
    const id = await draft(from, to, [{ inventory_item_id: item, quantity: 4 }])
    await step(id, "send")
    await step(id, "cancel")
    expect(await places(item)).toEqual({ from: 8, road: 0, to: 0 })
    expect((await transferOf(id)).status).toBe("cancelled")
    const other = await draft(from, to, [{ inventory_item_id: item, quantity: 1 }])
    await step(other, "cancel")
    expect((await transferOf(other)).status).toBe("cancelled")
  })

  it("can be edited as long as it is a draft, by one at a time", async () => {
    const item = await newItem({ location: from, stocked: 5 })
    const lines: Line[] = [{ inventory_item_id: item, quantity: 2 }]
    const id = await draft(from, to, [{ inventory_item_id: item, quantity: 4 }])
    const edit = (revision: number) =>
      command(`transfers/${id}`, { id: randomUUID(), revision, lines })
    expect((await edit(1)).status).toBe(201)
    expect(await refused(edit(1))).toMatchObject({ status: 409, code: "stale_revision" })
    expect(await transferOf(id)).toMatchObject({ revision: 2, lines: [{ quantity: 2 }] })
    await step(id, "send", { revision: 2 })
    expect(await refused(edit(2))).toMatchObject({
      status: 409,
      code: "wrong_transfer_status",
      message: "Phiếu chuyển đang ở trạng thái «Đang chuyển» nên không sửa được.",
    })
  })

  it("is found in the list of both points", async () => {
    const item = await newItem({ location: from, stocked: 1 })
    const id = await draft(from, to, [{ inventory_item_id: item, quantity: 1 }])
    for (const location of [from, to]) {
      const list = await adminRaw(
        `/admin/stock/transfers?location_id=${location}&status=draft&limit=200`,
      )
      expect(await list.text()).toContain(id)
    }
    await step(id, "cancel")
  })
})

describe("commands", () => {
  it("are carried out once under one id, at once or later", async () => {
    const item = await newItem({ location: from, stocked: 5 })
    const id = randomUUID()
    const body = {
      id,
      from_location_id: from,
      to_location_id: to,
      lines: [{ inventory_item_id: item, quantity: 3 }],
    }
    const drafts = await Promise.all(
      Array.from({ length: 5 }, () => command("transfers", body)),
    )
    expect(drafts.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])

    const key = randomUUID()
    const sends = await Promise.all(
      Array.from({ length: 5 }, () => command(`transfers/${id}/send`, { id: key })),
    )
    expect(sends.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    const answers = await Promise.all(sends.map(documentIn))
    for (const { entries } of answers) expect(entries).toEqual(answers[0]?.entries)

    const receiveKey = randomUUID()
    const arrival = {
      id: receiveKey,
      lines: [{ line: 0, lot_id: null, received: 3 }],
    }
    const first = await command(`transfers/${id}/receive`, arrival)
    const again = await command(`transfers/${id}/receive`, arrival)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(await documentIn(again)).toEqual({
      ...(await documentIn(first)),
      replayed: true,
    })
    expect(await places(item)).toEqual({ from: 2, road: 0, to: 3 })
  })

  it("under an id that stands for something else are refused", async () => {
    const item = await newItem({ location: from, stocked: 5 })
    const id = await draft(from, to, [{ inventory_item_id: item, quantity: 3 }])
    const conflict = { status: 409, code: "document_conflict" }
    const key = randomUUID()
    await step(id, "send", { id: key })
    expect(await refused(command(`transfers/${id}/cancel`, { id: key }))).toMatchObject(
      conflict,
    )
    const other = {
      id,
      from_location_id: from,
      to_location_id: to,
      lines: [{ inventory_item_id: item, quantity: 1 }],
    }
    expect(await refused(command("transfers", other))).toMatchObject(conflict)
    await step(id, "cancel")
  })
})

it("sent and received by many at once, no piece is lost or doubled", async () => {
  const item = await newItem({ location: from, stocked: 40 })
  const ids = await Promise.all(
    Array.from({ length: 12 }, () =>
      draft(from, to, [{ inventory_item_id: item, quantity: 5 }]),
    ),
  )
  const sends = await Promise.all(
    ids.map((id) => command(`transfers/${id}/send`, { id: randomUUID() })),
  )
  const went = ids.filter((_, index) => sends[index]?.status === 201)
  expect(went).toHaveLength(8)
  expect(await places(item)).toEqual({ from: 0, road: 40, to: 0 })
  // Two hands at each parcel, one of them writes a part off.
  const ends = await Promise.all(
    went.flatMap((id) => [
      command(`transfers/${id}/receive`, {
        id: randomUUID(),
        lines: [{ line: 0, lot_id: null, received: 4, missing: 1 }],
      }),
      command(`transfers/${id}/receive`, {
        id: randomUUID(),
        lines: [{ line: 0, lot_id: null, received: 5 }],
      }),
    ]),
  )
  expect(ends.filter(({ status }) => status === 201)).toHaveLength(8)
  expect(await onHand(item, ROAD)).toBe(0)
  const arrived = await onHand(item, to)
  const lost = await counted(
    `select coalesce(-sum(on_hand_change), 0) as count from stock_entry
      where inventory_item_id = $1 and reason = 'lost'`,
    item,
  )
  expect(arrived + lost).toBe(40)
  await post({
    kind: "sale",
    location_id: to,
    lines: [{ inventory_item_id: item, quantity: arrived }],
  })
})
