/**
 * The framework creates an order, and in a later commit links it to its cart. A process or a
 * database that dies in between leaves an order that a second try does not know of and would make
 * again. Every order therefore carries its cart's id from the first commit on.
 */
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

/** Key in the metadata of a cart, which the framework copies to the order made of it. */
export const CART_ID_KEY = "cart_id"

// Ids are ULIDs: an order of this cart cannot have a smaller one than the cart's own time, so the
// primary key finds the few orders in question.
const ORPHANS = `
  select o.id, array_remove(array_agg(i.item_id), null) as items
  from "order" o left join order_item i on i.order_id = o.id
  where o.id >= ? and o.metadata ->> '${CART_ID_KEY}' = ? and o.deleted_at is null
    and not exists (
      select from order_cart c where c.order_id = o.id and c.deleted_at is null)
  group by o.id`

const orphan = z.object({ id: z.string(), items: z.array(z.string()) })

/**
 * Removes what an interrupted completion of this cart left behind: the order nobody was told of,
 * its reservations and its links. To be called with the cart's lock held.
 */
export async function removeOrphanedOrders(
  container: MedusaContainer,
  cartId: string,
): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const since = `order_${cartId.slice("cart_".length, "cart_".length + 10)}`
  const { rows } = await knex.raw(ORPHANS, [since, cartId])
  for (const { id, items } of z.array(orphan).parse(rows)) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Order ${id} of an interrupted completion is removed and made anew`)
    if (items.length > 0)
      await container.resolve(Modules.INVENTORY).deleteReservationItemsByLineItem(items)
    await container
      .resolve(ContainerRegistrationKeys.LINK)
      .delete({ [Modules.ORDER]: { order_id: id } })
    await container.resolve(Modules.ORDER).deleteOrders([id])
  }
}
