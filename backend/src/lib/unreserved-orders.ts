/**
 * The framework links an order to its cart and reserves its goods in two commits. A process that
 * dies in between leaves an order that its buyer may see, and no reservation; what the cart held is
 * still there, and becomes the order's.
 */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import {
  type StockContext,
  stockContext,
  withStockContext,
} from "../modules/inventory/context"
import { destinationOfOrder } from "./destination"

// Lines that never had a reservation; one that was handed over or cancelled had one.
const UNRESERVED = `
  select held.cart_id, link.order_id,
         jsonb_agg(jsonb_build_object(
           'line_item_id', line.id,
           'inventory_item_id', kit.inventory_item_id,
           'location_id', held.location_id,
           'quantity', item.quantity * kit.required_quantity,
           'allow_backorder', variant.allow_backorder) order by line.id) as lines
    from (select external_id as cart_id, min(location_id) as location_id
            from reservation_item
           where line_item_id is null and external_id is not null and deleted_at is null
             and created_at < now() - make_interval(mins => ?)
           group by external_id) held
    join order_cart link on link.cart_id = held.cart_id and link.deleted_at is null
    join "order" o on o.id = link.order_id and o.deleted_at is null
     and o.canceled_at is null
    join order_item item on item.order_id = o.id and item.version = o.version
     and item.deleted_at is null and item.fulfilled_quantity = 0
    join order_line_item line on line.id = item.item_id
    join product_variant variant on variant.id = line.variant_id and variant.manage_inventory
    join product_variant_inventory_item kit on kit.variant_id = variant.id
     and kit.deleted_at is null
   where not exists (select from reservation_item r where r.line_item_id = line.id)
   group by held.cart_id, link.order_id`

const unreserved = z.object({
  cart_id: z.string(),
  order_id: z.string(),
  lines: z.array(
    z.object({
      line_item_id: z.string(),
      inventory_item_id: z.string(),
      /** Any that the cart's hold is at: the hold itself says where each piece comes from. */
      location_id: z.string(),
      quantity: z.number().int().positive(),
      allow_backorder: z.boolean(),
    }),
  ),
})

/**
 * Reserves what orders of carts with old holds still lack.
 * @param onFailure told of each order that could not be served; the others are.
 * @returns the carts of those that could not: their holds are all that keeps the goods for them.
 */
export async function reserveUnreservedOrders(
  container: MedusaContainer,
  olderThanMinutes: number,
  onFailure: (orderId: string, error: unknown) => void,
): Promise<string[]> {
  const failed: string[] = []
  const connection: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await connection.raw(UNRESERVED, [olderThanMinutes])
  for (const { cart_id, order_id, lines } of z.array(unreserved).parse(rows))
    try {
      const context: StockContext = {
        ...stockContext(),
        cartId: cart_id,
        document: { type: "order", id: order_id },
        destination: (await destinationOfOrder(connection, order_id)) ?? undefined,
      }
      await withStockContext(context, () =>
        container.resolve(Modules.INVENTORY).createReservationItems(lines),
      )
    } catch (error) {
      failed.push(cart_id)
      onFailure(order_id, error)
    }
  return failed
}
