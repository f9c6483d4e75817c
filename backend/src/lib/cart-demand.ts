/** What a cart takes from stock. One statement: hundreds of carts may ask at once. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { type Destination } from "../modules/inventory/context"
import { BUYER_OF_CART, DESTINATION_COLUMNS, destinationRow } from "./destination"

const linkOf = (cartId: string): string =>
  `exists (select from order_cart where cart_id = ${cartId} and deleted_at is null)`

const DEMAND = `
  with buyer as (${BUYER_OF_CART})
  select buyer.completed_at is not null
         or ${linkOf("buyer.id")} as ordered,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'line_item_id', line.id,
                   'inventory_item_id', kit.inventory_item_id,
                   'quantity', line.quantity * kit.required_quantity,
                   'required_quantity', kit.required_quantity,
                   'title', concat_ws(', ', coalesce(line.product_title, line.title),
                     case when line.variant_title !~* '^default' then line.variant_title end))
                   order by line.created_at, line.id, kit.inventory_item_id), '[]')
            from cart_line_item line
            join product_variant variant on variant.id = line.variant_id
             and variant.manage_inventory and variant.deleted_at is null
            join product_variant_inventory_item kit on kit.variant_id = variant.id
             and kit.deleted_at is null
           where line.cart_id = buyer.id and line.deleted_at is null) as lines,
         ${DESTINATION_COLUMNS}
    from buyer`

const demandRow = z.object({
  /** It is an order already, or was about to become one when its completion was cut off. */
  ordered: z.boolean(),
  lines: z.array(
    z.object({
      line_item_id: z.string(),
      inventory_item_id: z.string(),
      /** Pieces of the inventory item: those of the line times what one of it takes. */
      quantity: z.number().int().positive(),
      /** Pieces of the item that one of the line takes. */
      required_quantity: z.number().int().positive(),
      /** As the buyer knows the goods: "Trà dây Tây Giang, gói 100 g". */
      title: z.string(),
    }),
  ),
})

export type CartDemand = z.output<typeof demandRow> & { destination: Destination }

/**
 * Only goods whose stock is managed; a gift basket made up to order has a line per component.
 * @returns null when there is no such cart.
 */
export async function cartDemand(
  container: MedusaContainer,
  cartId: string,
): Promise<CartDemand | null> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await connection.raw(DEMAND, [cartId])
  const [row] = z.array(z.unknown()).parse(rows)
  if (!row) return null
  return { ...demandRow.parse(row), destination: destinationRow.parse(row) }
}

/** Whether an order is linked to the cart by now. */
export async function isOrdered(
  container: MedusaContainer,
  cartId: string,
): Promise<boolean> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await connection.raw(`select ${linkOf("?")} as ordered`, [cartId])
  return orderedRow.parse(rows)[0].ordered
}

const orderedRow = z.tuple([z.object({ ordered: z.boolean() })])
