/**
 * On whose behalf stock is moved. The framework's steps hand the Inventory module quantities and
 * nothing else; what the ledger must also know (who, on which device, for which document, to which
 * point) travels beside them in an asynchronous context. Nothing is refused for want of it: a
 * movement without a context is booked as the system's own.
 */
import { AsyncLocalStorage } from "node:async_hooks"

/** Where a buyer's goods should come from. */
export type Destination = {
  /** The point that the buyer chose to fetch the goods from; nowhere else then. */
  pickupLocationId: string | null
  /** Points that serve the order's sales channel, the nearest first; equally near ones share a rank. */
  points: readonly { locationId: string; rank: number }[]
}

/** Goods of an order being handed over, or taken back because the hand-over was called off. */
export type Fulfilment = {
  orderId: string
  lineIds: readonly string[]
  locationId: string | null
  /** Line id → pieces of the line that are handed over, where that is known. */
  quantities?: ReadonlyMap<string, number>
}

export type Outstanding = {
  line_item_id: string
  inventory_item_id: string
  quantity: number
}

export type StockContext = {
  /** User or staff id; null for a buyer. Asked late: authentication comes after the context. */
  actor: () => string | null
  device: string | null
  document: { type: string; id: string } | null
  /** A cart that is being completed: its holds become the order's reservations. */
  cartId?: string
  /** Set once the cart is known, before anything is reserved. */
  destination?: Destination
  fulfilment?: Fulfilment
  /** Goods that a customer sent back, of this order. */
  returnOf?: { orderId: string }
  /**
   * An order whose lines change: what is not yet handed over, in pieces of each item that a line
   * is made of, so that no line reserves again what has left already (medusa#16406).
   */
  outstanding?: (lineIds: readonly string[]) => Promise<readonly Outstanding[]>
  /** Reservations that were ended with their lines in the course of this work: what may come back. */
  ended?: readonly string[]
}

const storage = new AsyncLocalStorage<StockContext>()

const SYSTEM: StockContext = { actor: () => null, device: null, document: null }

export const withStockContext = <Result>(
  context: StockContext,
  work: () => Result,
): Result => storage.run(context, work)

export const stockContext = (): StockContext => storage.getStore() ?? SYSTEM

/** What becomes known only while the work is going on. Outside of a context nobody would be told. */
export function amendStockContext(changes: Partial<StockContext>): void {
  const context = storage.getStore()
  if (context) Object.assign(context, changes)
}

/** For a job or a script: its name stands in the ledger as the actor. */
export const asSystem = <Result>(name: string, work: () => Result): Result =>
  withStockContext({ ...SYSTEM, actor: () => `system:${name}` }, work)

/** Whether an order is being made or changed, as opposed to stock kept by hand. */
export const isOrdering = (): boolean => {
  const { cartId, document } = stockContext()
  return cartId !== undefined || document?.type === "cart" || document?.type === "order"
}
