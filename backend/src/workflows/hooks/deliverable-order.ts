import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "@medusajs/framework/zod"
import { assertDeliverable } from "../../lib/delivery-address"
import { removeOrphanedOrders } from "../../lib/orphaned-order"
import { assertSoldOnline } from "../../lib/sellable"

const cartRow = z.object({
  id: z.string(),
  completed_at: z.unknown(),
  items: z.array(z.object({ variant_id: z.string().nullish() })).nullish(),
  shipping_address: z.unknown(),
})

completeCartWorkflow.hooks.validate(async ({ cart }, { container }) => {
  const { id, completed_at, items, shipping_address } = cartRow.parse(cart)
  // A completed cart only gives back its order; rules that changed since don't take that away.
  if (!completed_at) {
    await assertSoldOnline(
      container,
      (items ?? []).map((item) => item.variant_id),
    )
    await assertDeliverable(container, shipping_address)
  }
  await removeOrphanedOrders(container, id)
  return new StepResponse()
})
