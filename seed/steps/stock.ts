/** Puts the goods on the shelves of the OCOP points: by receipts, as the points themselves would. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { type Day } from "../../backend/src/contracts/calendar"
import { MAX_DOCUMENT_LINES, type StockDocument } from "../../backend/src/contracts/stock"
import { inChunks } from "../../backend/src/lib/chunks"
import { stockOf as stockService } from "../../backend/src/lib/stock-service"
import { asSystem } from "../../backend/src/modules/inventory/context"
import { goods, lookUp, products } from "../data"
import { type Receipt, receiptsOf } from "../lots"
import { uuidOf } from "../stable"
import { skuOf, storedProducts } from "./catalogue"

const BATCH = 400
const NOTE = "Số liệu mẫu: nhập hàng ban đầu"

/** Posts a document as the seed. */
export async function post(
  container: MedusaContainer,
  document: StockDocument,
): Promise<void> {
  await asSystem("seed", () => stockService(container).postStockDocument(document))
}

const itemRow = z.object({ id: z.string(), sku: z.string() })

/** SKU → id of the inventory item, for the seed's goods that are in the database. */
export async function inventoryItems(
  container: MedusaContainer,
): Promise<ReadonlyMap<string, string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const skus = goods.flatMap((product) =>
    product.variants.map((_, index) => skuOf(product, index)),
  )
  const { data } = await query.graph({
    entity: "inventory_item",
    fields: ["id", "sku"],
    filters: { sku: skus },
  })
  return new Map(
    z
      .array(itemRow)
      .parse(data)
      .map(({ sku, id }) => [sku, id]),
  )
}

const shelfRow = z.object({ inventory_item_id: z.string(), location_id: z.string() })

export const shelfKey = (itemId: string, locationId: string): string =>
  `${itemId} ${locationId}`

/** Shelves that are kept, and those that were given up: the seed lets both be. */
export async function knownShelves(
  container: MedusaContainer,
): Promise<ReadonlySet<string>> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await knex.raw(
    `select inventory_item_id, location_id from inventory_level
      union select inventory_item_id, location_id from stock_balance`,
  )
  return new Set(
    z
      .array(shelfRow)
      .parse(result.rows)
      .map((row) => shelfKey(row.inventory_item_id, row.location_id)),
  )
}

type Line = Receipt & {
  sku: string
  itemId: string
  locationId: string
  producer: string
}

/** What is to be received where nothing ever lay. */
async function missingLines(
  container: MedusaContainer,
  locationIds: ReadonlyMap<string, string>,
  today: Day,
): Promise<Line[]> {
  const [items, stored, known] = await Promise.all([
    inventoryItems(container),
    storedProducts(container),
    knownShelves(container),
  ])
  return products.flatMap((product) => {
    const row = stored.get(product.handle)
    const producer = row?.producer?.id
    if (row === undefined || producer === undefined) return []
    return product.variants.flatMap((_, variant) => {
      const sku = skuOf(product, variant)
      const itemId = items.get(sku)
      if (itemId === undefined) return []
      return receiptsOf(product, variant, today)
        .map((receipt) => ({
          ...receipt,
          sku,
          itemId,
          producer,
          locationId: lookUp(locationIds, receipt.showroom, "OCOP point"),
        }))
        .filter((line) => !known.has(shelfKey(line.itemId, line.locationId)))
    })
  })
}

/** The same lines on the same day make the same document, which is posted once. */
const documentId = (locationId: string, today: Day, lines: readonly Line[]): string =>
  uuidOf(
    `receipt ${locationId} ${today} ${lines.map(({ sku, lot }) => `${sku} ${lot?.code ?? ""}`).join()}`,
  )

async function receive(
  container: MedusaContainer,
  locationId: string,
  today: Day,
  lines: readonly Line[],
): Promise<void> {
  await post(container, {
    kind: "receipt",
    id: documentId(locationId, today, lines),
    location_id: locationId,
    note: NOTE,
    lines: lines.map(({ itemId, quantity, lot, producer }) => ({
      inventory_item_id: itemId,
      quantity,
      lot: lot && { ...lot, producer_id: producer },
    })),
  })
}

/** Goods that lie somewhere already are left alone. Returns how many lines were new. */
export async function fillShelves(
  container: MedusaContainer,
  locationIds: ReadonlyMap<string, string>,
  today: Day,
): Promise<number> {
  const lines = await missingLines(container, locationIds, today)
  const soldOut = lines.filter(({ quantity }) => quantity === 0)
  for (const batch of inChunks(soldOut, BATCH))
    await createInventoryLevelsWorkflow(container).run({
      input: {
        inventory_levels: batch.map(({ itemId, locationId }) => ({
          inventory_item_id: itemId,
          location_id: locationId,
          stocked_quantity: 0,
        })),
      },
    })
  const received = lines.filter(({ quantity }) => quantity > 0)
  for (const locationId of new Set(received.map((line) => line.locationId))) {
    const here = received.filter((line) => line.locationId === locationId)
    for (const chunk of inChunks(here, MAX_DOCUMENT_LINES))
      await receive(container, locationId, today, chunk)
  }
  return lines.length
}
