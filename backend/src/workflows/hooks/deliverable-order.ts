import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { busy } from "../../lib/api-failure"
import { assertDeliverable } from "../../lib/delivery-address"
import { destinationOfCart } from "../../lib/destination"
import { removeOrphanedOrders, reopenCart } from "../../lib/orphaned-order"
import { assertSoldOnline } from "../../lib/sellable"
import { finishOrderOf } from "../../lib/unfinished-order"
import { amendStockContext, stockContext } from "../../modules/inventory/context"

const cartRow = z.object({
  id: z.string(),
  completed_at: z.unknown(),
  items: z.array(z.object({ variant_id: z.string().nullish() })).nullish(),
  shipping_address: z.unknown(),
})

/** A cart may also be completed by a payment provider's notice, which names no cart in its path. */
async function sayWhither(container: MedusaContainer, cartId: string): Promise<void> {
  const known = stockContext()
  if (known.cartId === cartId && known.destination) return
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const destination = await destinationOfCart(connection, cartId)
  if (!destination) return
  amendStockContext({ cartId, document: { type: "cart", id: cartId }, destination })
}

completeCartWorkflow.hooks.validate(async ({ cart }, { container }) => {
  const { id, completed_at, items, shipping_address } = cartRow.parse(cart)
  await removeOrphanedOrders(container, id)
  // The workflow has read by now which order is the cart's, so that it has to begin anew.
  if (await reopenCart(container, id)) throw busy()
  const isOrdered = (await finishOrderOf(container, id)) || Boolean(completed_at)
  // Such a cart only gives back its order; rules that changed since don't take that away.
  if (!isOrdered) {
    await assertSoldOnline(
      container,
      (items ?? []).map((item) => item.variant_id),
    )
    await assertDeliverable(container, shipping_address)
    await sayWhither(container, id)
  }
  return new StepResponse()
})
