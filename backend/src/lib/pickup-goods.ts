/** Which goods are kept for orders that are fetched at a point, lot by lot, and for whom. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { type PickupLine, pickupLine } from "../contracts/pickup"

const GOODS = `
  select o.id as order_id, concat_ws(' ', address.first_name, address.last_name) as recipient,
         coalesce((
           select jsonb_agg(jsonb_build_object(
                    'title', concat_ws(', ', coalesce(line.product_title, line.title),
                      case when line.variant_title !~* '^default' then line.variant_title end),
                    'quantity', part.quantity,
                    'held', coalesce(kept.lots, '[]')) order by line.created_at, line.id)
             from order_item part join order_line_item line on line.id = part.item_id
             left join lateral (
               select jsonb_agg(jsonb_build_object(
                        'inventory_item_id', lots.inventory_item_id, 'sku', item.sku,
                        'lot_id', lots.lot_id, 'lot_code', lot.code,
                        'best_before', lot.best_before, 'quantity', lots.pieces)
                        order by lot.best_before, lot.code) as lots
                 from (select entry.inventory_item_id, entry.lot_id,
                              sum(entry.reserved_change) as pieces
                         from reservation_item held
                         join stock_entry entry on entry.reservation_id = held.id
                        where held.line_item_id = line.id and held.deleted_at is null
                        group by 1, 2 having sum(entry.reserved_change) > 0) lots
                 left join stock_lot lot on lot.id = lots.lot_id
                 left join inventory_item item on item.id = lots.inventory_item_id) kept on true
            where part.order_id = o.id and part.version = o.version
              and part.deleted_at is null and part.quantity > 0), '[]') as lines
    from "order" o left join order_address address on address.id = o.shipping_address_id
   where o.id = any(?)`

const goods = z.object({
  order_id: z.string(),
  recipient: z.string(),
  lines: z.array(pickupLine),
})

export type PickupGoods = { recipient: string; lines: PickupLine[] }

/** By order id. */
export async function pickupGoods(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, PickupGoods>> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await connection.raw(GOODS, [[...orderIds]])
  return new Map(
    z
      .array(goods)
      .parse(rows)
      .map(({ order_id, ...rest }) => [order_id, rest]),
  )
}
