import { z } from "@medusajs/framework/zod"
import { stockAlertsOf } from "../lib/stock-alert-service"
import { productsOfItems } from "../search/_affected"
import { markProducts } from "../search/_queue"
import { handler } from "./handler"

/** Written by triggers of the inventory module: shelves as [inventory item, stock location]. */
const payload = z.object({ shelves: z.array(z.tuple([z.string(), z.string()])) })

/** Has the search documents of what lies on the shelves renewed, and the alerts of the shelves. */
export const stockChanged = handler(
  "stock.changed",
  "Tồn kho thay đổi",
  payload,
  async (container, messages) => {
    const shelves = messages.flatMap((message) => message.shelves)
    const items = [...new Set(shelves.map(([item]) => item))]
    await markProducts(container, await productsOfItems(container, items))
    await stockAlertsOf(container).refresh(shelves)
  },
)
