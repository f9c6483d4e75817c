import { Modules } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { createCartWorkflow } from "@medusajs/medusa/core-flows"
import { CART_ID_KEY } from "../../lib/orphaned-order"

/** The order made of it will carry the id from its first commit on: see lib/orphaned-order. */
createCartWorkflow.hooks.cartCreated(async ({ cart }, { container }) => {
  await container
    .resolve(Modules.CART)
    .updateCarts(cart.id, { metadata: { ...cart.metadata, [CART_ID_KEY]: cart.id } })
  return new StepResponse()
})
