/** Whose orders hold a lot: the Inventory module knows their lines, this finds the orders. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { formatOrderCode } from "../contracts/order-code"
import { type LotHolder } from "../contracts/stock"
import { type LotHolderView } from "../contracts/stock-books"

const orderOfLine = z.object({
  line_id: z.string(),
  id: z.string(),
  display_id: z.number(),
})

export async function lotHolderViews(
  container: MedusaContainer,
  holders: readonly LotHolder[],
): Promise<LotHolderView[]> {
  const lineIds = holders.map((holder) => holder.line_item_id).filter((id) => id !== null)
  const result = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select distinct i.item_id as line_id, o.id, o.display_id
       from order_item i join "order" o on o.id = i.order_id
      where i.item_id = any(?)`,
    [lineIds],
  )
  const byLine = new Map(
    z
      .array(orderOfLine)
      .parse(result.rows)
      .map(({ line_id, id, display_id }) => [
        line_id,
        { id, display_id, code: formatOrderCode(display_id) },
      ]),
  )
  return holders.map((holder) => ({
    ...holder,
    order: byLine.get(holder.line_item_id ?? "") ?? null,
  }))
}
