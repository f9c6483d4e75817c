/**
 * What the checks compare, summed up once: the ledger in one scan, the lines of all orders, what
 * the ledger booked for each line, and what was paid. The sums live in temporary tables of the transaction, so
 * that a million rows never leave the database.
 */
import { type Query } from "./check"

/**
 * `part` says what a row sums over: "lot" (item × point × lot × kind), "reservation" (reservation,
 * or the order's line where goods left without one, × item × point) or "document" (transfer,
 * assembly, disassembly or return × item × lot; a correction counts to the document of the row that
 * it corrects).
 */
const LEDGER = `
  create temporary table reconcile_ledger on commit drop as
  select case when grouping(kind) = 0 then 'lot'
              when grouping(reservation) = 0 then 'reservation' else 'document' end as part,
         item, point, lot, kind, reservation, order_line, matter, document,
         sum(on_hand_change)::bigint as on_hand, sum(reserved_change)::bigint as reserved
    from (select e.inventory_item_id as item, e.location_id as point, e.lot_id as lot, e.kind,
                 e.reservation_id as reservation, e.on_hand_change, e.reserved_change,
                 case when e.reservation_id is null and e.kind = 'sale'
                       and e.document_type = 'order' then e.document_line end as order_line,
                 matter, case when matter is null then null
                   when e.corrects_id is null then e.document_id
                   else (select o.document_id from stock_entry o where o.id = e.corrects_id)
                 end as document
            from stock_entry e,
                 lateral (select case
                   when e.kind in ('transfer-out', 'transfer-in') then 'transfer'
                   when e.kind in ('assembly', 'disassembly') then e.kind
                   when e.kind = 'return' and e.reservation_id is null then 'return' end as matter
                 ) sort
         ) entry
   group by grouping sets ((item, point, lot, kind), (reservation, order_line, item, point),
                           (matter, document, item, lot))`

const LOTS = `
  create temporary table reconcile_lot on commit drop as
  select item, point, lot, sum(on_hand)::bigint as on_hand, sum(reserved)::bigint as reserved
    from reconcile_ledger where part = 'lot' group by 1, 2, 3`

/**
 * Each line of each order that stands, once for each item that it draws on (item null: a variant
 * whose stock is not kept). `recomposed`: what the variant consists of was changed since, so that
 * what the line drew on cannot be told any more.
 */
const LINES = `
  create temporary table reconcile_line on commit drop as
  select o.id as order_id, line.id as line, link.inventory_item_id as item,
         link.required_quantity as required, i.quantity,
         i.fulfilled_quantity as fulfilled, i.return_received_quantity as received,
         o.status = 'canceled' or o.canceled_at is not null as canceled,
         o.is_draft_order or o.status = 'draft' as draft,
         coalesce(composition.changed_at > line.created_at, false) as recomposed,
         o.created_at < coalesce(
           (select recorded_at from stock_entry order by id limit 1), now()) as before_ledger
    from "order" o
    join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    join order_line_item line on line.id = i.item_id
    left join product_variant variant on variant.id = line.variant_id and variant.manage_inventory
    left join product_variant_inventory_item link
      on link.variant_id = variant.id and link.deleted_at is null
    left join (select variant_id, max(greatest(updated_at, deleted_at)) as changed_at
                 from product_variant_inventory_item group by variant_id) composition
      on composition.variant_id = variant.id
   where o.deleted_at is null`

const EFFECTS = `
  create temporary table reconcile_effect on commit drop as
  select coalesce(r.line_item_id, e.order_line) as line, e.item,
         sum(e.reserved)::bigint as reserved, -sum(e.on_hand)::bigint as sold
    from reconcile_ledger e left join reservation_item r on r.id = e.reservation
   where e.part = 'reservation' and coalesce(r.line_item_id, e.order_line) is not null
   group by 1, 2`

/** Per payment collection: what its payments, captures and refunds really are, in đồng. */
const COLLECTIONS = `
  create temporary table reconcile_collection on commit drop as
  select pc.id, pc.amount, pc.status::text as status,
         coalesce(pc.captured_amount, 0) as captured_noted,
         coalesce(pc.refunded_amount, 0) as refunded_noted,
         coalesce(sum(greatest(case when p.canceled_at is null then p.amount else 0 end,
                               coalesce(c.amount, 0))), 0) as promised,
         coalesce(sum(c.amount), 0) as captured, coalesce(sum(r.amount), 0) as refunded
    from payment_collection pc
    left join payment p on p.payment_collection_id = pc.id and p.deleted_at is null
    left join (select payment_id, sum(amount) as amount from capture
                where deleted_at is null group by 1) c on c.payment_id = p.id
    left join (select payment_id, sum(amount) as amount from refund
                where deleted_at is null group by 1) r on r.payment_id = p.id
   where pc.deleted_at is null
   group by pc.id`

/**
 * Per order, its collections together, beside its total: the one in force, and the largest that it
 * ever had, as what is paid too much after an edit is given back later.
 */
const PAID = `
  create temporary table reconcile_paid on commit drop as
  select order_id, paid.promised, paid.captured, paid.refunded, paid.closed, paid.completed,
         o.status = 'canceled' or o.canceled_at is not null as canceled,
         total.current as current_total, total.largest as largest_total
    from (select link.order_id,
                 sum(case when k.status = 'canceled' then k.captured else k.promised end)
                   as promised,
                 sum(k.captured) as captured, sum(k.refunded) as refunded,
                 bool_and(k.status in ('completed', 'canceled') or k.amount = 0) as closed,
                 bool_or(k.status = 'completed' and k.amount > 0) as completed
            from order_payment_collection link
            join reconcile_collection k on k.id = link.payment_collection_id
           where link.deleted_at is null group by 1) paid
    join "order" o on o.id = order_id and o.deleted_at is null
    left join (
          select s.order_id, max(amounts.current) filter (where s.version = o.version) as current,
                 max(greatest(amounts.current, amounts.original)) as largest
            from order_summary s
            join "order" o on o.id = s.order_id,
                 lateral (select (s.totals ->> 'current_order_total')::numeric as current,
                                 (s.totals ->> 'original_order_total')::numeric as original)
                   amounts
           where s.deleted_at is null group by 1) total using (order_id)`

/**
 * Every check goes over whole tables. Where statistics are missing the planner expects a few rows
 * and loops over all of them for each: seconds become minutes.
 */
const SETTINGS = ["work_mem = '64MB'", "enable_nestloop = off", "jit = off"]

const TABLES = [
  ["reconcile_ledger", LEDGER],
  ["reconcile_lot", LOTS],
  ["reconcile_line", LINES],
  ["reconcile_effect", EFFECTS],
  ["reconcile_collection", COLLECTIONS],
  ["reconcile_paid", PAID],
] as const

/** Makes the sums; they are gone with the transaction. */
export async function sumUp(query: Query): Promise<void> {
  for (const setting of SETTINGS) await query(`set local ${setting}`)
  for (const [name, sql] of TABLES) {
    await query(`drop table if exists pg_temp.${name}`)
    await query(sql)
    await query(`analyze ${name}`)
  }
}
