/** An item's card ("thẻ kho"): its rows, newest first, each with what was there once it stood. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type ItemCard } from "../../../contracts/stock"
import { unknownItem } from "./failures"
import { ENTRY_COLUMNS, entryRow } from "./entries"

export type CardFilter = {
  inventory_item_id: string
  location_id?: string
  lot_id?: string
  /** The `next` of the page before. */
  before?: string
  limit: number
}

const count = z.coerce.number()
const head = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  title: z.string().nullable(),
  on_hand: count,
  reserved: count,
  available: count,
})

/** What the filter's shelves hold now. */
async function cardHead(connection: Knex, filter: CardFilter) {
  const result = await connection.raw(
    `select item.id, item.sku, item.title, coalesce(sum(b.on_hand), 0) as on_hand,
            coalesce(sum(b.reserved), 0) as reserved,
            coalesce(sum(b.on_hand - b.reserved)
              filter (where stock_sellable(b.location_id, lot)), 0) as available
       from inventory_item item
       left join stock_balance b on b.inventory_item_id = item.id
        and (cast(:location as text) is null or b.location_id = :location)
        and (cast(:lot as text) is null or b.lot_id = :lot)
       left join stock_lot lot on lot.id = b.lot_id
      where item.id = :item and item.deleted_at is null
      group by item.id`,
    parametersOf(filter),
  )
  return z.array(head).parse(result.rows)[0]
}

const parametersOf = ({
  inventory_item_id,
  location_id,
  lot_id,
  before,
}: CardFilter) => ({
  item: inventory_item_id,
  location: location_id ?? null,
  lot: lot_id ?? null,
  before: before ?? null,
})

const row = entryRow.extend({ on_hand: count, reserved: count })

/**
 * One statement, so that the rows and the balances under them are of one moment. It starts at the
 * newest page from what the shelves hold and takes off what is newer: a page costs as much as it
 * is deep, and not as much as the ledger is long.
 */
async function cardRows(connection: Knex, filter: CardFilter) {
  const lot = filter.lot_id === undefined ? "" : "and e.lot_id = :lot"
  const result = await connection.raw(
    `with shelves as (
       select location_id, sum(on_hand) as on_hand, sum(reserved) as reserved
         from stock_balance
        where inventory_item_id = :item
          and (cast(:location as text) is null or location_id = :location)
          and (cast(:lot as text) is null or lot_id = :lot)
        group by location_id),
     newer as (
       select coalesce(sum(e.on_hand_change), 0) as on_hand,
              coalesce(sum(e.reserved_change), 0) as reserved
         from shelves s join stock_entry e
           on e.inventory_item_id = :item and e.location_id = s.location_id
        where e.id >= cast(:before as bigint) ${lot}),
     page as (
       select entry.* from shelves s cross join lateral (
         select e.* from stock_entry e
          where e.inventory_item_id = :item and e.location_id = s.location_id
            and (cast(:before as bigint) is null or e.id < cast(:before as bigint)) ${lot}
          order by e.id desc limit :take) entry
        order by entry.id desc limit :take)
     select ${ENTRY_COLUMNS},
            (select sum(on_hand) from shelves) - newer.on_hand
              - coalesce(sum(e.on_hand_change) over later, 0) as on_hand,
            (select sum(reserved) from shelves) - newer.reserved
              - coalesce(sum(e.reserved_change) over later, 0) as reserved
       from page e cross join newer left join stock_lot lot on lot.id = e.lot_id
     window later as (order by e.id desc rows between unbounded preceding and 1 preceding)
      order by e.id desc`,
    { ...parametersOf(filter), take: filter.limit + 1 },
  )
  return z.array(row).parse(result.rows)
}

/**
 * @param filter the item, and where given one point or one lot of it: balances are of these.
 * @throws ApiFailure 404 unknown_item
 */
export async function itemCard(connection: Knex, filter: CardFilter): Promise<ItemCard> {
  const { found, rows } = await connection.transaction(
    async (snapshot) => ({
      found: await cardHead(snapshot, filter),
      rows: await cardRows(snapshot, filter),
    }),
    { isolationLevel: "repeatable read", readOnly: true },
  )
  if (!found) throw unknownItem()
  const { id, sku, title, ...figures } = found
  const page = rows.slice(0, filter.limit)
  return {
    item: { id, sku, title },
    ...figures,
    rows: page,
    next: rows.length > filter.limit ? (page.at(-1)?.id ?? null) : null,
  }
}
