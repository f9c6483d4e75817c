import { describe, expect, it } from "vitest"
import { type Lookups } from "./stock-movement-lookups"
import { movementOf } from "./stock-movements"

const DESTINATION = { pickupLocationId: null, points: [{ locationId: "p1", rank: 0 }] }
const lookups: Lookups = {
  orderOf: async (part, id) => (id === "unknown" ? null : `order-of-${part}-${id}`),
  handedOver: async (id) =>
    id === "f1" ? { lineIds: ["l1", "l2"], locationId: "p1" } : null,
  destinationOf: async (id) => (id === "unknown" ? null : DESTINATION),
  outstanding: async () => [],
}
const movement = (path: string, body: unknown = {}) => movementOf(lookups, path, body)
const order = (id: string) => ({ document: { type: "order", id } })

describe("movementOf", () => {
  it("knows a cart, and whether it is being completed", async () => {
    const document = { type: "cart", id: "c1" }
    expect(await movement("/store/carts/c1/complete")).toEqual({ document, cartId: "c1" })
    expect(await movement("/Store/CARTS/c1/complete/")).toEqual({
      document,
      cartId: "c1",
    })
    expect(await movement("/store/carts/c1/line-items/l1")).toEqual({ document })
    expect(await movement("/store/carts")).toEqual({})
  })

  it("reads a hand-over from its body", async () => {
    const items = [
      { id: "l1", quantity: 2 },
      { id: "l2", quantity: 1 },
    ]
    const path = "/admin/orders/o1/fulfillments"
    const fulfilment = {
      orderId: "o1",
      lineIds: ["l1", "l2"],
      locationId: "p1",
      quantities: new Map([
        ["l1", 2],
        ["l2", 1],
      ]),
    }
    expect(await movement(path, { items, location_id: "p1" })).toEqual({
      ...order("o1"),
      fulfilment,
    })
    expect((await movement(path, { items })).fulfilment?.locationId).toBeNull()
    for (const body of [null, {}, { items: "l1" }, { items: [{ id: "l1" }] }])
      expect(await movement(path, body)).toEqual(order("o1"))
  })

  it("takes back the lines of a hand-over that is called off", async () => {
    expect(await movement("/admin/orders/o1/fulfillments/f1/cancel")).toEqual({
      ...order("o1"),
      fulfilment: { orderId: "o1", lineIds: ["l1", "l2"], locationId: "p1" },
    })
    expect(await movement("/admin/orders/o1/fulfillments/nix/cancel")).toEqual(
      order("o1"),
    )
  })

  it("tells where the goods of a changed order should come from, and what has left", async () => {
    const change = (id: string) => ({
      ...order(id),
      destination: DESTINATION,
      outstanding: lookups.outstanding,
    })
    expect(await movement("/admin/order-edits/o1/confirm")).toEqual(change("o1"))
    expect(await movement("/admin/draft-orders/o1/convert-to-order")).toEqual(
      change("o1"),
    )
    expect(await movement("/admin/draft-orders/o1/edit/confirm")).toEqual(change("o1"))
    expect(await movement("/admin/claims/k1/request")).toEqual(
      change("order-of-order_claim-k1"),
    )
    expect(await movement("/admin/exchanges/x1/request")).toEqual(
      change("order-of-order_exchange-x1"),
    )
    expect(await movement("/admin/order-edits/unknown/confirm")).toEqual({
      ...order("unknown"),
      outstanding: lookups.outstanding,
    })
  })

  it("knows which order goods come back from", async () => {
    expect(await movement("/admin/returns/r1/receive/confirm")).toEqual({
      ...order("order-of-return-r1"),
      returnOf: { orderId: "order-of-return-r1" },
    })
    expect(await movement("/admin/returns/r1/request")).toEqual(
      order("order-of-return-r1"),
    )
    expect(await movement("/admin/returns/unknown/receive/confirm")).toEqual({})
  })

  it("names orders, reservations and items of the admin", async () => {
    expect(await movement("/admin/orders/o1/cancel")).toEqual(order("o1"))
    expect(await movement("/admin/reservations/res_1")).toEqual({
      document: { type: "reservation", id: "res_1" },
    })
    expect(await movement("/admin/inventory-items/i1/location-levels/p1")).toEqual({
      document: { type: "admin", id: "i1" },
    })
    expect(await movement("/admin/reservations")).toEqual({})
    expect(await movement("/hooks/payment/cod_cod")).toEqual({})
  })

  it("reads ids as the router does", async () => {
    expect(await movement("/store/carts/cart%5F1/complete")).toMatchObject({
      cartId: "cart_1",
    })
    for (const id of ["%E0%A4%A", "%00", "a%27b", "a".repeat(65)])
      expect(await movement(`/admin/claims/${id}/request`)).toEqual({})
  })
})
