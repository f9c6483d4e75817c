/** Reading and writing the ledger inside one transaction. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { stockContext } from "../context"
import { type Balance, type EntryDraft } from "./rows"

export type Shelf = { inventory_item_id: string; location_id: string }

export const shelfKey = ({ inventory_item_id, location_id }: Shelf): string =>
  `${inventory_item_id}@${location_id}`

const shelf = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  location_id: z.string(),
})
export type LockedLevel = z.infer<typeof shelf>

/**
 * Locks the shelves (item × point) until the transaction ends. Every command takes them in this
 * one order, so that two of them wait for each other but never in a circle. Shelves that are not
 * kept are left out of the result.
 */
export async function lockShelves(
  transaction: Knex.Transaction,
  shelves: readonly Shelf[],
): Promise<LockedLevel[]> {
  if (shelves.length === 0) return []
  const result = await transaction.raw(
    `select level.id, level.inventory_item_id, level.location_id
       from inventory_level level
       join (select distinct * from unnest(cast(? as text[]), cast(? as text[]))
               as wanted(inventory_item_id, location_id)) wanted
         using (inventory_item_id, location_id)
      where level.deleted_at is null
      order by level.inventory_item_id, level.location_id
        for update of level`,
    [
      shelves.map((each) => each.inventory_item_id),
      shelves.map((each) => each.location_id),
    ],
  )
  return z.array(shelf).parse(result.rows)
}

const balance = z.object({
  inventory_item_id: z.string(),
  location_id: z.string(),
  lot_id: z.string().nullable(),
  on_hand: z.number(),
  reserved: z.number(),
  best_before: z.string().nullable(),
  made_on: z.string().nullable(),
  sellable: z.boolean(),
})

/** What lies on the shelves, lot by lot; to be read after they are locked. */
export async function balancesAt(
  connection: Knex,
  shelves: readonly Shelf[],
): Promise<Balance[]> {
  if (shelves.length === 0) return []
  const result = await connection.raw(
    `select b.inventory_item_id, b.location_id, b.lot_id, b.on_hand, b.reserved,
            lot.best_before::text as best_before, lot.made_on::text as made_on,
            stock_sellable(b.location_id, lot) as sellable
       from stock_balance b
       join (select distinct * from unnest(cast(? as text[]), cast(? as text[]))
               as wanted(inventory_item_id, location_id)) wanted
         using (inventory_item_id, location_id)
       left join stock_lot lot on lot.id = b.lot_id
      where b.on_hand > 0`,
    [
      shelves.map((each) => each.inventory_item_id),
      shelves.map((each) => each.location_id),
    ],
  )
  return z.array(balance).parse(result.rows)
}

const written = z.object({ id: z.coerce.string() })

/**
 * Writes rows; the tables refuse what would make a figure impossible. The owner is the lot's
 * producer where the lot is consigned; the point bears a loss of such goods unless the draft says
 * otherwise. Actor and device come from the context.
 * @returns the ids, in the order of `drafts`.
 */
export async function append(
  transaction: Knex.Transaction,
  drafts: readonly EntryDraft[],
): Promise<string[]> {
  if (drafts.length === 0) return []
  const context = stockContext()
  const result = await transaction.raw(
    `insert into stock_entry (inventory_item_id, location_id, lot_id, kind, quantity,
        on_hand_change, reserved_change, reservation_id, document_type, document_id,
        document_line, owner_id, reason, note, borne_by, actor_id, device_id, corrects_id,
        occurred_at)
     select d.inventory_item_id, d.location_id, d.lot_id, d.kind, d.quantity,
            d.on_hand_change, d.reserved_change, d.reservation_id, d.document_type, d.document_id,
            d.document_line, case when lot.ownership = 'consigned' then lot.producer_id end,
            d.reason, d.note,
            case when lot.ownership = 'consigned' then coalesce(d.borne_by, case
              when d.kind in ('adjustment', 'disposal', 'count') and d.on_hand_change < 0
               and d.corrects_id is null then 'point' end) end,
            :actor, :device, d.corrects_id,
            coalesce(d.occurred_at, clock_timestamp())
       from rows from (jsonb_to_recordset(cast(:drafts as jsonb)) as (
              inventory_item_id text, location_id text, lot_id text, kind text, quantity integer,
              on_hand_change integer, reserved_change integer, reservation_id text,
              document_type text, document_id text, document_line text, reason text, note text,
              borne_by text, corrects_id bigint, occurred_at timestamptz)) with ordinality as d
       left join stock_lot lot on lot.id = d.lot_id
      order by d.ordinality
     returning id`,
    { drafts: JSON.stringify(drafts), actor: context.actor(), device: context.device },
  )
  return z
    .array(written)
    .parse(result.rows)
    .map(({ id }) => id)
}

const allocation = z.object({
  reservation_id: z.string(),
  inventory_item_id: z.string(),
  location_id: z.string(),
  lot_id: z.string().nullable(),
  quantity: z.number(),
})
export type Allocation = z.infer<typeof allocation>

/** Which lots reservations hold: what the ledger booked on them and did not take off again. */
export async function allocationsOf(
  connection: Knex,
  reservationIds: readonly string[],
): Promise<Allocation[]> {
  if (reservationIds.length === 0) return []
  const result = await connection.raw(
    `select reservation_id, inventory_item_id, location_id, lot_id,
            sum(reserved_change)::integer as quantity
       from stock_entry where reservation_id = any(?)
      group by 1, 2, 3, 4 having sum(reserved_change) > 0`,
    [[...reservationIds]],
  )
  return z.array(allocation).parse(result.rows)
}
