/** An order's goods leave a point: its reservations become sales, in one transaction. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type Fulfilment } from "../context"
import { areLocked, type Change, levelsOf, noChange } from "./change"
import { command, StartAnew } from "./command"
import {
  insufficient,
  lotExpired,
  lotRecalled,
  notStockedHere,
  orderChanged,
} from "./failures"
import { planHandOver, type Shortage } from "./hand-over-plan"
import { type Adjustment } from "./levels"
import { liveRows, removeRows, updateRow } from "./reservation-rows"
import { allocationsOf, append, balancesAt, lockShelves } from "./store"

/**
 * Books the hand-over and lowers or ends the lines' reservations with it.
 * @param handOvers what leaves, as negative changes.
 * @throws ApiFailure 409 `lot_expired`, `lot_recalled`, `insufficient_inventory` or `order_changed`
 */
export async function handOver(
  connection: Knex,
  fulfilment: Fulfilment,
  handOvers: readonly Adjustment[],
): Promise<Change> {
  const items = new Set(handOvers.map(({ inventory_item_id }) => inventory_item_id))
  return await command(connection, async (transaction) => {
    const find = async () =>
      (await liveRows.byLine(transaction, fulfilment.lineIds)).filter((row) =>
        items.has(row.inventory_item_id),
      )
    const before = await find()
    const shelves = [...before, ...handOvers]
    const levels = await lockShelves(transaction, shelves)
    if (!areLocked(levels, handOvers)) throw notStockedHere()
    const rows = await find()
    if (!areLocked(levels, rows)) throw new StartAnew()
    const plan = planHandOver(
      handOvers,
      rows,
      await allocationsOf(
        transaction,
        rows.map(({ id }) => id),
      ),
      await balancesAt(transaction, shelves),
      fulfilment,
    )
    if (plan === "not reserved") throw orderChanged()
    if (!("drafts" in plan)) throw await refusalOf(transaction, plan)
    await append(transaction, plan.drafts)

    const changed = rows.filter(({ id, quantity }) => plan.left.get(id) !== quantity)
    const done = changed.filter(({ id }) => plan.left.get(id) === 0)
    const ends = done.map(({ id }) => id)
    await removeRows(transaction, ends, "soft")
    const kept = changed.filter((row) => !done.includes(row))
    for (const { id } of kept)
      await updateRow(transaction, { id, quantity: plan.left.get(id) })
    return {
      ...noChange(),
      updated: kept.map(({ id }) => id),
      deleted: ends,
      levels: levelsOf(levels, plan.drafts),
    }
  })
}

async function refusalOf(connection: Knex, { free, blockedLot }: Shortage) {
  if (blockedLot === null) return insufficient(free)
  const rows = await connection("stock_lot").select("recalled_at").where("id", blockedLot)
  const [lot] = z.array(z.object({ recalled_at: z.date().nullable() })).parse(rows)
  return lot?.recalled_at ? lotRecalled() : lotExpired()
}
