import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { loggable } from "../lib/loggable"
import { cartsWithOrphans, removeOrphansOf } from "../lib/orphaned-order"
import { stockOf } from "../lib/stock-service"
import { cartsWithUnfinishedOrders, finishOrderOf } from "../lib/unfinished-order"
import { asSystem } from "../modules/inventory/context"

/** Longer than any completion takes; nothing stays held for a quarter of an hour. */
const ABANDONED_MINUTES = 10
const LOCK_SECONDS = 5

/**
 * Puts right what a process that died left behind: goods of a half-made order are given back, one
 * that its buyer may see is finished, and a cart that became no order holds nothing any more.
 */
export default async function releaseHolds(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const notYet = (cartId: string, error: unknown): void =>
    logger.warn(`The order of ${cartId} is not put right yet: ${loggable(error).message}`)

  await asSystem("release-holds", async () => {
    for (const cartId of await cartsWithOrphans(container, ABANDONED_MINUTES))
      await removeOrphansOf(container, cartId).catch((error) => notYet(cartId, error))
    /** What these hold is all that keeps the goods for an order that exists. */
    const stillNeeded: string[] = []
    for (const cartId of await cartsWithUnfinishedOrders(container, ABANDONED_MINUTES))
      await finish(container, cartId).catch((error) => {
        stillNeeded.push(cartId)
        notYet(cartId, error)
      })
    const released = await stockOf(container).releaseStaleHolds(
      ABANDONED_MINUTES,
      stillNeeded,
    )
    if (released > 0) logger.info(`Released ${released} abandoned holds`)
  })
}

/** Whoever is completing the cart is waited for. */
const finish = (container: MedusaContainer, cartId: string): Promise<boolean> =>
  container
    .resolve(Modules.LOCKING)
    .execute([cartId], () => finishOrderOf(container, cartId), { timeout: LOCK_SECONDS })

export const config = {
  name: "release-holds",
  schedule: "* * * * *",
}
