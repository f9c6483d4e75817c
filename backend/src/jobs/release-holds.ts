import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { loggable } from "../lib/loggable"
import { cartsWithOrphans, removeOrphansOf } from "../lib/orphaned-order"
import { stockOf } from "../lib/stock-service"
import { reserveUnreservedOrders } from "../lib/unreserved-orders"
import { asSystem } from "../modules/inventory/context"

/** Longer than any completion takes; nothing stays held for a quarter of an hour. */
const ABANDONED_MINUTES = 10

/**
 * Puts right what a process that died left behind: goods of a half-made order are given back, those
 * of a made one become its own, and a cart that became no order holds nothing any more.
 */
export default async function releaseHolds(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const notYet = (what: string) => (error: unknown) =>
    logger.warn(`${what} is not put right yet: ${loggable(error).message}`)

  await asSystem("release-holds", async () => {
    for (const cartId of await cartsWithOrphans(container, ABANDONED_MINUTES))
      await removeOrphansOf(container, cartId).catch(notYet(`The order of ${cartId}`))
    const stillNeeded = await reserveUnreservedOrders(
      container,
      ABANDONED_MINUTES,
      (orderId, error) => notYet(`The reservation of ${orderId}`)(error),
    )
    const released = await stockOf(container).releaseStaleHolds(
      ABANDONED_MINUTES,
      stillNeeded,
    )
    if (released > 0) logger.info(`Released ${released} abandoned holds`)
  })
}

export const config = {
  name: "release-holds",
  schedule: "* * * * *",
}
