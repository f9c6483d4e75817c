/** Rows of the ledger as they are shown. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type StockEntry, stockEntry } from "../../../contracts/stock"

const moment = z.date().transform((at) => at.toISOString())

/** As PostgreSQL gives it: ids are bigint and moments dates. */
export const entryRow = stockEntry.extend({
  id: z.coerce.string(),
  corrects_id: z.coerce.string().nullable(),
  occurred_at: moment,
  recorded_at: moment,
})

/** To be selected from `stock_entry e` joined with its `lot`. */
export const ENTRY_COLUMNS = `e.id, e.inventory_item_id, e.location_id, e.lot_id,
  lot.code as lot_code, lot.best_before::text as best_before, e.kind, e.quantity,
  e.on_hand_change, e.reserved_change, e.reservation_id, e.document_type, e.document_id,
  e.document_line, e.owner_id, e.reason, e.note, e.borne_by, e.actor_id, e.device_id, e.corrects_id,
  e.occurred_at, e.recorded_at`

/** The rows that a document wrote, in their order. */
export async function entriesOf(
  connection: Knex,
  documentType: string,
  documentId: string,
): Promise<StockEntry[]> {
  const result = await connection.raw(
    `select ${ENTRY_COLUMNS}
       from stock_entry e left join stock_lot lot on lot.id = e.lot_id
      where e.document_type = ? and e.document_id = ? order by e.id`,
    [documentType, documentId],
  )
  return z.array(entryRow).parse(result.rows)
}
