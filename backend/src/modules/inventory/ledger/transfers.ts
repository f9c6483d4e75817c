/**
 * Transfers that take time. Each step is a document of the ledger under an id of its own; what is on
 * the road is what the ledger says lies in transit for the transfer, so that nothing can drift.
 */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import {
  type CancelTransfer,
  type CloseTransfer,
  type DraftTransfer,
  type EditTransfer,
  type ReceiveTransfer,
  type SendTransfer,
  transferStatus,
  type TransferStatus,
  TRANSFER_STATUS_LABELS,
} from "../../../contracts/stock-transfer"
import { stockContext } from "../context"
import { assertMoment, type PhotoRule, type Posted, postOnce } from "./documents"
import { draw, type LineOut } from "./draw"
import { ensureInTransit, IN_TRANSIT } from "./in-transit"
import { namedLots } from "./lot-book"
import {
  invalidField,
  invalidLine,
  staleRevision,
  unknownTransfer,
  wrongTransferStatus,
} from "./refusals"
import { openShelves } from "./shelves"
import { balancesAt } from "./store"
import {
  type OnTheRoad,
  rowsLost,
  rowsReceived,
  rowsReturned,
  rowsSent,
} from "./transfer-rows"

const transferRow = z.object({
  id: z.string(),
  from_location_id: z.string(),
  to_location_id: z.string(),
  status: transferStatus,
  revision: z.number(),
  note: z.string().nullable(),
})
type Transfer = z.output<typeof transferRow>

const lineRow = z.object({
  line: z.number(),
  inventory_item_id: z.string(),
  names_lot: z.boolean(),
  lot_id: z.string().nullable(),
  quantity: z.number(),
})

/** Steps of one transfer go one after the other. @throws ApiFailure 404 unknown_transfer */
async function locked(transaction: Knex.Transaction, id: string): Promise<Transfer> {
  const row: unknown = await transaction("stock_transfer")
    .where({ id })
    .forUpdate()
    .first()
  if (row === undefined) throw unknownTransfer()
  return transferRow.parse(row)
}

function assertStatus({ status }: Transfer, wanted: TransferStatus, to: string): void {
  if (status === wanted) return
  throw wrongTransferStatus(
    status,
    `Phiếu chuyển đang ở trạng thái «${TRANSFER_STATUS_LABELS[status]}» nên không ${to} được.`,
  )
}

async function linesOf(transaction: Knex.Transaction, id: string): Promise<LineOut[]> {
  const rows: unknown = await transaction("stock_transfer_line")
    .where({ transfer_id: id })
    .orderBy("line")
  return z
    .array(lineRow)
    .parse(rows)
    .map(({ names_lot, lot_id, ...line }) => (names_lot ? { ...line, lot_id } : line))
}

async function writeLines(
  transaction: Knex.Transaction,
  id: string,
  lines: DraftTransfer["lines"],
): Promise<void> {
  const items = [...new Set(lines.map(({ inventory_item_id }) => inventory_item_id))]
  const known = z
    .array(z.object({ id: z.string() }))
    .parse(
      await transaction("inventory_item")
        .select("id")
        .whereIn("id", items)
        .whereNull("deleted_at"),
    )
  const lots = await namedLots(
    transaction,
    lines.map(({ lot_id }) => lot_id),
  )
  lines.forEach(({ inventory_item_id, lot_id }, line) => {
    if (!known.some((item) => item.id === inventory_item_id))
      throw invalidLine(line, "inventory_item_id", "Không có mặt hàng này.")
    if (lot_id && lots.get(lot_id)?.inventory_item_id !== inventory_item_id)
      throw invalidLine(line, "lot_id", "Không có lô này của mặt hàng này.")
  })
  await transaction("stock_transfer_line").where({ transfer_id: id }).delete()
  await transaction("stock_transfer_line").insert(
    lines.map(({ inventory_item_id, quantity, lot_id }, line) => ({
      transfer_id: id,
      line,
      inventory_item_id,
      names_lot: lot_id !== undefined,
      lot_id: lot_id ?? null,
      quantity,
    })),
  )
}

const roadRow = z.object({
  line: z.coerce.number(),
  inventory_item_id: z.string(),
  lot_id: z.string().nullable(),
  quantity: z.number(),
})

/** By line and lot, also what has come to its end. */
async function onTheRoad(connection: Knex, id: string): Promise<OnTheRoad[]> {
  const result = await connection.raw(
    `select e.document_line as line, e.inventory_item_id, e.lot_id,
            sum(e.on_hand_change)::integer as quantity
       from stock_document d
       join stock_entry e on e.document_type = 'stock_document' and e.document_id = d.id
      where d.part_of = ? and e.location_id = ?
      group by 1, 2, 3 order by 1, 2, 3`,
    [id, IN_TRANSIT],
  )
  return z.array(roadRow).parse(result.rows)
}

const shelvesOf = (
  goods: readonly { inventory_item_id: string; line: number }[],
  location_id: string,
) =>
  goods.map(({ inventory_item_id, line }) => ({ inventory_item_id, location_id, line }))

/**
 * Writes a draft; nothing moves yet.
 * @throws ApiFailure 409 document_conflict, 422 invalid_input naming the line
 */
export const draftTransfer = (connection: Knex, draft: DraftTransfer): Promise<Posted> =>
  postOnce(
    connection,
    {
      id: draft.id,
      kind: "transfer-draft",
      part_of: draft.id,
      location_id: draft.from_location_id,
      note: draft.note,
    },
    { kind: "transfer-draft", ...draft },
    async (transaction) => {
      const { id, from_location_id, to_location_id, note, lines } = draft
      if (from_location_id === to_location_id)
        throw invalidField("to_location_id", "Điểm đến phải khác điểm đi.")
      await transaction("stock_transfer").insert({
        id,
        from_location_id,
        to_location_id,
        note: note ?? null,
        created_by: stockContext().actor(),
      })
      await writeLines(transaction, id, lines)
      return []
    },
  )

/** @throws ApiFailure 404 unknown_transfer, 409 stale_revision, wrong_transfer_status, document_conflict */
export const editTransfer = (
  connection: Knex,
  transferId: string,
  edit: EditTransfer,
): Promise<Posted> =>
  postOnce(
    connection,
    { id: edit.id, kind: "transfer-edit", part_of: transferId, note: edit.note },
    { kind: "transfer-edit", transferId, ...edit },
    async (transaction) => {
      const transfer = await locked(transaction, transferId)
      assertStatus(transfer, "draft", "sửa")
      if (transfer.revision !== edit.revision) throw staleRevision(transfer.revision)
      await writeLines(transaction, transferId, edit.lines)
      await transaction("stock_transfer")
        .where({ id: transferId })
        .update({ revision: transfer.revision + 1, note: edit.note ?? null })
      return []
    },
  )

/**
 * The goods leave the shelves of the sending point; lots that were not named are those that expire
 * first.
 * @throws ApiFailure 404 unknown_transfer, 409 wrong_transfer_status, stale_revision,
 * insufficient_inventory, document_conflict; 422 not_stocked_here, lot_not_at_point; 503 busy
 */
export const sendTransfer = (
  connection: Knex,
  transferId: string,
  command: SendTransfer,
): Promise<Posted> =>
  postOnce(
    connection,
    { ...command, kind: "transfer-send", part_of: transferId },
    { kind: "transfer-send", transferId, ...command },
    async (transaction, head) => {
      assertMoment("occurred_at", command.occurred_at)
      const transfer = await locked(transaction, transferId)
      assertStatus(transfer, "draft", "gửi")
      if (command.revision !== undefined && command.revision !== transfer.revision)
        throw staleRevision(transfer.revision)
      const lines = await linesOf(transaction, transferId)
      await ensureInTransit(transaction)
      const kept = shelvesOf(lines, transfer.from_location_id)
      await openShelves(transaction, { kept, made: shelvesOf(lines, IN_TRANSIT) })
      const drawn = draw(
        await balancesAt(transaction, kept),
        await namedLots(
          transaction,
          lines.map(({ lot_id }) => lot_id),
        ),
        lines,
        "move",
      )
      await transaction("stock_transfer")
        .where({ id: transferId })
        .update({ status: "sent", sent_at: transaction.raw("clock_timestamp()") })
      return rowsSent({ ...head, note: transfer.note ?? undefined }, drawn)
    },
  )

/** Locks the transfer and all shelves that what is on the road may come to. */
async function underWay(
  transaction: Knex.Transaction,
  transferId: string,
  { to, end }: { to: string; end: (transfer: Transfer) => string | null },
): Promise<{ transfer: Transfer; road: OnTheRoad[] }> {
  const transfer = await locked(transaction, transferId)
  assertStatus(transfer, "sent", to)
  const road = await onTheRoad(transaction, transferId)
  const destination = end(transfer)
  await openShelves(transaction, {
    kept: shelvesOf(road, IN_TRANSIT),
    made: destination === null ? [] : shelvesOf(road, destination),
  })
  return { transfer, road }
}

const close = (transaction: Knex.Transaction, id: string, status: TransferStatus) =>
  transaction("stock_transfer")
    .where({ id })
    .update({ status, ended_at: transaction.raw("clock_timestamp()") })

/**
 * Puts what has arrived on the shelves of the receiving point and writes off what has not; several
 * times, until nothing is on the road any more: then the transfer is closed.
 * @throws ApiFailure 404 unknown_transfer, 409 wrong_transfer_status, document_conflict; 422
 * more_than_sent, unknown_attachment, photo_required, invalid_input naming the line; 503 busy
 */
export const receiveTransfer = (
  connection: Knex,
  transferId: string,
  command: ReceiveTransfer,
  { photoFrom }: PhotoRule,
): Promise<Posted> =>
  postOnce(
    connection,
    { ...command, kind: "transfer-receive", part_of: transferId, photoFrom },
    { kind: "transfer-receive", transferId, ...command },
    async (transaction, head) => {
      assertMoment("occurred_at", command.occurred_at)
      const { transfer, road } = await underWay(transaction, transferId, {
        to: "nhận",
        end: ({ to_location_id }) => to_location_id,
      })
      const rows = rowsReceived(
        { ...head, note: command.note },
        command.lines,
        road,
        transfer.to_location_id,
      )
      const left = [...road, ...gone(rows)].reduce(
        (sum, { quantity }) => sum + quantity,
        0,
      )
      if (left === 0) await close(transaction, transferId, "closed")
      return rows
    },
  )

/** What rows take off the road, as negative quantities. */
const gone = (
  rows: readonly { location_id: string; on_hand_change: number }[],
): { quantity: number }[] =>
  rows
    .filter(({ location_id }) => location_id === IN_TRANSIT)
    .map(({ on_hand_change }) => ({ quantity: on_hand_change }))

/**
 * @throws ApiFailure 404 unknown_transfer, 409 wrong_transfer_status, document_conflict; 422
 * unknown_attachment, photo_required; 503 busy
 */
export const closeTransfer = (
  connection: Knex,
  transferId: string,
  command: CloseTransfer,
  { photoFrom }: PhotoRule,
): Promise<Posted> =>
  postOnce(
    connection,
    { ...command, kind: "transfer-close", part_of: transferId, photoFrom },
    { kind: "transfer-close", transferId, ...command },
    async (transaction, head) => {
      const { road } = await underWay(transaction, transferId, {
        to: "đóng",
        end: () => null,
      })
      await close(transaction, transferId, "closed")
      return rowsLost({ ...head, note: command.note }, road, command.reason)
    },
  )

/**
 * Gives a draft up, or brings goods back of which nothing has come to an end yet.
 * @throws ApiFailure 404 unknown_transfer, 409 wrong_transfer_status, document_conflict; 503 busy
 */
export const cancelTransfer = (
  connection: Knex,
  transferId: string,
  command: CancelTransfer,
): Promise<Posted> =>
  postOnce(
    connection,
    { id: command.id, kind: "transfer-cancel", part_of: transferId, note: command.note },
    { kind: "transfer-cancel", transferId, ...command },
    async (transaction, head) => {
      const before = await locked(transaction, transferId)
      if (before.status === "draft") {
        await close(transaction, transferId, "cancelled")
        return []
      }
      const { transfer, road } = await underWay(transaction, transferId, {
        to: "hủy",
        end: ({ from_location_id }) => from_location_id,
      })
      if (await hasArrivals(transaction, transferId))
        throw wrongTransferStatus(
          transfer.status,
          "Phiếu chuyển đã nhận một phần, không hủy được nữa. Hãy nhận nốt hoặc đóng phiếu.",
        )
      await close(transaction, transferId, "cancelled")
      return rowsReturned(
        { ...head, note: command.note },
        road,
        transfer.from_location_id,
      )
    },
  )

async function hasArrivals(transaction: Knex.Transaction, id: string): Promise<boolean> {
  const found: unknown = await transaction("stock_document")
    .where({ part_of: id, kind: "transfer-receive" })
    .first()
  return found !== undefined
}
