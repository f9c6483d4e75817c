import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { addToCartWorkflow, createCartWorkflow } from "@medusajs/medusa/core-flows"
import { assertSoldOnline } from "../../lib/sellable"

addToCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  await assertSoldOnline(
    container,
    (input.items ?? []).map((item) => item.variant_id),
  )
  return new StepResponse()
})

createCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  await assertSoldOnline(
    container,
    (input.items ?? []).map((item) => item.variant_id),
  )
  return new StepResponse()
})
