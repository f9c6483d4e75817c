/** Stocktakes: begun, counted into by several devices, approved once. Nothing moves until then. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import {
  type EndStocktake,
  type RecordCounts,
  type StartStocktake,
  type stocktakeQuery,
  stocktakeStatus,
  type StocktakeVariance,
  type StocktakeView,
  stocktakeView,
} from "../../../contracts/stocktake"
import { stockContext } from "../context"
import { assertMoment, type Posted, postOnce } from "./documents"
import { assertLotOfItem, balanceOf } from "./draw"
import { namedLots } from "./lot-book"
import { type Head, rowOf } from "./plan"
import {
  countBelowReserved,
  invalidField,
  invalidLine,
  nothingCounted,
  recountNeeded,
  stocktakeApproved,
  stocktakeCancelled,
  unknownStocktake,
} from "./refusals"
import { type Balance, type EntryDraft } from "./rows"
import { openShelves } from "./shelves"
import { variancesOf } from "./stocktake-counts"
import { balancesAt } from "./store"

/** A device's clock may be behind: what it counted first may seem to lie before the beginning. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000

const stocktakeRow = z.object({
  id: z.string(),
  location_id: z.string(),
  status: stocktakeStatus,
  item_ids: z.array(z.string()).nullable(),
  started_at: z.date(),
})
type Stocktake = z.output<typeof stocktakeRow>

/**
 * @param lock counts may come in side by side ("for share"), the end waits for all of them.
 * @throws ApiFailure 404 unknown_stocktake, 409 stocktake_approved or stocktake_cancelled
 */
async function counting(
  transaction: Knex.Transaction,
  id: string,
  lock: "share" | "update",
): Promise<Stocktake> {
  const query = transaction("stocktake").where({ id }).first()
  const row: unknown = await (lock === "share" ? query.forShare() : query.forUpdate())
  if (row === undefined) throw unknownStocktake()
  const stocktake = stocktakeRow.parse(row)
  if (stocktake.status === "approved") throw stocktakeApproved()
  if (stocktake.status === "cancelled") throw stocktakeCancelled()
  return stocktake
}

const knownItems = z.array(z.object({ id: z.string() }))

async function unknownAmong(
  transaction: Knex.Transaction,
  ids: readonly string[],
): Promise<Set<string>> {
  const found = knownItems.parse(
    await transaction("inventory_item")
      .select("id")
      .whereIn("id", [...ids])
      .whereNull("deleted_at"),
  )
  const known = new Set(found.map(({ id }) => id))
  return new Set(ids.filter((id) => !known.has(id)))
}

/** @throws ApiFailure 409 document_conflict, 422 invalid_input */
export const startStocktake = (
  connection: Knex,
  start: StartStocktake,
): Promise<Posted> =>
  postOnce(
    connection,
    {
      id: start.id,
      kind: "stocktake-start",
      part_of: start.id,
      location_id: start.location_id,
      note: start.note,
    },
    { kind: "stocktake-start", ...start },
    async (transaction) => {
      const { id, location_id, blind, inventory_item_ids, started_at, note } = start
      assertMoment("started_at", started_at)
      if ((await unknownAmong(transaction, inventory_item_ids ?? [])).size > 0)
        throw invalidField("inventory_item_ids", "Có mặt hàng không tồn tại.")
      await transaction("stocktake").insert({
        id,
        location_id,
        blind,
        item_ids: inventory_item_ids ?? null,
        note: note ?? null,
        started_by: stockContext().actor(),
        ...(started_at !== undefined && { started_at: new Date(started_at) }),
      })
      return []
    },
  )

/** @throws ApiFailure naming the line for goods that are unknown or not in scope. */
async function assertCountable(
  transaction: Knex.Transaction,
  { item_ids }: Stocktake,
  lines: RecordCounts["lines"],
): Promise<void> {
  const lots = await namedLots(
    transaction,
    lines.map(({ lot_id }) => lot_id),
  )
  const unknown = await unknownAmong(
    transaction,
    lines.map(({ inventory_item_id }) => inventory_item_id),
  )
  lines.forEach(({ inventory_item_id, lot_id }, line) => {
    if (unknown.has(inventory_item_id))
      throw invalidLine(line, "inventory_item_id", "Không có mặt hàng này.")
    if (item_ids !== null && !item_ids.includes(inventory_item_id))
      throw invalidLine(
        line,
        "inventory_item_id",
        "Mặt hàng này không thuộc đợt kiểm kê.",
      )
    assertLotOfItem(lots, { line, inventory_item_id, lot_id })
  })
}

/** @returns undefined for now, by the database's clock: a device's may be a little ahead. */
function countedAt(stocktake: Stocktake, said: string | undefined): Date | undefined {
  if (said === undefined) return undefined
  assertMoment("counted_at", said)
  const at = new Date(said)
  if (at.getTime() < stocktake.started_at.getTime() - CLOCK_TOLERANCE_MS)
    throw invalidField("counted_at", "Lúc đếm sớm hơn lúc bắt đầu đợt kiểm kê.")
  return at.getTime() > Date.now() ? undefined : at
}

/**
 * @throws ApiFailure 404 unknown_stocktake, unknown_lot; 409 stocktake_approved, stocktake_cancelled,
 * document_conflict; 422 invalid_input naming the line
 */
export const recordCounts = (
  connection: Knex,
  stocktakeId: string,
  counts: RecordCounts,
): Promise<Posted> =>
  postOnce(
    connection,
    { id: counts.id, kind: "stocktake-count", part_of: stocktakeId },
    { kind: "stocktake-count", stocktakeId, ...counts },
    async (transaction) => {
      const stocktake = await counting(transaction, stocktakeId, "share")
      await assertCountable(transaction, stocktake, counts.lines)
      const at = countedAt(stocktake, counts.counted_at)
      const context = stockContext()
      await transaction("stocktake_count").insert(
        counts.lines.map((line) => ({
          ...line,
          stocktake_id: stocktakeId,
          document_id: counts.id,
          device_id: context.device,
          actor_id: context.actor(),
          counted_at: at ?? transaction.raw("clock_timestamp()"),
        })),
      )
      return []
    },
  )

/** The difference to what was expected, on top of whatever has happened since. Pure. */
export function rowsCounted(
  head: Head,
  locationId: string,
  variances: readonly StocktakeVariance[],
  balances: readonly Balance[],
): EntryDraft[] {
  return variances.flatMap((goods, line) => {
    const { inventory_item_id, lot_id, variance } = goods
    if (variance === 0) return []
    const { on_hand, reserved } = balanceOf(balances, inventory_item_id, lot_id) ?? {
      on_hand: 0,
      reserved: 0,
    }
    if (on_hand + variance < 0) throw recountNeeded(line, goods)
    if (on_hand + variance < reserved) throw countBelowReserved(line, goods, reserved)
    return rowOf(head, {
      inventory_item_id,
      lot_id,
      location_id: locationId,
      kind: "count",
      change: variance,
      line,
    })
  })
}

const end = (
  transaction: Knex.Transaction,
  id: string,
  status: "approved" | "cancelled",
) =>
  transaction("stocktake")
    .where({ id })
    .update({
      status,
      ended_by: stockContext().actor(),
      ended_at: transaction.raw("clock_timestamp()"),
    })

/**
 * Books what was counted differently from what was expected. What nobody counted stays as it is.
 * @throws ApiFailure 404 unknown_stocktake; 409 stocktake_approved, stocktake_cancelled, stock_reserved,
 * recount_needed naming the goods, document_conflict; 422 nothing_counted; 503 busy
 */
export const approveStocktake = (
  connection: Knex,
  stocktakeId: string,
  approval: EndStocktake,
): Promise<Posted> =>
  postOnce(
    connection,
    {
      id: approval.id,
      kind: "stocktake-approve",
      part_of: stocktakeId,
      note: approval.note,
    },
    { kind: "stocktake-approve", stocktakeId, ...approval },
    async (transaction, head) => {
      const { location_id } = await counting(transaction, stocktakeId, "update")
      const counted = await variancesOf(transaction, stocktakeId, location_id)
      if (counted.length === 0) throw nothingCounted()
      const shelves = counted.map(({ inventory_item_id }, line) => ({
        inventory_item_id,
        location_id,
        line,
      }))
      await openShelves(transaction, { kept: [], made: shelves })
      // Looked at again with the shelves locked: a sale may have come in late.
      const variances = await variancesOf(transaction, stocktakeId, location_id)
      const balances = await balancesAt(transaction, shelves)
      await end(transaction, stocktakeId, "approved")
      return rowsCounted(
        { ...head, note: approval.note },
        location_id,
        variances,
        balances,
      )
    },
  )

/** @throws ApiFailure 404 unknown_stocktake; 409 stocktake_approved, stocktake_cancelled, document_conflict */
export const cancelStocktake = (
  connection: Knex,
  stocktakeId: string,
  cancellation: EndStocktake,
): Promise<Posted> =>
  postOnce(
    connection,
    {
      id: cancellation.id,
      kind: "stocktake-cancel",
      part_of: stocktakeId,
      note: cancellation.note,
    },
    { kind: "stocktake-cancel", stocktakeId, ...cancellation },
    async (transaction) => {
      await counting(transaction, stocktakeId, "update")
      await end(transaction, stocktakeId, "cancelled")
      return []
    },
  )

const moment = z.date().transform((at) => at.toISOString())
const view = stocktakeView.extend({ started_at: moment, ended_at: moment.nullable() })

type Filter = Partial<z.output<typeof stocktakeQuery>> & { id?: string }

/** Newest first. */
export async function listStocktakes(
  connection: Knex,
  { id, location_id, status, limit, offset }: Filter,
): Promise<StocktakeView[]> {
  const result = await connection.raw(
    `select id, location_id, status, blind, item_ids as inventory_item_ids, note, started_by,
            started_at, ended_by, ended_at
       from stocktake
      where (cast(:id as text) is null or id = :id)
        and (cast(:location as text) is null or location_id = :location)
        and (cast(:status as text) is null or status = :status)
      order by started_at desc, id limit :limit offset :offset`,
    {
      id: id ?? null,
      location: location_id ?? null,
      status: status ?? null,
      limit: limit ?? null,
      offset: offset ?? 0,
    },
  )
  return z.array(view).parse(result.rows)
}

/** @throws ApiFailure 404 unknown_stocktake */
export async function stocktakeOf(connection: Knex, id: string): Promise<StocktakeView> {
  const [stocktake] = await listStocktakes(connection, { id })
  if (!stocktake) throw unknownStocktake()
  return stocktake
}
