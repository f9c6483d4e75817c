/** What was counted of each lot, and what the books expected at that moment. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import {
  type StocktakeCount,
  stocktakeCount,
  type StocktakeVariance,
  stocktakeVariance,
} from "../../../contracts/stocktake"

const moment = z.date().transform((at) => at.toISOString())
const moments = { first_counted_at: moment, counted_at: moment }

/**
 * Each device's count of a lot is what it added since it last began anew; the devices' counts are
 * added up. The count holds for its last moment.
 */
const COUNTED = `
  select c.inventory_item_id, c.lot_id, sum(c.quantity)::integer as counted,
         count(distinct c.device)::integer as devices,
         min(c.counted_at) as first_counted_at, max(c.counted_at) as counted_at
    from (select inventory_item_id, lot_id, quantity, counted_at, device,
                 sum(case mode when 'set' then 1 else 0 end) over (
                   partition by inventory_item_id, lot_id, device
                   order by counted_at desc, id desc
                   rows between unbounded preceding and 1 preceding) as later_begins
            from (select *, coalesce(device_id, actor_id, '') as device from stocktake_count
                   where stocktake_id = :stocktake) mine) c
   where coalesce(c.later_begins, 0) = 0
   group by 1, 2`

const NAMED = `item.sku, item.title, lot.code as lot_code, lot.best_before::text as best_before`
const NAMES = `
  join inventory_item item on item.id = counted.inventory_item_id
  left join stock_lot lot on lot.id = counted.lot_id`

export async function countsOf(
  connection: Knex,
  stocktakeId: string,
): Promise<StocktakeCount[]> {
  const result = await connection.raw(
    `select counted.*, ${NAMED} from (${COUNTED}) counted ${NAMES}
      order by item.sku, lot.code`,
    { stocktake: stocktakeId },
  )
  return z.array(stocktakeCount.extend(moments)).parse(result.rows)
}

/**
 * What happened up to the moment of a count was expected; what happened later is none of its
 * business. A document that was written down late counts from when it happened.
 */
export async function variancesOf(
  connection: Knex,
  stocktakeId: string,
  locationId: string,
): Promise<StocktakeVariance[]> {
  const result = await connection.raw(
    `select counted.*, ${NAMED}, books.expected,
            counted.counted - books.expected as variance, books.moved_meanwhile
       from (${COUNTED}) counted ${NAMES}
      cross join lateral (
        select coalesce(sum(e.on_hand_change) filter (
                 where e.occurred_at <= counted.counted_at), 0)::integer as expected,
               coalesce(bool_or(e.on_hand_change <> 0
                 and e.occurred_at > counted.first_counted_at
                 and e.occurred_at <= counted.counted_at), false) as moved_meanwhile
          from stock_entry e
         where e.inventory_item_id = counted.inventory_item_id and e.location_id = :location
           and e.lot_id is not distinct from counted.lot_id) books
      order by item.sku, lot.code`,
    { stocktake: stocktakeId, location: locationId },
  )
  return z.array(stocktakeVariance.extend(moments)).parse(result.rows)
}

const uncounted = z.object({
  inventory_item_id: z.string(),
  sku: z.string().nullable(),
  title: z.string().nullable(),
  lot_id: z.string().nullable(),
  lot_code: z.string().nullable(),
  best_before: z.string().nullable(),
  on_hand: z.number(),
})

/** In scope and on the books, but nobody has counted it. */
export async function uncountedOf(
  connection: Knex,
  stocktakeId: string,
): Promise<z.output<typeof uncounted>[]> {
  const result = await connection.raw(
    `select b.inventory_item_id, item.sku, item.title, b.lot_id, lot.code as lot_code,
            lot.best_before::text as best_before, b.on_hand
       from stocktake s
       join stock_balance b on b.location_id = s.location_id and b.on_hand > 0
        and (s.item_ids is null or b.inventory_item_id = any(s.item_ids))
       join inventory_item item on item.id = b.inventory_item_id
       left join stock_lot lot on lot.id = b.lot_id
      where s.id = ? and not exists (
            select from stocktake_count c
             where c.stocktake_id = s.id and c.inventory_item_id = b.inventory_item_id
               and c.lot_id is not distinct from b.lot_id)
      order by item.sku, lot.code`,
    [stocktakeId],
  )
  return z.array(uncounted).parse(result.rows)
}
