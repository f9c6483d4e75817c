/** Lots: what is there of them, recalls, and whose orders hold them. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import {
  lotHolder,
  type LotHolder,
  lotOwnership,
  type LotView,
} from "../../../contracts/stock"
import { stockContext } from "../context"
import { areLocked } from "./change"
import { command, StartAnew } from "./command"
import { unknownLot } from "./refusals"
import { lockShelves, type Shelf } from "./store"

export type LotFilter = {
  ids?: readonly string[]
  inventory_item_id?: string
  /** Lots of which something lies there. */
  location_id?: string
  /** Only what is expired or recalled, or only what is not. */
  blocked?: boolean
  limit?: number
  offset?: number
}

const moment = z.date().transform((at) => at.toISOString())
const lotRow = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  code: z.string(),
  made_on: z.string().nullable(),
  best_before: z.string().nullable(),
  producer_id: z.string().nullable(),
  ownership: lotOwnership,
  agreed_price: z.number().nullable(),
  commission_bps: z.number().nullable(),
  recalled_at: moment.nullable(),
  recall_reason: z.string().nullable(),
  blocked: z.boolean(),
  balances: z.array(
    z.object({ location_id: z.string(), on_hand: z.number(), reserved: z.number() }),
  ),
  components: z.array(
    z.object({
      inventory_item_id: z.string(),
      lot_id: z.string().nullable(),
      quantity: z.number(),
      returned: z.number(),
      unit_value: z.number(),
    }),
  ),
})

/** Lots that are in stock first, then by expiry. */
export async function listLots(connection: Knex, filter: LotFilter): Promise<LotView[]> {
  const result = await connection.raw(
    `select lot.id, lot.inventory_item_id, lot.code, lot.made_on::text as made_on,
            lot.best_before::text as best_before, lot.producer_id, lot.ownership,
            lot.agreed_price, lot.commission_bps, lot.recalled_at, lot.recall_reason,
            not stock_lot_sellable(lot) as blocked, kept.balances,
            array(select jsonb_build_object('inventory_item_id', c.inventory_item_id,
                    'lot_id', c.component_lot_id, 'quantity', c.quantity,
                    'returned', c.returned, 'unit_value', c.unit_value)
               from stock_lot_component c where c.lot_id = lot.id order by c.line
            ) as components
       from stock_lot lot
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('location_id', b.location_id,
                 'on_hand', b.on_hand, 'reserved', b.reserved) order by b.location_id),
                 '[]') as balances
          from stock_balance b where b.lot_id = lot.id and b.on_hand > 0) kept
      where (cast(:ids as text[]) is null or lot.id = any(:ids))
        and (cast(:item as text) is null or lot.inventory_item_id = :item)
        and (cast(:location as text) is null or exists (select from stock_balance b
              where b.lot_id = lot.id and b.location_id = :location and b.on_hand > 0))
        and (cast(:blocked as boolean) is null or stock_lot_sellable(lot) <> :blocked)
      order by kept.balances = '[]', lot.best_before nulls last, lot.code, lot.id
      limit :limit offset :offset`,
    {
      ids: filter.ids ?? null,
      item: filter.inventory_item_id ?? null,
      location: filter.location_id ?? null,
      blocked: filter.blocked ?? null,
      limit: filter.limit ?? null,
      offset: filter.offset ?? 0,
    },
  )
  return z.array(lotRow).parse(result.rows)
}

/** The lot and the lots of baskets that contain it. */
const LOT_AND_BASKETS = `select :lot union
  select lot_id from stock_lot_component where component_lot_id = :lot and quantity > 0`

async function lotOf(connection: Knex, id: string): Promise<LotView> {
  const [lot] = await listLots(connection, { ids: [id] })
  if (!lot) throw unknownLot()
  return lot
}

/**
 * Whose live reservations hold pieces of the lot, or of baskets that it is in.
 * @throws ApiFailure 404 unknown_lot
 */
export async function lotHolders(connection: Knex, lotId: string): Promise<LotHolder[]> {
  await lotOf(connection, lotId)
  const result = await connection.raw(
    `select held.reservation_id, held.lot_id, held.location_id, r.line_item_id,
            r.external_id as cart_id, held.quantity
       from (select reservation_id, lot_id, location_id, min(id) as since,
                    sum(reserved_change)::integer as quantity
               from stock_entry
              where reservation_id is not null and lot_id in (${LOT_AND_BASKETS})
              group by 1, 2, 3 having sum(reserved_change) > 0) held
       left join reservation_item r on r.id = held.reservation_id and r.deleted_at is null
      order by held.since`,
    { lot: lotId },
  )
  return z.array(lotHolder).parse(result.rows)
}

const shelves = z.array(
  z.object({ inventory_item_id: z.string(), location_id: z.string() }),
)

export type Recalled = {
  lot: LotView
  /** Where what can be sold has changed. */
  shelves: Shelf[]
}

async function shelvesWith(connection: Knex, lotId: string): Promise<Shelf[]> {
  const result = await connection.raw(
    `select distinct inventory_item_id, location_id from stock_balance
      where on_hand > 0 and lot_id in (${LOT_AND_BASKETS})`,
    { lot: lotId },
  )
  return shelves.parse(result.rows)
}

/** Whoever takes goods off these shelves has finished before, or sees the change. */
async function changeRecall(
  transaction: Knex.Transaction,
  lotId: string,
  reason: string | null,
): Promise<Recalled> {
  await lotOf(transaction, lotId)
  const locked = await lockShelves(transaction, await shelvesWith(transaction, lotId))
  const concerned = await shelvesWith(transaction, lotId)
  // While the locks were waited for, the lot may have come to another shelf.
  if (!areLocked(locked, concerned)) throw new StartAnew()
  await transaction("stock_lot")
    .where({ id: lotId })
    .update({
      recalled_at: reason
        ? transaction.raw("coalesce(recalled_at, clock_timestamp())")
        : null,
      recalled_by: reason ? stockContext().actor() : null,
      recall_reason: reason,
      updated_at: transaction.fn.now(),
    })
  return { lot: await lotOf(transaction, lotId), shelves: concerned }
}

/**
 * From the commit on the lot and the baskets that it is in are sold and reserved nowhere. Orders
 * that hold them are listed: they keep what they hold until it is replaced at the hand-over.
 * @throws ApiFailure 404 unknown_lot
 */
export function recallLot(
  connection: Knex,
  { lot_id, reason }: { lot_id: string; reason: string },
): Promise<Recalled & { holders: LotHolder[] }> {
  return command(connection, async (transaction) => ({
    ...(await changeRecall(transaction, lot_id, reason)),
    holders: await lotHolders(transaction, lot_id),
  }))
}

/** @throws ApiFailure 404 unknown_lot */
export const liftRecall = (connection: Knex, lotId: string): Promise<Recalled> =>
  command(connection, (transaction) => changeRecall(transaction, lotId, null))
