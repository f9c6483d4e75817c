import { describe, expect, it } from "vitest"
import { withPending, type CartLine, type CartView } from "./cart-view"

const line = (id: string, quantity: number, unitPrice: number): CartLine => ({
  id,
  variantId: null,
  handle: null,
  title: id,
  variant: null,
  quantity,
  unitPrice,
  total: quantity * unitPrice,
  picture: null,
})
const cart: CartView = {
  lines: [line("a", 1, 50_000), line("b", 2, 30_000)],
  count: 3,
  itemTotal: 110_000,
  discountTotal: 0,
}

describe("withPending", () => {
  it("leaves the cart alone when nothing is pending", () => {
    expect(withPending(cart, [])).toBe(cart)
  })

  it("shows a changed quantity with its totals", () => {
    const next = withPending(cart, [{ lineId: "a", quantity: 3 }])
    expect(next.lines[0]).toMatchObject({ quantity: 3, total: 150_000 })
    expect(next).toMatchObject({ count: 5, itemTotal: 210_000 })
  })

  it("drops a line whose quantity is 0, and counts only the last change of a line", () => {
    const next = withPending(cart, [
      { lineId: "b", quantity: 5 },
      { lineId: "b", quantity: 0 },
    ])
    expect(next.lines.map(({ id }) => id)).toEqual(["a"])
    expect(next).toMatchObject({ count: 1, itemTotal: 50_000 })
  })
})
