/** Puts the goods on the shelves of the OCOP points. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { inChunks } from "../../backend/src/lib/chunks"
import { lookUp, products } from "../data"
import { stockOf } from "../stock"
import { skuOf } from "./catalogue"

const BATCH = 400

const itemRow = z.object({
  id: z.string(),
  sku: z.string(),
  location_levels: z.array(z.object({ id: z.string() })).nullish(),
})

/** Goods that lie somewhere already are left alone. Returns how many levels were new. */
export async function fillShelves(
  container: MedusaContainer,
  locationIds: ReadonlyMap<string, string>,
): Promise<number> {
  const shelves = new Map(
    products.flatMap((product) =>
      product.variants.map((_, index) => [
        skuOf(product, index),
        stockOf(product, index),
      ]),
    ),
  )
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "inventory_item",
    fields: ["id", "sku", "location_levels.id"],
    filters: { sku: [...shelves.keys()] },
  })
  const levels = z
    .array(itemRow)
    .parse(data)
    .filter(({ location_levels }) => !location_levels?.length)
    .flatMap((item) =>
      lookUp(shelves, item.sku, "SKU").map(({ showroom, quantity }) => ({
        inventory_item_id: item.id,
        location_id: lookUp(locationIds, showroom, "OCOP point"),
        stocked_quantity: quantity,
      })),
    )
  for (const batch of inChunks(levels, BATCH))
    await createInventoryLevelsWorkflow(container).run({
      input: { inventory_levels: batch },
    })
  return levels.length
}
