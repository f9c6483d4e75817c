import { model } from "@medusajs/framework/utils"

/**
 * "This product's document in that index may be out of date." One row per product and index, so
 * the table never outgrows the catalogue. A row stays after it was served: what changed while an
 * index was being rebuilt can then be served again to the new one.
 */
export const SearchMark = model.define("search_mark", {
  /** `${index_name}:${product_id}` */
  id: model.text().primaryKey(),
  index_name: model.text(),
  product_id: model.text(),
  /** Counts the markings, so that one arriving during the work is not taken for served. */
  revision: model.number().default(1),
  marked_at: model.dateTime(),
  ingested_at: model.dateTime().nullable(),
})
