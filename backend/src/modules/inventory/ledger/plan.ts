/** The rows that a document becomes. Pure: balances are locked, lots and shelves are known. */
import { type StockDocument } from "../../../contracts/stock"
import { type Taken } from "./allocate"
import { assertLotOfItem, balanceOf, draw, type Leave, type NamedLot } from "./draw"
import { stockReserved } from "./failures"
import { causeOf, type Said } from "./losses"
import { invalidLine } from "./refusals"
import { type Balance, type EntryDraft } from "./rows"
import { shortLifeNote } from "./short-life"

export const STOCK_DOCUMENT = "stock_document"

type Of<Kind extends StockDocument["kind"]> = Extract<StockDocument, { kind: Kind }>

/** What all rows of one document share. */
export type Head = Pick<
  EntryDraft,
  "document_type" | "document_id" | "note" | "occurred_at"
>

export type Books = {
  balances: readonly Balance[]
  lots: ReadonlyMap<string, NamedLot>
}

type Move = Pick<EntryDraft, "inventory_item_id" | "location_id" | "lot_id" | "kind"> & {
  change: number
  line: number | null
} & Partial<Said>

export const rowOf = (head: Head, { change, line, ...move }: Move): EntryDraft => ({
  ...head,
  ...move,
  quantity: Math.abs(change),
  on_hand_change: change,
  reserved_change: 0,
  document_line: line === null ? null : String(line),
})

const numbered = <Line>(lines: readonly Line[]): (Line & { line: number })[] =>
  lines.map((each, line) => ({ ...each, line }))

/** One row per line and lot that it takes from. */
export const rowsOut = (
  head: Head,
  kind: EntryDraft["kind"],
  drawn: ReadonlyMap<number, readonly Taken[]>,
  saidOf: (line: number) => Said = () => ({}),
): EntryDraft[] =>
  [...drawn].flatMap(([line, taken]) =>
    taken.map(({ balance, quantity }) =>
      rowOf(head, {
        inventory_item_id: balance.inventory_item_id,
        location_id: balance.location_id,
        lot_id: balance.lot_id,
        kind,
        change: -quantity,
        line,
        ...saidOf(line),
      }),
    ),
  )

/** @param lotIds of the lines that bring a lot, by line. */
export const planReceipt = (
  head: Head,
  document: Of<"receipt">,
  lotIds: ReadonlyMap<number, string>,
): EntryDraft[] =>
  numbered(document.lines).map(
    ({ line, inventory_item_id, quantity, short_life_reason }) =>
      rowOf(head, {
        inventory_item_id,
        location_id: document.location_id,
        lot_id: lotIds.get(line) ?? null,
        kind: "receipt",
        change: quantity,
        line,
        ...(short_life_reason && { note: shortLifeNote(short_life_reason) }),
      }),
  )

/** Goods come back to the lot they are of, though it be blocked or not at the point yet. */
export const planReturn = (
  head: Head,
  document: Of<"return">,
  { lots }: Books,
): EntryDraft[] =>
  numbered(document.lines).map(({ quantity, ...line }) => {
    assertLotOfItem(lots, line)
    return rowOf(head, {
      inventory_item_id: line.inventory_item_id,
      location_id: document.location_id,
      lot_id: line.lot_id,
      kind: "return",
      change: quantity,
      line: line.line,
    })
  })

export function planTransfer(
  head: Head,
  document: Of<"transfer">,
  { balances, lots }: Books,
): EntryDraft[] {
  const out = rowsOut(
    head,
    "transfer-out",
    draw(balances, lots, numbered(document.lines), "move"),
  )
  const arrived = out.map((row) => ({
    ...row,
    kind: "transfer-in" as const,
    location_id: document.to_location_id,
    on_hand_change: row.quantity,
  }))
  return [...out, ...arrived]
}

/**
 * The difference to the books; none where they are right. A lot may be found where the books do
 * not know it.
 */
export function planCount(
  head: Head,
  document: Of<"count">,
  { balances, lots }: Books,
): EntryDraft[] {
  const counted = new Set<string>()
  return numbered(document.lines).flatMap(({ counted: found, ...line }) => {
    assertLotOfItem(lots, line)
    const key = JSON.stringify([line.inventory_item_id, line.lot_id])
    if (counted.has(key))
      throw invalidLine(line.line, "lot_id", "Lô này đã được đếm ở một dòng trước.")
    counted.add(key)
    const { on_hand, reserved } = balanceOf(
      balances,
      line.inventory_item_id,
      line.lot_id,
    ) ?? { on_hand: 0, reserved: 0 }
    if (found < reserved) throw stockReserved(on_hand - reserved, line.line)
    if (found === on_hand) return []
    return rowOf(head, {
      inventory_item_id: line.inventory_item_id,
      location_id: document.location_id,
      lot_id: line.lot_id,
      kind: "count",
      change: found - on_hand,
      line: line.line,
    })
  })
}

/** Goods that are put in without saying a lot are goods without one. */
export function planAdjustment(
  head: Head,
  document: Of<"adjustment">,
  { balances, lots }: Books,
): EntryDraft[] {
  const lines = numbered(document.lines)
  const saidOf = causeOf(document)
  const put = lines
    .filter(({ direction }) => direction === "in")
    .map((line) => {
      assertLotOfItem(lots, line)
      return rowOf(head, {
        inventory_item_id: line.inventory_item_id,
        location_id: document.location_id,
        lot_id: line.lot_id ?? null,
        kind: "adjustment",
        change: line.quantity,
        line: line.line,
        ...saidOf(line.line),
      })
    })
  const out = lines.filter(({ direction }) => direction === "out")
  const drawn = draw(balances, lots, out, "write-off")
  return [...rowsOut(head, "adjustment", drawn, saidOf), ...put]
}

const LEAVES = {
  sale: "sale",
  disposal: "write-off",
  "producer-return": "write-off",
} as const satisfies Partial<Record<StockDocument["kind"], Leave>>

/** Documents by which goods leave the point. */
export function planOut(
  head: Head,
  document: Of<keyof typeof LEAVES>,
  { balances, lots }: Books,
): EntryDraft[] {
  const drawn = draw(balances, lots, numbered(document.lines), LEAVES[document.kind])
  const saidOf = document.kind === "disposal" ? causeOf(document) : undefined
  return rowsOut(head, document.kind, drawn, saidOf)
}
