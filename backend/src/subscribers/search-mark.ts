import { type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework"
import { affectedProducts, CATALOG_EVENTS } from "../search/_affected"
import { markProducts } from "../search/_queue"

/** Notes which products' search documents an event has made out of date. */
export default async function searchMark({
  event,
  container,
}: SubscriberArgs<unknown>): Promise<void> {
  await markProducts(container, await affectedProducts(event, container))
}

export const config: SubscriberConfig = {
  event: CATALOG_EVENTS,
  context: { subscriberId: "search-mark" },
}
