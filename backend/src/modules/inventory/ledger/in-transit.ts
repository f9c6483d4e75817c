/** Where goods are between two points ("hàng đang chuyển"): a place of the ledger that nobody sells from. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"

/** Also in the database's function `stock_sellable`. */
export const IN_TRANSIT = "sloc_in_transit"

const NAME = "Hàng đang chuyển"

/** The framework's pages name every place that has a shelf: this one has to be among them. */
export async function ensureInTransit(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw(
    "insert into stock_location (id, name) values (?, ?) on conflict do nothing",
    [IN_TRANSIT, NAME],
  )
}
