/** Says how much of some goods the points want to have, so that the alerts have something to go by. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { stockAlertsOf } from "../../backend/src/lib/stock-alert-service"
import { asSystem } from "../../backend/src/modules/inventory/context"
import { lookUp, products } from "../data"
import { minimumsOf } from "../minimums"
import { skuOf } from "./catalogue"
import { inventoryItems } from "./stock"

const answer = z.tuple([z.object({ any: z.boolean() })])

async function isAnySet(container: MedusaContainer): Promise<boolean> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw("select exists (select from stock_minimum) as any")
  return answer.parse(rows)[0].any
}

/** All in one transaction, and only where nobody has set any: what was removed does not come back. */
export async function setMinimums(
  container: MedusaContainer,
  locationIds: ReadonlyMap<string, string>,
): Promise<number> {
  if (await isAnySet(container)) return 0
  const items = await inventoryItems(container)
  const minimums = products.flatMap((product) =>
    product.variants.flatMap((_, variant) => {
      const itemId = items.get(skuOf(product, variant))
      if (itemId === undefined) return []
      return minimumsOf(product, variant).map(({ showroom, ...minimum }) => ({
        ...minimum,
        inventory_item_id: itemId,
        location_id: lookUp(locationIds, showroom, "OCOP point"),
      }))
    }),
  )
  await asSystem("seed", () => stockAlertsOf(container).setMinimums(minimums))
  return minimums.length
}
