/** Packs the sample gift baskets ("giỏ quà") out of what lies at their points. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Day } from "../../backend/src/contracts/calendar"
import { type StockDocument } from "../../backend/src/contracts/stock"
import { ApiFailure } from "../../backend/src/lib/api-failure"
import { baskets, lookUp, products } from "../data"
import { uuidOf } from "../stable"
import { skuOf } from "./catalogue"
import { inventoryItems, knownShelves, post, shelfKey } from "./stock"

const byHandle = new Map(products.map((product) => [product.handle, product]))

/** In a shop that has been selling for a while, what goes into a basket may be gone. */
const isOutOfGoods = (error: unknown): error is ApiFailure =>
  error instanceof ApiFailure && error.status === 409

/** Baskets that lie at their point already are left alone. Returns how many kinds were packed. */
export async function packBaskets(
  container: MedusaContainer,
  locationIds: ReadonlyMap<string, string>,
  today: Day,
): Promise<number> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const items = await inventoryItems(container)
  const known = await knownShelves(container)
  let packed = 0
  for (const basket of baskets) {
    const itemId = lookUp(items, skuOf(basket, 0), "SKU")
    const locationId = lookUp(locationIds, basket.showroom, "OCOP point")
    if (known.has(shelfKey(itemId, locationId))) continue
    const document: StockDocument = {
      kind: "assembly",
      id: uuidOf(`assembly ${locationId} ${today} ${basket.handle}`),
      location_id: locationId,
      inventory_item_id: itemId,
      quantity: basket.quantity,
      lot_code: `G${today.slice(2).replaceAll("-", "")}`,
      components: basket.contents.map(({ product, variant, quantity }) => {
        const part = lookUp(byHandle, product, "product")
        return {
          inventory_item_id: lookUp(items, skuOf(part, variant), "SKU"),
          quantity,
          unit_value: part.variants[variant]?.price ?? 0,
        }
      }),
    }
    try {
      await post(container, document)
      packed += 1
    } catch (error) {
      if (!isOutOfGoods(error)) throw error
      logger.warn(`Seed: ${basket.title} not packed: ${error.message}`)
    }
  }
  return packed
}
