/** Taking the ending of reservations back. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { byExpiry, freeIn, sellableOf, take } from "./allocate"
import { areLocked, type Change, levelsOf, noChange } from "./change"
import { command } from "./command"
import { reserveDrafts } from "./drafts"
import { insufficient, notStockedHere } from "./failures"
import { isBeingHandedOver } from "./reservations"
import { type ReservationRow, updateRow } from "./reservation-rows"
import { type EntryDraft } from "./rows"
import { append, balancesAt, lockShelves } from "./store"

const historyRow = z.object({
  reservation_id: z.string(),
  lot_id: z.string().nullable(),
  kind: z.string(),
})

/**
 * Lots that reservations let go last, by reservation. One whose last pieces were handed over is
 * left out: there is nothing to restore.
 */
async function releasedLots(
  connection: Knex,
  ids: readonly string[],
): Promise<Map<string, Set<string | null>>> {
  const result = await connection.raw(
    `select reservation_id, lot_id, kind from stock_entry
      where reservation_id = any(?) order by id desc`,
    [[...ids]],
  )
  const lots = new Map<string, Set<string | null>>()
  const closed = new Set<string>()
  for (const { reservation_id: id, lot_id, kind } of z
    .array(historyRow)
    .parse(result.rows)) {
    if (closed.has(id)) continue
    if (kind !== "reservation-release") closed.add(id)
    else lots.set(id, (lots.get(id) ?? new Set()).add(lot_id))
  }
  return lots
}

/**
 * Brings reservations back that were put away: the same lots where they are still free, others of
 * the same point otherwise. What was handed over meanwhile is not reserved again.
 * @throws ApiFailure 409 `insufficient_inventory` when the pieces have been taken since.
 */
export async function restoreReservations(
  connection: Knex,
  find: (connection: Knex) => Promise<ReservationRow[]>,
): Promise<Change> {
  return await command(connection, async (transaction) => {
    const found = (await find(transaction)).filter((row) => !isBeingHandedOver(row))
    if (found.length === 0) return noChange()
    const levels = await lockShelves(transaction, found)
    // Read again under the lock: whoever restored them first has done it.
    const ids = found.map(({ id }) => id)
    const still = new Set((await find(transaction)).map(({ id }) => id))
    const lots = await releasedLots(transaction, ids)
    const rows = found.filter(({ id }) => still.has(id) && lots.has(id))
    if (!areLocked(levels, rows)) throw notStockedHere()
    const balances = sellableOf(await balancesAt(transaction, rows))
    const drafts: EntryDraft[] = []
    for (const row of rows) {
      const own = lots.get(row.id)
      const shelf = balances.filter(
        (balance) =>
          balance.inventory_item_id === row.inventory_item_id &&
          balance.location_id === row.location_id,
      )
      const taken = take(
        shelf,
        row.quantity,
        (a, b) =>
          Number(own?.has(b.lot_id) ?? false) - Number(own?.has(a.lot_id) ?? false) ||
          byExpiry(a, b),
      )
      if (!taken) throw insufficient(freeIn(shelf))
      drafts.push(...reserveDrafts(row, taken))
    }
    await append(transaction, drafts)
    for (const { id } of rows) await updateRow(transaction, { id })
    const restored = rows.map(({ id }) => id)
    return {
      ...noChange(),
      reservations: restored,
      updated: restored,
      levels: levelsOf(levels, drafts),
    }
  })
}
