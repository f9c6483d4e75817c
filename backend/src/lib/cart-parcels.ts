/** How an order of a cart would be put together. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { type Parcel } from "../contracts/parcel"
import type StockInventoryService from "../modules/inventory/service"
import { insufficient } from "../modules/inventory/ledger/failures"
import { type CartDemand } from "./cart-demand"
import { type Packed, toParcels } from "./parcels"
import { pointsAt } from "./points"
import { namingProducts } from "./shortage"
import { stockOf } from "./stock-service"

type Plan = NonNullable<Awaited<ReturnType<StockInventoryService["previewParcels"]>>>

/**
 * Reads what is free now and holds nothing.
 * @throws ApiFailure 409 insufficient_inventory naming the lines that cannot be had.
 */
export async function parcelsOfCart(
  container: MedusaContainer,
  demand: CartDemand,
): Promise<Parcel[]> {
  const { lines, destination } = demand
  if (lines.length === 0) return []
  const inventory = stockOf(container)
  const plan = await inventory.previewParcels({ lines, destination })
  if (plan === null) throw await shortageOf(inventory, demand)
  const points = await pointsAt(
    container,
    plan.map(({ location_id }) => location_id),
  )
  return toParcels(packedLines(lines, plan), points)
}

/**
 * Pieces of an item are told apart by the cart's lines again: two products may share one. A basket
 * of several items counts once, by the item that says most.
 */
export function packedLines(lines: CartDemand["lines"], plan: Plan): Packed[] {
  const missing = new Map(lines.map((line) => [line, line.quantity]))
  return plan.flatMap(({ location_id, lines: parcel }) => {
    const packed = new Map<string, Packed>()
    for (const { inventory_item_id, quantity } of parcel) {
      let left = quantity
      for (const line of lines) {
        if (line.inventory_item_id !== inventory_item_id) continue
        const share = Math.min(left, missing.get(line) ?? 0)
        if (share === 0) continue
        missing.set(line, (missing.get(line) ?? 0) - share)
        left -= share
        const count = Math.ceil(share / line.required_quantity)
        const known = packed.get(line.line_item_id)?.quantity ?? 0
        packed.set(line.line_item_id, {
          location_id,
          title: line.title,
          quantity: Math.max(count, known),
        })
      }
    }
    return [...packed.values()]
  })
}

async function shortageOf(
  inventory: StockInventoryService,
  { lines, destination }: CartDemand,
) {
  const wanted = new Map<string, number>()
  for (const { inventory_item_id: item, quantity } of lines)
    wanted.set(item, (wanted.get(item) ?? 0) + quantity)
  const points = destination.points.map(({ locationId }) => locationId)
  const counts = await Promise.all(
    [...wanted].map(async ([item, quantity]) => ({
      item,
      quantity,
      available: Number(await inventory.retrieveAvailableQuantity(item, points)),
    })),
  )
  const short = counts.filter(({ quantity, available }) => available < quantity)
  const refusal = insufficient(Math.min(...short.map(({ available }) => available)), {
    lines: short.map(({ item, available }) => ({
      line_item_id: null,
      inventory_item_id: item,
      available,
    })),
  })
  return namingProducts(refusal, lines)
}
