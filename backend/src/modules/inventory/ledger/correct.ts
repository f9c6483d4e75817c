/** Mending a row that says something wrong: by another row, which names it. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { lossBearer, type StockEntryKind, stockEntryKind } from "../../../contracts/stock"
import { type Correction } from "../../../contracts/stock-books"
import { lockComponents } from "./disassembly"
import { type Posted, postOnce } from "./documents"
import { insufficient, notCorrectable, stockReserved } from "./failures"
import { type Head, STOCK_DOCUMENT } from "./plan"
import { unknownEntry } from "./refusals"
import { type Balance, type EntryDraft, freeOf } from "./rows"
import { openShelves } from "./shelves"
import { balancesAt } from "./store"

export type { Correction }

const original = z.object({
  id: z.coerce.string(),
  inventory_item_id: z.string(),
  location_id: z.string(),
  lot_id: z.string().nullable(),
  kind: stockEntryKind,
  on_hand_change: z.number(),
  reservation_id: z.string().nullable(),
  document_type: z.string(),
  document_id: z.string(),
  document_line: z.string().nullable(),
  reason: z.string().nullable(),
  borne_by: lossBearer.nullable(),
  corrects_id: z.coerce.string().nullable(),
})
type Original = z.infer<typeof original>

const COLUMNS = Object.keys(original.shape)

const isHandOver = ({ kind, document_type }: Original): boolean =>
  kind === "sale" && document_type === "order"

/** What is on the road follows from a transfer's own documents: no other row may tell of it. */
async function isOfTransfer(
  transaction: Knex.Transaction,
  { document_type, document_id }: Original,
): Promise<boolean> {
  if (document_type !== STOCK_DOCUMENT) return false
  const found: unknown = await transaction("stock_document")
    .where({ id: document_id })
    .whereLike("kind", "transfer-%")
    .first()
  return found !== undefined
}

async function originalOf(transaction: Knex.Transaction, id: string): Promise<Original> {
  const found: unknown = await transaction("stock_entry")
    .select(COLUMNS)
    .where({ id })
    .first()
  if (found === undefined) throw unknownEntry()
  const entry = original.parse(found)
  if (entry.on_hand_change === 0)
    throw notCorrectable("Dòng giữ chỗ theo đơn hàng, không sửa riêng được.")
  // The order counts what was handed over, too: both change together or not at all.
  if (entry.reservation_id !== null || isHandOver(entry))
    throw notCorrectable("Hàng giao theo đơn: hãy hủy lượt giao trong đơn hàng.")
  if (await isOfTransfer(transaction, entry))
    throw notCorrectable(
      "Dòng này thuộc một phiếu chuyển: hãy nhận, đóng hoặc hủy phiếu chuyển đó.",
    )
  if (entry.corrects_id !== null)
    throw notCorrectable(
      `Đây là dòng sửa của dòng ${entry.corrects_id}; hãy sửa dòng đó.`,
    )
  return entry
}

const OTHER_END: Partial<Record<StockEntryKind, StockEntryKind>> = {
  "transfer-out": "transfer-in",
  "transfer-in": "transfer-out",
}

/** What left one point arrived at the other: the two rows of a transfer are mended together. */
async function withOtherEnd(
  transaction: Knex.Transaction,
  entry: Original,
): Promise<Original[]> {
  const kind = OTHER_END[entry.kind]
  if (!kind) return [entry]
  const others: unknown = await transaction("stock_entry")
    .select(COLUMNS)
    .where({
      kind,
      document_type: entry.document_type,
      document_id: entry.document_id,
      document_line: entry.document_line,
      inventory_item_id: entry.inventory_item_id,
      lot_id: entry.lot_id,
    })
    .whereNull("corrects_id")
  return [entry, ...z.array(original).parse(others)]
}

const sum = z.tuple([z.object({ change: z.coerce.number() })])

/** What the row and its corrections say together. */
async function standing(transaction: Knex.Transaction, entry: Original): Promise<number> {
  const rows: unknown = await transaction("stock_entry")
    .sum({ change: "on_hand_change" })
    .where({ id: entry.id })
    .orWhere({ corrects_id: entry.id })
  return sum.parse(rows)[0].change
}

function assertFree(
  balances: readonly Balance[],
  entry: Original,
  difference: number,
): void {
  if (difference >= 0) return
  const balance = balances.find(
    (each) => each.location_id === entry.location_id && each.lot_id === entry.lot_id,
  )
  const free = balance ? freeOf(balance) : 0
  if (free >= -difference) return
  throw (balance?.on_hand ?? 0) >= -difference ? stockReserved(free) : insufficient(free)
}

/** What a basket's components are told by, and what is right of them. */
const COMPONENT_FIGURES = {
  assembly: "quantity = :quantity",
  disassembly: "returned = returned + :difference",
}

/**
 * A basket's components are what was drawn, or given back, after all. More than was drawn is never
 * given back: the table refuses that as `not_correctable`.
 */
async function mendComponent(
  transaction: Knex.Transaction,
  entry: Original,
  quantity: number,
  difference: number,
): Promise<void> {
  const { kind } = entry
  if (kind !== "assembly" && kind !== "disassembly") return
  // The row of the baskets themselves: the others of the lot must not be shared out meanwhile.
  if (entry.on_hand_change > 0 === (kind === "assembly")) {
    if (entry.lot_id) await lockComponents(transaction, entry.lot_id)
    return
  }
  await transaction.raw(
    `update stock_lot_component set ${COMPONENT_FIGURES[kind]}
      where inventory_item_id = :item and component_lot_id is not distinct from :lot
        and lot_id in (select lot_id from stock_entry
          where document_type = :type and document_id = :document and kind = :kind
            and sign(on_hand_change) = :sign and corrects_id is null)`,
    {
      quantity,
      difference,
      kind,
      sign: kind === "assembly" ? 1 : -1,
      item: entry.inventory_item_id,
      lot: entry.lot_id,
      type: entry.document_type,
      document: entry.document_id,
    },
  )
}

async function correction(
  transaction: Knex.Transaction,
  head: Head,
  entryId: string,
  quantity: number,
): Promise<EntryDraft[]> {
  const entry = await originalOf(transaction, entryId)
  const entries = await withOtherEnd(transaction, entry)
  // A shelf that was given up since is needed again for what comes back to it.
  await openShelves(transaction, { kept: [], made: entries })
  const balances = await balancesAt(transaction, entries)
  const drafts: EntryDraft[] = []
  for (const each of entries) {
    const right = Math.sign(each.on_hand_change) * quantity
    const difference = right - (await standing(transaction, each))
    assertFree(balances, each, difference)
    if (difference === 0) continue
    drafts.push({
      ...head,
      inventory_item_id: each.inventory_item_id,
      location_id: each.location_id,
      lot_id: each.lot_id,
      kind: each.kind,
      quantity: Math.abs(difference),
      on_hand_change: difference,
      reserved_change: 0,
      document_line: each.document_line,
      // The same reason: what was lost of each cause stays the sum over the rows.
      reason: each.reason ?? "correction",
      borne_by: each.borne_by,
      corrects_id: each.id,
    })
    await mendComponent(transaction, each, quantity, difference)
  }
  return drafts
}

/**
 * Books the difference between what the row should have said and what stands; none when it is
 * right. Posted once under the client's id like a document.
 * @throws ApiFailure 404 unknown_entry, unknown_item; 409 not_correctable (rows of orders, corrections),
 * stock_reserved, insufficient_inventory, document_conflict; 503 busy.
 */
export const correctEntry = (
  connection: Knex,
  { id, entry_id, quantity, note }: Correction,
): Promise<Posted> =>
  postOnce(
    connection,
    { id, kind: "correction", note },
    { kind: "correction", id, entry_id, quantity, note },
    (transaction, head) => correction(transaction, { ...head, note }, entry_id, quantity),
  )
