import { type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework"
import { type MedusaContainer } from "@medusajs/framework/types"
import { gathered } from "../lib/gathered"
import { affectedProducts, CATALOG_EVENTS, type CatalogEvent } from "../search/_affected"
import { markProducts } from "../search/_queue"

/** In a rush events come by the hundred; traced together they cost what one does. */
const GATHER_MS = 50

const mark = gathered<{ event: CatalogEvent; container: MedusaContainer }>(
  GATHER_MS,
  async (all) => {
    const [first] = all
    if (!first) return
    const events = all.map(({ event }) => event)
    await markProducts(first.container, await affectedProducts(events, first.container))
  },
)

/** Notes which products' search documents events have made out of date. */
export default async function searchMark({
  event,
  container,
}: SubscriberArgs<unknown>): Promise<void> {
  await mark({ event, container })
}

export const config: SubscriberConfig = {
  event: CATALOG_EVENTS,
  context: { subscriberId: "search-mark" },
}
