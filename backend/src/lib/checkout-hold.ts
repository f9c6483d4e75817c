/**
 * Order in the rush for the last pieces. To complete a cart costs the framework about a third of a
 * second of processor time, and it finds out near the end that there is nothing left. So the goods
 * are held first, in one short transaction: whoever cannot have them is told at once, and only who
 * has them waits for a place at the gate.
 */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { amendStockContext } from "../modules/inventory/context"
import { ApiFailure } from "./api-failure"
import { cartDemand, isOrdered } from "./cart-demand"
import { Gate } from "./checkout-gate"
import { loggable } from "./loggable"
import { removeOrphansOf } from "./orphaned-order"
import { refuseExhaustedPromotions } from "./promotion-uses"
import { namingProducts } from "./shortage"
import { stockOf } from "./stock-service"

const PATIENCE_MS = 40_000

/** Two keep both processors at work (one in this process, one in the database), more add nothing. */
const completions = new Gate({ places: 2, queue: 200, patienceMs: PATIENCE_MS })

/** So few that the pool keeps connections for everybody else while hundreds ask for a hold. */
const holds = new Gate({ places: 4, queue: 1_000, patienceMs: PATIENCE_MS })

/** Requests about one cart go one after the other: the second finds the first one's order. */
const carts = new Map<string, Gate>()
const ONE_CART = { places: 1, queue: 20, patienceMs: PATIENCE_MS }

async function oneAtATime<Result>(
  cartId: string,
  work: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  const gate = carts.get(cartId) ?? new Gate(ONE_CART)
  carts.set(cartId, gate)
  try {
    return await gate.pass(work, signal)
  } finally {
    if (gate.isIdle) carts.delete(cartId)
  }
}

/**
 * @param complete makes an order of the cart, or fails; once begun it is not interrupted.
 * @param signal aborted when the client has gone: one that still waits gives up place and hold.
 * @throws ApiFailure 409 insufficient_inventory naming the lines, 503 busy; what `complete` throws.
 */
export const completeWithGoodsHeld = <Result>(
  container: MedusaContainer,
  cartId: string,
  complete: () => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> =>
  oneAtATime(
    cartId,
    async () => {
      const isHeld = await holds.pass(() => holdGoods(container, cartId), signal)
      try {
        // Queueing once more lets everybody who came meanwhile be told first.
        await holds.pass(() => Promise.resolve(), signal)
        return await completions.pass(async () => {
          await refuseExhaustedPromotions(container, cartId)
          return complete()
        }, signal)
      } finally {
        // What became an order's reservation is no hold any more and stays.
        if (isHeld) await releaseGoods(container, cartId)
      }
    },
    signal,
  )

/** @returns whether this call made a hold; not for a cart that the framework refuses or knows as ordered. */
async function holdGoods(container: MedusaContainer, cartId: string): Promise<boolean> {
  const demand = await cartDemand(container, cartId)
  if (demand === null || demand.ordered || demand.lines.length === 0) return false
  amendStockContext({ destination: demand.destination })
  const { lines, destination } = demand
  const hold = () => stockOf(container).holdForCart({ cartId, lines, destination })
  try {
    return await hold()
  } catch (refusal) {
    if (!isInsufficient(refusal)) throw refusal
    // Pieces may be missing because an interrupted completion of this very cart holds them, or one
    // that is under way in another process.
    const areFreed = await removeOrphansOf(container, cartId)
    if (await isOrdered(container, cartId)) return false
    if (!areFreed) throw namingProducts(refusal, demand.lines)
  }
  try {
    return await hold()
  } catch (refusal) {
    throw isInsufficient(refusal) ? namingProducts(refusal, demand.lines) : refusal
  }
}

async function releaseGoods(container: MedusaContainer, cartId: string): Promise<void> {
  try {
    await stockOf(container).releaseHolds(cartId)
  } catch (error) {
    // The answer stands all the same; the job that looks for old holds does it again.
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The goods held for ${cartId} were not released: ${loggable(error).message}`)
  }
}

const isInsufficient = (error: unknown): error is ApiFailure =>
  error instanceof ApiFailure && error.failureCode === "insufficient_inventory"
