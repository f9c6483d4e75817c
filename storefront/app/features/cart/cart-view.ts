/** The cart as the pages show it, and what it will look like once pending changes arrive. */
import { type PictureSet } from "@ocop/backend/contracts/catalog"

export type CartLine = {
  id: string
  variantId: string | null
  /** Of the product page; null when the product is gone. */
  handle: string | null
  title: string
  /** "Chai 500 ml"; null where there is only one. */
  variant: string | null
  quantity: number
  /** Đồng, VAT included. */
  unitPrice: number
  total: number
  picture: PictureSet | null
}

export type CartView = {
  lines: CartLine[]
  /** Pieces, all lines together. */
  count: number
  /** Đồng, VAT included, without shipping. */
  itemTotal: number
  discountTotal: number
}

export const EMPTY_CART: CartView = {
  lines: [],
  count: 0,
  itemTotal: 0,
  discountTotal: 0,
}

/** A change that the browser has sent and the server has not confirmed. */
export type PendingChange = { lineId: string; quantity: number }

/** Quantity 0 takes a line out. Totals follow the unit price; discounts wait for the server. */
export function withPending(cart: CartView, pending: readonly PendingChange[]): CartView {
  if (pending.length === 0) return cart
  const wanted = new Map(pending.map(({ lineId, quantity }) => [lineId, quantity]))
  const lines = cart.lines
    .map((line) => {
      const quantity = wanted.get(line.id)
      return quantity === undefined
        ? line
        : { ...line, quantity, total: line.unitPrice * quantity }
    })
    .filter((line) => line.quantity > 0)
  return {
    ...cart,
    lines,
    count: lines.reduce((sum, line) => sum + line.quantity, 0),
    itemTotal: lines.reduce((sum, line) => sum + line.total, 0),
  }
}
