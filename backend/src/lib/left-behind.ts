/** Putting right what a process that died left behind. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { asSystem } from "../modules/inventory/context"
import { loggable } from "./loggable"
import {
  cartsOfLostOrders,
  cartsWithOrphans,
  endAbandonedReservations,
  removeOrphansOf,
  reopenCart,
} from "./orphaned-order"
import { stockOf } from "./stock-service"
import { cartsWithUnfinishedOrders, finishOrderOf } from "./unfinished-order"

const LOCK_SECONDS = 5

/** Whoever is completing the cart is waited for. */
const locked = (
  container: MedusaContainer,
  cartId: string,
  work: (container: MedusaContainer, cartId: string) => Promise<boolean>,
): Promise<boolean> =>
  container
    .resolve(Modules.LOCKING)
    .execute([cartId], () => work(container, cartId), { timeout: LOCK_SECONDS })

/**
 * Goods of a half-made order are given back, one that its buyer may see is finished, and a cart that
 * became no order holds nothing any more.
 * @param abandonedMinutes what is younger may still be under way.
 */
export async function putRight(
  container: MedusaContainer,
  abandonedMinutes: number,
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const notYet = (cartId: string, error: unknown): void =>
    logger.warn(`The order of ${cartId} is not put right yet: ${loggable(error).message}`)

  await asSystem("release-holds", async () => {
    for (const cartId of await cartsWithOrphans(container, abandonedMinutes))
      await removeOrphansOf(container, cartId).catch((error) => notYet(cartId, error))
    for (const cartId of await cartsOfLostOrders(container, abandonedMinutes))
      await locked(container, cartId, reopenCart).catch((error) => notYet(cartId, error))
    const ended = await endAbandonedReservations(container, abandonedMinutes)
    if (ended > 0) logger.warn(`Ended reservations of ${ended} lines that no order has`)
    /** What these hold is all that keeps the goods for an order that exists. */
    const stillNeeded: string[] = []
    for (const cartId of await cartsWithUnfinishedOrders(container, abandonedMinutes))
      await locked(container, cartId, finishOrderOf).catch((error) => {
        stillNeeded.push(cartId)
        notYet(cartId, error)
      })
    const released = await stockOf(container).releaseStaleHolds(
      abandonedMinutes,
      stillNeeded,
    )
    if (released > 0) logger.info(`Released ${released} abandoned holds`)
  })
}
