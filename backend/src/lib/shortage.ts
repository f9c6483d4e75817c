/** A refusal for want of goods that names the products, as the buyer knows them. */
import { z } from "@medusajs/framework/zod"
import { type Shortage } from "../contracts/parcel"
import { ApiFailure } from "./api-failure"
import { type CartDemand } from "./cart-demand"

type Lines = CartDemand["lines"]

/** Pieces of items, all lines of the cart together. */
const short = z.object({
  available: z.number().int(),
  lines: z
    .array(z.object({ inventory_item_id: z.string(), available: z.number().int() }))
    .default([]),
})

const wordsFor = ({ title, available }: Shortage["lines"][number]): string =>
  `${title} (${available > 0 ? `còn ${available.toLocaleString("vi-VN")}` : "đã hết"})`

/**
 * How much of each line could still be had, the first lines being served first.
 * @param left pieces of the items that are short; of the others there is enough.
 */
function shortLines(demand: Lines, left: ReadonlyMap<string, number>): Shortage["lines"] {
  const rest = new Map(left)
  const ids = [...new Set(demand.map(({ line_item_id }) => line_item_id))]
  return ids.flatMap((id) => {
    const parts = demand.filter(({ line_item_id }) => line_item_id === id)
    const title = parts[0]?.title ?? ""
    const wanted = Math.max(
      ...parts.map((part) => part.quantity / part.required_quantity),
    )
    const available = Math.min(
      wanted,
      ...parts.map((part) =>
        Math.floor(
          (rest.get(part.inventory_item_id) ?? Infinity) / part.required_quantity,
        ),
      ),
    )
    for (const { inventory_item_id: item, required_quantity } of parts)
      rest.set(item, (rest.get(item) ?? Infinity) - available * required_quantity)
    return available < wanted ? [{ line_item_id: id, title, available }] : []
  })
}

/**
 * @param refusal of the Inventory module, which knows items and no products.
 * @param demand the lines of the cart.
 */
export function namingProducts(refusal: ApiFailure, demand: Lines): ApiFailure {
  const { data } = short.safeParse(refusal.details)
  if (!data) return refusal
  const left = new Map(data.lines.map((line) => [line.inventory_item_id, line.available]))
  const lines = shortLines(demand, left)
  if (lines.length === 0) return refusal
  const details: Shortage = { available: data.available, lines }
  return new ApiFailure(
    409,
    "insufficient_inventory",
    `Không còn đủ hàng: ${lines.map(wordsFor).join(", ")}. Hãy giảm số lượng hoặc bỏ sản phẩm đó.`,
    details,
  )
}
