/** Damaged goods ("hỏng") that are worth much are shown: no photo, no write-off. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type AttachmentKind } from "../../../contracts/stock-attachment"
import { photoRequired } from "./refusals"
import { type EntryDraft } from "./rows"

const CURRENCY = "vnd"

/**
 * What a piece is worth: what its producer is owed for it, as the lot says; else the selling price of
 * a variant that is made of it, the highest one. Null where nobody knows.
 */
const WORTH = `
  select wanted.item, wanted.lot,
         coalesce(lot.agreed_price::float8, sold.price::float8) as worth
    from (select distinct * from unnest(cast(:items as text[]), cast(:lots as text[]))
            as w(item, lot)) wanted
    left join stock_lot lot on lot.id = wanted.lot
    left join lateral (
      select max(price.amount / part.required_quantity) as price
        from product_variant_inventory_item part
        join product_variant_price_set priced
          on priced.variant_id = part.variant_id and priced.deleted_at is null
        join price on price.price_set_id = priced.price_set_id
         and price.deleted_at is null and price.price_list_id is null
         and price.currency_code = '${CURRENCY}'
       where part.inventory_item_id = wanted.item and part.deleted_at is null
         and part.required_quantity > 0) sold on true`

const worthRow = z.object({
  item: z.string(),
  lot: z.string().nullable(),
  worth: z.number().nullable(),
})

/**
 * @param photoFrom VND of one line from which it takes a photo; 0: never.
 * @throws ApiFailure 422 photo_required naming the first line that is worth so much.
 */
export async function assertPhotographed(
  transaction: Knex.Transaction,
  drafts: readonly EntryDraft[],
  attached: readonly AttachmentKind[],
  photoFrom: number,
): Promise<void> {
  if (photoFrom === 0 || attached.includes("photo")) return
  const damaged = drafts.filter(
    ({ reason, on_hand_change }) => reason === "damaged" && on_hand_change < 0,
  )
  if (damaged.length === 0) return
  const result = await transaction.raw(WORTH, {
    items: damaged.map(({ inventory_item_id }) => inventory_item_id),
    lots: damaged.map(({ lot_id }) => lot_id),
  })
  const known = z.array(worthRow).parse(result.rows)
  const byLine = new Map<number, number>()
  for (const { inventory_item_id, lot_id, quantity, document_line } of damaged) {
    const worth = known.find(
      ({ item, lot }) => item === inventory_item_id && lot === lot_id,
    )?.worth
    const line = Number(document_line)
    byLine.set(line, (byLine.get(line) ?? 0) + quantity * (worth ?? 0))
  }
  const [first] = [...byLine]
    .filter(([, value]) => value >= photoFrom)
    .sort(([a], [b]) => a - b)
  if (first) throw photoRequired(first[0], Math.round(first[1]), photoFrom)
}
