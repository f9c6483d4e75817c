/** Goods kept for the lines of orders: making, changing and ending reservations. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { stockContext } from "../context"
import { type Answered, answered } from "./answered"
import { byExpiry, freeIn, sellableOf, take } from "./allocate"
import { areLocked, type Change, levelsOf, noChange } from "./change"
import { command, StartAnew } from "./command"
import { releaseDraft, reserveDrafts } from "./drafts"
import { insufficient, notStockedHere, unknownReservation } from "./failures"
import { type Balance, type EntryDraft } from "./rows"
import { type Allocation, allocationsOf, append, balancesAt, lockShelves } from "./store"
import {
  liveRows,
  removeRows,
  type ReservationRow,
  type RowChange,
  updateRow,
} from "./reservation-rows"

export type ReservationFinder = (connection: Knex) => Promise<ReservationRow[]>

/** Lines that are being handed over: the hand-over itself keeps their reservations in order. */
export const isBeingHandedOver = ({ line_item_id }: { line_item_id?: string | null }) =>
  typeof line_item_id === "string" &&
  stockContext().fulfilment?.lineIds.includes(line_item_id) === true

/**
 * Ends reservations; what they still hold becomes free. Ending one twice frees it once.
 * @param how "soft" leaves the rows to be restored.
 */
export async function endReservations(
  connection: Knex,
  find: ReservationFinder,
  how: "soft" | "hard",
  only: "all" | "holds" = "all",
): Promise<Change> {
  return await command(connection, async (transaction) => {
    const rows = (await find(transaction)).filter((row) => !isBeingHandedOver(row))
    const levels = await lockShelves(transaction, rows)
    return await endLocked(transaction, levels, rows, how, only)
  })
}

/** As `endReservations`, of rows whose shelves the caller has locked. */
export async function endLocked(
  transaction: Knex.Transaction,
  levels: Awaited<ReturnType<typeof lockShelves>>,
  rows: readonly ReservationRow[],
  how: "soft" | "hard",
  only: "all" | "holds" = "all",
): Promise<Change> {
  if (rows.length === 0) return noChange()
  const ids = rows.map(({ id }) => id)
  const gone = await removeRows(transaction, ids, how, only)
  // Moved to another point between being found and being locked.
  if (!areLocked(levels, gone)) throw new StartAnew()
  const lineOf = new Map(gone.map(({ id, line_item_id }) => [id, line_item_id]))
  const held = await allocationsOf(transaction, [...lineOf.keys()])
  await append(
    transaction,
    held.map((each) => releaseDraft(each, lineOf.get(each.reservation_id) ?? null)),
  )
  return {
    ...noChange(),
    deleted: [...lineOf.keys()],
    levels: levelsOf(levels, held),
  }
}

/** The pieces that expire last are let go first. */
function release(
  held: readonly Allocation[],
  quantity: number,
  balances: readonly Balance[],
): Allocation[] {
  const balanceOf = (allocation: Allocation) =>
    balances.find(
      (balance) =>
        balance.inventory_item_id === allocation.inventory_item_id &&
        balance.location_id === allocation.location_id &&
        balance.lot_id === allocation.lot_id,
    )
  const pairs = held.flatMap((allocation) => {
    const balance = balanceOf(allocation)
    return balance ? [{ allocation, balance }] : []
  })
  pairs.sort((a, b) => byExpiry(b.balance, a.balance))
  const released: Allocation[] = []
  let left = quantity
  for (const { allocation, balance } of pairs) {
    const share = Math.min(left, allocation.quantity)
    if (share === 0) break
    balance.reserved -= share
    released.push({ ...allocation, quantity: share })
    left -= share
  }
  return released
}

type Target = { row: ReservationRow; location_id: string; quantity: number }

/**
 * Changes quantity and point of reservations: the difference to what they hold is reserved or
 * freed. Moving to another point frees here and reserves there, or refuses both.
 * @throws ApiFailure 404 `not_found`, 409 `insufficient_inventory`, 422 `not_stocked_here`
 */
export async function updateReservations(
  connection: Knex,
  changes: readonly RowChange[],
): Promise<Answered> {
  const byId = new Map<string, RowChange>()
  for (const change of changes) byId.set(change.id, { ...byId.get(change.id), ...change })
  return await command(connection, async (transaction) => {
    const found = await liveRows.byId(transaction, [...byId.keys()])
    const rows = found.filter((row) => !isBeingHandedOver(row))
    const ours = new Set(found.map(({ id }) => id))
    const inHandOver = stockContext().fulfilment !== undefined
    if (!inHandOver && [...byId.keys()].some((id) => !ours.has(id)))
      throw unknownReservation()
    const wantedBy = (row: ReservationRow): Target => {
      const { location_id = row.location_id, quantity = row.quantity } =
        byId.get(row.id) ?? {}
      return { row, location_id, quantity }
    }
    const shelves = [
      ...rows,
      ...rows.map((row) => ({ ...row, location_id: wantedBy(row).location_id })),
    ]
    const levels = await lockShelves(transaction, shelves)
    if (!areLocked(levels, shelves)) throw notStockedHere()
    // Read again under the lock: pieces may have been handed over, or moved, meanwhile.
    const again = await liveRows.byId(
      transaction,
      rows.map(({ id }) => id),
    )
    if (again.length < rows.length || !areLocked(levels, again)) throw new StartAnew()
    const targets = again.map(wantedBy)

    const drafts = await movesTo(
      transaction,
      targets,
      await balancesAt(transaction, shelves),
    )
    await append(transaction, drafts)
    for (const { row, location_id, quantity } of targets)
      await updateRow(transaction, {
        ...byId.get(row.id),
        id: row.id,
        location_id,
        quantity,
      })
    return await answered(transaction, {
      ...noChange(),
      reservations: [...byId.keys()].filter((id) => ours.has(id)),
      updated: rows.map(({ id }) => id),
      levels: levelsOf(levels, drafts),
    })
  })
}

/** First everything is freed, then reserved: two reservations may change places. */
async function movesTo(
  transaction: Knex.Transaction,
  targets: readonly Target[],
  balances: readonly Balance[],
): Promise<EntryDraft[]> {
  const held = await allocationsOf(
    transaction,
    targets.map(({ row }) => row.id),
  )
  const drafts: EntryDraft[] = []
  const missing = targets.map(({ row, location_id, quantity }) => {
    const own = held.filter(({ reservation_id }) => reservation_id === row.id)
    const here = own.filter((each) => each.location_id === location_id)
    const elsewhere = own.filter((each) => each.location_id !== location_id)
    const kept = here.reduce((sum, each) => sum + each.quantity, 0)
    const released = [
      ...elsewhere.flatMap((each) => release([each], each.quantity, balances)),
      ...release(here, Math.max(0, kept - quantity), balances),
    ]
    drafts.push(...released.map((each) => releaseDraft(each, row.line_item_id)))
    return { row, location_id, quantity: Math.max(0, quantity - kept) }
  })
  for (const [line, { row, location_id, quantity }] of missing.entries()) {
    if (quantity === 0) continue
    const shelf = sellableOf(balances).filter(
      (balance) =>
        balance.inventory_item_id === row.inventory_item_id &&
        balance.location_id === location_id,
    )
    const taken = take(shelf, quantity)
    if (!taken) throw insufficient(freeIn(shelf), missing.length > 1 ? { line } : {})
    drafts.push(...reserveDrafts(row, taken))
  }
  return drafts
}
