/** The last line of defence: what the tables refuse though every door were open. */
import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { refusalOf, rows } from "../support/database"
import { dayIn } from "../support/stock-day"
import { newItem, point } from "../support/own-goods"
import { reserve } from "../support/stock"
import { post, receive } from "../support/stock-documents"

let here: string
let there: string
let item: string
let other: string
let lot: string

beforeAll(async () => {
  ;[here, there] = [await point(0), await point(1)]
  item = await newItem({ location: here, stocked: 0 })
  other = await newItem({ location: here, stocked: 9 })
  lot = await receive(item, here, 5, { code: "LÔ-1", best_before: dayIn(30) })
  await reserve(other, here, 1)
})

describe("the database itself", () => {
  const RESTRICT = "23001"
  const CHECK = "23514"

  beforeAll(async () => {
    await post({
      kind: "receipt",
      location_id: here,
      lines: [{ inventory_item_id: other, quantity: 1 }],
    })
  })

  it.each([
    "update stock_entry set quantity = quantity + 1",
    "update stock_entry set note = 'x'",
    "delete from stock_entry",
    "truncate stock_entry",
    "truncate stock_entry cascade",
    "update stock_document set kind = 'x'",
    "delete from stock_document",
    "truncate stock_document cascade",
    "delete from stock_balance",
    "update stock_balance set on_hand = on_hand + 1",
    "update stock_balance set reserved = 0 where reserved > 0",
    "insert into stock_balance (inventory_item_id, location_id, on_hand) values ('a', 'b', 1)",
    "update inventory_level set stocked_quantity = stocked_quantity + 1",
    "update inventory_level set reserved_quantity = 0 where reserved_quantity > 0",
    "update inventory_level set deleted_at = now() where stocked_quantity > 0",
    "delete from inventory_level where stocked_quantity > 0",
  ])("refuses: %s", async (sql) => {
    expect(await refusalOf(sql)).toBe(RESTRICT)
  })

  const insert = `insert into stock_entry (inventory_item_id, location_id, lot_id, kind,
      quantity, on_hand_change, reserved_change, reservation_id, reason, document_type,
      document_id, occurred_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'thu', 'thu', now())`
  type Row = { kind: string; quantity: number; onHand: number; reserved?: number }
  const entry = ({ kind, quantity, onHand, reserved = 0 }: Row, reason?: string) =>
    refusalOf(insert, [
      item,
      here,
      lot,
      kind,
      quantity,
      onHand,
      reserved,
      reserved === 0 ? null : "resitem_thu",
      reason ?? null,
    ])

  it("takes a row that is right", async () => {
    expect(await entry({ kind: "receipt", quantity: 1, onHand: 1 })).toBeNull()
    expect(await entry({ kind: "sale", quantity: 1, onHand: -1 })).toBeNull()
  })

  const wrong: [string, Row][] = [
    ["on hand below zero", { kind: "sale", quantity: 6, onHand: -6 }],
    [
      "reserved below zero",
      { kind: "reservation-release", quantity: 1, onHand: 0, reserved: -1 },
    ],
    [
      "more reserved than on hand",
      { kind: "reservation", quantity: 6, onHand: 0, reserved: 6 },
    ],
    ["no quantity", { kind: "receipt", quantity: 0, onHand: 0 }],
    ["a negative quantity", { kind: "receipt", quantity: -1, onHand: -1 }],
    ["a change that is not the quantity", { kind: "receipt", quantity: 2, onHand: 1 }],
    ["a receipt that takes away", { kind: "receipt", quantity: 1, onHand: -1 }],
    ["a sale that brings", { kind: "sale", quantity: 1, onHand: 1 }],
    ["a kind that nobody knows", { kind: "magic", quantity: 1, onHand: 1 }],
    ["an adjustment without a reason", { kind: "adjustment", quantity: 1, onHand: 1 }],
  ]
  it.each(wrong)("refuses a row: %s", async (_, row) => {
    expect(await entry(row)).toBe(CHECK)
  })

  it("refuses pieces of half a thing", async () => {
    expect(
      await refusalOf(
        `insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity)
         values ('resitem_thu', $1, $2, 0.5, '{"value": "0.5"}')`,
        [item, here],
      ),
    ).toBe(CHECK)
  })

  it("refuses a row for a shelf that is not kept", async () => {
    expect(
      await refusalOf(insert, [other, there, null, "receipt", 1, 1, 0, null, null]),
    ).toBe("23503")
  })

  it("refuses a document's id for the second time", async () => {
    const [document] = await rows(
      z.object({ id: z.string() }),
      "select id from stock_document limit 1",
    )
    expect(
      await refusalOf(
        `insert into stock_document (id, kind, fingerprint, occurred_at)
         values ($1, 'sale', 'x', now())`,
        [document?.id],
      ),
    ).toBe("23505")
  })
})
