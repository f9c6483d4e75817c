/** What a command answers with, read before it is committed. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type Change } from "./change"
import { answersOf, type ReservationAnswer } from "./reservation-rows"
import { type Shelf } from "./store"

export type Answered = { change: Change; reservations: ReservationAnswer[] }

/** @param change names the reservations to be shown. */
export const answered = async (
  transaction: Knex.Transaction,
  change: Change,
): Promise<Answered> => ({
  change,
  reservations: await answersOf(transaction, change.reservations),
})

const levelAnswer = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  location_id: z.string(),
  stocked_quantity: z.coerce.number(),
  reserved_quantity: z.coerce.number(),
  incoming_quantity: z.coerce.number(),
  available_quantity: z.coerce.number(),
  metadata: z.record(z.string(), z.unknown()).nullable(),
  created_at: z.date(),
  updated_at: z.date(),
  deleted_at: z.date().nullable(),
})
export type LevelAnswer = z.infer<typeof levelAnswer>

/** Levels as the framework shows them, in the order of `shelves`. */
export async function levelAnswers(
  transaction: Knex.Transaction,
  shelves: readonly Shelf[],
): Promise<LevelAnswer[]> {
  const result = await transaction.raw(
    `select level.id, level.inventory_item_id, level.location_id, level.stocked_quantity,
            level.reserved_quantity, level.incoming_quantity, level.metadata,
            level.created_at, level.updated_at, level.deleted_at,
            (select coalesce(sum(b.on_hand - b.reserved), 0)
               from stock_balance b left join stock_lot lot on lot.id = b.lot_id
              where b.inventory_item_id = level.inventory_item_id
                and b.location_id = level.location_id and b.on_hand > 0
                and stock_sellable(b.location_id, lot)) as available_quantity
       from inventory_level level
       join unnest(cast(? as text[]), cast(? as text[])) with ordinality
              as wanted(item, location, place)
         on level.inventory_item_id = wanted.item and level.location_id = wanted.location
      where level.deleted_at is null
      order by wanted.place`,
    [
      shelves.map((each) => each.inventory_item_id),
      shelves.map((each) => each.location_id),
    ],
  )
  return z.array(levelAnswer).parse(result.rows)
}
