import { describe, expect, it } from "vitest"
import {
  adjustmentDocument,
  countDocument,
  disposalDocument,
  transferDocument,
} from "../../../contracts/stock"
import { type NamedLot } from "./draw"
import { planAdjustment, planCount, planOut, planTransfer, STOCK_DOCUMENT } from "./plan"
import { type Balance, type EntryDraft } from "./rows"

const ID = "3f2b8c1e-5d0a-4a57-9a55-8f1c2f6f5a10"
const TEA = "iitem_tea"
const HEAD = { document_type: STOCK_DOCUMENT, document_id: ID }

const balance = (lot_id: string | null, on_hand: number, reserved = 0): Balance => ({
  inventory_item_id: TEA,
  location_id: "sloc_1",
  lot_id,
  on_hand,
  reserved,
  best_before: lot_id,
  made_on: null,
  sellable: true,
})

const named = (id: string): [string, NamedLot] => [
  id,
  { id, inventory_item_id: TEA, expired: false, recalled: false },
]
const A = "2027-01-01"
const B = "2027-02-01"
const books = (...balances: Balance[]) => ({
  balances,
  lots: new Map([named(A), named(B)]),
})

/** A document as a client sends it. */
const sent = (kind: string, ...lines: object[]) => ({
  id: ID,
  kind,
  location_id: "sloc_1",
  ...(kind === "transfer" ? { to_location_id: "sloc_2" } : {}),
  lines: lines.map((line) => ({ inventory_item_id: TEA, ...line })),
})

const brief = (rows: EntryDraft[]) =>
  rows.map((row) => [row.kind, row.location_id, row.lot_id, row.on_hand_change])

describe("planTransfer", () => {
  it("brings to the other point the very lots that left this one", () => {
    const rows = planTransfer(
      HEAD,
      transferDocument.parse(sent("transfer", { quantity: 5 })),
      books(balance(B, 9), balance(A, 3)),
    )
    expect(brief(rows)).toEqual([
      ["transfer-out", "sloc_1", A, -3],
      ["transfer-out", "sloc_1", B, -2],
      ["transfer-in", "sloc_2", A, 3],
      ["transfer-in", "sloc_2", B, 2],
    ])
    expect(rows.map((row) => row.document_line)).toEqual(["0", "0", "0", "0"])
  })
})

describe("planCount", () => {
  const count = (...lines: object[]) =>
    brief(
      planCount(
        HEAD,
        countDocument.parse(sent("count", ...lines)),
        books(balance(A, 8, 3), balance(null, 2)),
      ),
    )

  it("books the difference and nothing where the books are right", () => {
    expect(
      count(
        { lot_id: A, counted: 6 },
        { lot_id: null, counted: 2 },
        { lot_id: B, counted: 1 },
      ),
    ).toEqual([
      ["count", "sloc_1", A, -2],
      ["count", "sloc_1", B, 1],
    ])
  })

  it("does not take away what orders hold", () => {
    expect(() => count({ lot_id: A, counted: 2 })).toThrow("Dòng 1: Không thể bớt")
  })

  it("counts a lot once", () => {
    expect(() => count({ lot_id: A, counted: 8 }, { lot_id: A, counted: 8 })).toThrow(
      "Dòng 2: Lô này đã được đếm",
    )
  })
})

describe("planAdjustment and planOut", () => {
  it("keeps the reason of each line", () => {
    const rows = planAdjustment(
      HEAD,
      adjustmentDocument.parse(
        sent(
          "adjustment",
          { quantity: 2, direction: "in", reason: "miscounted" },
          { quantity: 4, direction: "out", reason: "damaged", lot_id: A },
        ),
      ),
      books(balance(A, 4)),
    )
    expect(rows).toMatchObject([
      { lot_id: A, on_hand_change: -4, reason: "damaged", document_line: "1" },
      { lot_id: null, on_hand_change: 2, reason: "miscounted", document_line: "0" },
    ])
    const disposed = planOut(
      HEAD,
      disposalDocument.parse(
        sent("disposal", { quantity: 1, lot_id: A, reason: "expired" }),
      ),
      books(balance(A, 4)),
    )
    expect(disposed).toMatchObject([
      { kind: "disposal", quantity: 1, on_hand_change: -1, reason: "expired" },
    ])
  })
})
