/** Which alerts the figures of today ask for, as SQL: once for the refreshing and the reconciling. */
import { IN_TRANSIT } from "../inventory/ledger/in-transit"
import { FIRST_EXPIRY_STAGE, SALES_DAYS } from "../../contracts/stock-alerts"

export const ZONE = "Asia/Ho_Chi_Minh"

/** Pieces that ought to be there, of a row of stock_minimum `m` and of stock_sold `s`. */
export const NEEDED = `greatest(coalesce(m.minimum, 0),
  coalesce(ceil(s.pieces * m.cover_days / ${SALES_DAYS}.0), 0))::integer`

/** Pieces that could be sold now, of rows of stock_balance `b` with their lots. */
export const FREE = `coalesce(sum(b.on_hand - b.reserved)
  filter (where lot.id is null or stock_lot_sellable(lot)), 0)::integer`

const shelfOf = (row: string) =>
  `join shelf on shelf.item = ${row}.inventory_item_id and shelf.location = ${row}.location_id`

const lowStock = (only: "shelf" | "all") => `
  select 'low-stock' as kind, m.inventory_item_id as item, m.location_id as location,
         null as lot, null::integer as stage
    from stock_minimum m
    ${only === "shelf" ? shelfOf("m") : ""}
    left join stock_sold s
      on s.inventory_item_id = m.inventory_item_id and s.location_id = m.location_id
    left join stock_balance b
      on b.inventory_item_id = m.inventory_item_id and b.location_id = m.location_id
     and b.on_hand > b.reserved
    left join stock_lot lot on lot.id = b.lot_id
   group by m.inventory_item_id, m.location_id, s.pieces
  having ${FREE} < ${NEEDED}`

const nearExpiry = (only: "shelf" | "all") => `
  select 'near-expiry' as kind, b.inventory_item_id as item, b.location_id as location,
         b.lot_id as lot,
         case when lot.best_before <= stock_today() then 0
              when lot.best_before <= stock_today() + 7 then 7
              when lot.best_before <= stock_today() + 14 then 14 else 30 end as stage
    from stock_balance b
    ${only === "shelf" ? shelfOf("b") : ""}
    join stock_lot lot on lot.id = b.lot_id
   where b.on_hand > 0 and lot.best_before <= stock_today() + ${FIRST_EXPIRY_STAGE}
     and b.location_id <> '${IN_TRANSIT}'`

/**
 * Rows of kind, item, location, lot and stage.
 * @param only "shelf": of the shelves in a table `shelf (item, location)`.
 */
export const due = (only: "shelf" | "all"): string =>
  `${lowStock(only)} union all ${nearExpiry(only)}`

/** Whether an alert `a` is about the same as what is due, `d`. */
export const SAME = `a.inventory_item_id = d.item and a.location_id = d.location
  and a.kind = d.kind and a.lot_id is not distinct from d.lot`
