import { z } from "@medusajs/framework/zod"
import { productsOfItems } from "../search/_affected"
import { markProducts } from "../search/_queue"
import { handler } from "./handler"

/** Written by triggers of the inventory module: shelves as [inventory item, stock location]. */
const payload = z.object({ shelves: z.array(z.tuple([z.string(), z.string()])) })

/** Has the search documents of what lies on the shelves renewed. */
export const stockChanged = handler(
  "stock.changed",
  "Tồn kho thay đổi",
  payload,
  async (container, messages) => {
    const items = messages.flatMap(({ shelves }) => shelves.map(([item]) => item))
    await markProducts(container, await productsOfItems(container, [...new Set(items)]))
  },
)
