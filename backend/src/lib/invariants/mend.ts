/** Figures out of step with the ledger, calculated anew: the ledger is what really happened. */
import { z } from "@medusajs/framework/zod"
import { type Query } from "./check"

const counted = z.tuple([z.object({ rows: z.number() })])

/**
 * Nobody moves stock meanwhile. A movement locks rows of `inventory_level` before all else: the lock
 * on that table waits for those under way and holds the next ones back before they hold anything.
 */
const LOCKS = [
  "lock table inventory_level in exclusive mode",
  "lock table stock_entry, stock_balance in share row exclusive mode",
]

const GUARDS = [
  ["stock_balance", "stock_balance_guard"],
  ["inventory_level", "inventory_level_guard_update"],
] as const

const BALANCES = `
  with sums as (
    select inventory_item_id, location_id, lot_id,
           sum(on_hand_change) as on_hand, sum(reserved_change) as reserved
      from stock_entry group by 1, 2, 3),
  missing as (
    insert into stock_balance (inventory_item_id, location_id, lot_id, on_hand, reserved)
    select * from sums s
     where not exists (select from stock_balance b
       where b.inventory_item_id = s.inventory_item_id and b.location_id = s.location_id
         and b.lot_id is not distinct from s.lot_id)
    returning 1),
  wanted as (
    select b.inventory_item_id, b.location_id, b.lot_id,
           coalesce(s.on_hand, 0) as on_hand, coalesce(s.reserved, 0) as reserved
      from stock_balance b left join sums s
        on s.inventory_item_id = b.inventory_item_id and s.location_id = b.location_id
       and s.lot_id is not distinct from b.lot_id),
  changed as (
    update stock_balance b set on_hand = w.on_hand, reserved = w.reserved from wanted w
     where w.inventory_item_id = b.inventory_item_id and w.location_id = b.location_id
       and w.lot_id is not distinct from b.lot_id
       and (w.on_hand <> b.on_hand or w.reserved <> b.reserved)
    returning 1)
  select ((select count(*) from missing) + (select count(*) from changed))::integer as rows`

const LEVELS = `
  with wanted as (
    select l.id, coalesce(sum(b.on_hand), 0) as on_hand, coalesce(sum(b.reserved), 0) as reserved
      from inventory_level l left join stock_balance b
        on b.inventory_item_id = l.inventory_item_id and b.location_id = l.location_id
     where l.deleted_at is null group by l.id),
  changed as (
    update inventory_level l
       set stocked_quantity = w.on_hand, reserved_quantity = w.reserved, updated_at = now(),
           raw_stocked_quantity =
             jsonb_build_object('value', w.on_hand::text, 'precision', 20),
           raw_reserved_quantity =
             jsonb_build_object('value', w.reserved::text, 'precision', 20)
      from wanted w
     where w.id = l.id
       and (l.stocked_quantity <> w.on_hand or l.reserved_quantity <> w.reserved
            or (l.raw_stocked_quantity ->> 'value')::numeric <> w.on_hand
            or (l.raw_reserved_quantity ->> 'value')::numeric <> w.reserved)
    returning 1)
  select count(*)::integer as rows from changed`

/**
 * Sets every balance to the sum of its ledger rows and every level to the sum of its balances, in
 * the transaction of `query`. Needs the owner of the tables. Rejects where the ledger itself sums
 * up to what must not be (PostgreSQL 23514), and changes nothing then.
 * @returns how many rows were set right
 */
export async function mendBalances(
  query: Query,
): Promise<{ balances: number; levels: number }> {
  for (const lock of LOCKS) await query(lock)
  for (const [table, guard] of GUARDS)
    await query(`alter table ${table} disable trigger ${guard}`)
  const [balances] = counted.parse(await query(BALANCES))
  const [levels] = counted.parse(await query(LEVELS))
  for (const [table, guard] of GUARDS)
    await query(`alter table ${table} enable trigger ${guard}`)
  return { balances: balances.rows, levels: levels.rows }
}
