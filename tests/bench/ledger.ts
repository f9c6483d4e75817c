/**
 * A ledger of the size that a shop has after years, for measuring. Sound: every invariant holds
 * afterwards. Written past the triggers, which would move each balance a thousand times, and
 * therefore only for a database that is thrown away.
 */
import { z } from "zod"
import { type Query } from "../../backend/src/lib/invariants/check"
import { mendBalances } from "../../backend/src/lib/invariants/mend"

/** A delivery, two sales over the counter, and an order: its reservation and its hand-over. */
const ROWS_PER_UNIT = 5

const ENTRIES = (from: string, units: number, first: number) => `
  insert into stock_entry (inventory_item_id, location_id, lot_id, kind, quantity, on_hand_change,
    reserved_change, reservation_id, document_type, document_id, document_line, occurred_at)
  select place.inventory_item_id, place.location_id, place.lot_id, row.kind, abs(row.quantity),
         case when row.kind = 'reservation' then 0 else row.quantity end,
         case when row.kind = 'reservation' then 1 when row.of_order then -1 else 0 end,
         case when row.of_order then 'resitem_bench' || unit end,
         case when row.of_order then 'order' else 'stock_document' end,
         case when row.of_order then 'order_bench' || unit else 'bench' || unit end,
         case when row.of_order then 'ordli_bench' || unit end,
         now() - make_interval(mins => ${units} - unit)
    from generate_series(${first}, ${first + units - 1}) unit
    join (${from}) place on place.n = unit % (select count(*) from (${from}) places)
   cross join (values (1, 'receipt', 3, false), (2, 'sale', -1, false), (3, 'sale', -1, false),
                      (4, 'reservation', 1, true), (5, 'sale', -1, true))
     row (position, kind, quantity, of_order)
   order by unit, row.position`

const amount = (value: number) =>
  `${value}, '{"value": "${value}", "precision": 20}'::jsonb`
const TOTAL = 50_000

/** The orders of the units, handed over and paid for; cash on delivery, as the shop's are. */
const ORDERS = (from: string, units: number, first: number) => {
  const numbered = (columns: string) =>
    `select ${columns} from generate_series(${first}, ${first + units - 1}) unit`
  return [
    `insert into "order" (id, currency_code, status, metadata)
     ${numbered(`'order_bench' || unit, 'vnd', 'completed',
       jsonb_build_object('cart_id', 'cart_bench' || unit)`)}`,
    `insert into order_cart (id, order_id, cart_id)
     ${numbered("'ordercart_bench' || unit, 'order_bench' || unit, 'cart_bench' || unit")}`,
    `insert into order_line_item (id, title, variant_id, unit_price, raw_unit_price, created_at)
     select 'ordli_bench' || unit, 'Hàng thử', link.variant_id, ${amount(TOTAL)}, now()
       from generate_series(${first}, ${first + units - 1}) unit
       join (${from}) place on place.n = unit % (select count(*) from (${from}) places)
       join product_variant_inventory_item link
         on link.inventory_item_id = place.inventory_item_id and link.deleted_at is null
      where link.required_quantity = 1`,
    `insert into order_item (id, order_id, item_id, version, quantity, raw_quantity,
       fulfilled_quantity, shipped_quantity, return_requested_quantity, return_received_quantity,
       return_dismissed_quantity, written_off_quantity)
     ${numbered(`'orditem_bench' || unit, 'order_bench' || unit, 'ordli_bench' || unit, 1,
       ${amount(1)}, 1, 1, 0, 0, 0, 0`)}`,
    `insert into order_summary (id, order_id, version, totals)
     ${numbered(`'ordsum_bench' || unit, 'order_bench' || unit, 1, jsonb_build_object(
       'current_order_total', ${TOTAL}, 'original_order_total', ${TOTAL})`)}`,
    `insert into payment_collection (id, currency_code, status, captured_amount, amount, raw_amount)
     ${numbered(`'pay_col_bench' || unit, 'vnd', 'completed', ${TOTAL}, ${amount(TOTAL)}`)}`,
    `insert into order_payment_collection (id, order_id, payment_collection_id)
     ${numbered("'ordpay_bench' || unit, 'order_bench' || unit, 'pay_col_bench' || unit")}`,
    `insert into payment (id, payment_collection_id, payment_session_id, provider_id,
       currency_code, amount, raw_amount)
     ${numbered(`'pay_bench' || unit, 'pay_col_bench' || unit, 'payses_bench' || unit, 'pp_cod_cod',
       'vnd', ${amount(TOTAL)}`)}`,
    `insert into capture (id, payment_id, amount, raw_amount)
     ${numbered(`'capt_bench' || unit, 'pay_bench' || unit, ${amount(TOTAL)}`)}`,
    `insert into order_transaction (id, order_id, currency_code, reference, reference_id, amount,
       raw_amount)
     ${numbered(`'ordtrx_bench' || unit, 'order_bench' || unit, 'vnd', 'capture',
       'capt_bench' || unit, ${amount(TOTAL)}`)}`,
    `insert into reservation_item (id, inventory_item_id, location_id, line_item_id, quantity,
       raw_quantity, deleted_at)
     select 'resitem_bench' || unit, place.inventory_item_id, place.location_id,
            'ordli_bench' || unit, ${amount(1)}, now()
       from generate_series(${first}, ${first + units - 1}) unit
       join (${from}) place on place.n = unit % (select count(*) from (${from}) places)`,
  ]
}

/** Items that one variant draws one piece of, wherever something of them lies. */
const EVERYWHERE = `
  select row_number() over (order by inventory_item_id, location_id, lot_id) - 1 as n,
         inventory_item_id, location_id, lot_id
    from stock_balance
   where inventory_item_id in (
     select inventory_item_id from product_variant_inventory_item where deleted_at is null
      group by 1 having count(*) = 1 and max(required_quantity) = 1)`

const atOne = (item: string, point: string) => `
  select 0 as n, inventory_item_id, location_id, lot_id from stock_balance
   where inventory_item_id = '${item}' and location_id = '${point}' limit 1`

const count = z.tuple([z.object({ rows: z.coerce.number() })])

/**
 * Adds rows to the ledger until it has at least `rows`, with the orders that they belong to, in
 * the transaction of `query`, and analyses the tables.
 * @param shelf where all of it happens; left out: spread over all goods and points
 * @returns how many rows there are now
 */
export async function growLedger(
  query: Query,
  rows: number,
  shelf?: { item: string; point: string },
): Promise<number> {
  const [present] = count.parse(await query("select count(*) as rows from stock_entry"))
  const units = Math.ceil(Math.max(0, rows - present.rows) / ROWS_PER_UNIT)
  if (units > 0) {
    const places = shelf ? atOne(shelf.item, shelf.point) : EVERYWHERE
    const first = present.rows
    await query("set local session_replication_role = replica")
    await query(ENTRIES(places, units, first))
    for (const sql of ORDERS(places, units, first)) await query(sql)
    await query("set local session_replication_role = origin")
    await mendBalances(query)
    for (const table of ["stock_entry", '"order"', "order_item", "reservation_item"])
      await query(`analyze ${table}`)
  }
  const [now] = count.parse(await query("select count(*) as rows from stock_entry"))
  return now.rows
}
