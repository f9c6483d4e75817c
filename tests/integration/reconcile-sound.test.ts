/** What is as it should be is not reported: an order's whole life, step by step. */
import { beforeEach, describe, expect, it } from "vitest"
import { z } from "zod"
import { admin } from "../support/backend"
import { expectReconciled, sightings, snapshot } from "../support/reconcile"
import { addToCart, newBuyer, placeOrder } from "../support/shop"
import { goods, ordersOf, reserve, setStocked, levels } from "../support/stock"
import { Visitor } from "../support/visitor"

const PIECES = 3

const detail = z.object({
  order: z.object({
    id: z.string(),
    items: z.tuple([z.object({ id: z.string() })]),
    fulfillments: z.array(z.object({ id: z.string(), location_id: z.string() })),
    payment_collections: z.array(
      z.object({ payments: z.array(z.object({ id: z.string(), amount: z.number() })) }),
    ),
  }),
})

type Placed = z.infer<typeof detail>["order"]

const FIELDS =
  "id,*items,*fulfillments,*payment_collections,*payment_collections.payments"

const ask = async (id: string): Promise<Placed> =>
  (await admin(`/admin/orders/${id}?fields=${FIELDS}`, detail)).order

const post = (path: string, body: unknown = {}) =>
  admin(path, z.unknown(), { method: "POST", body })

async function placed(): Promise<Placed> {
  const visitor = new Visitor()
  const buyer = await newBuyer()
  await addToCart(visitor, (await goods(15)).handle, PIECES)
  await placeOrder(visitor, buyer)
  const [order] = await ordersOf(buyer.phone)
  return ask(order?.id ?? "")
}

const line = (order: Placed) => order.items[0].id

const handOver = (order: Placed, quantity: number) =>
  post(`/admin/orders/${order.id}/fulfillments`, {
    items: [{ id: line(order), quantity }],
  })

/** Nothing is under way here, so that nothing may be reported at the first look either. */
const nothingIsReported = async (after: string) =>
  expect(await snapshot(sightings), after).toEqual([])

describe("an order of three pieces", () => {
  let order: Placed
  beforeEach(async () => {
    order = await placed()
    await nothingIsReported("placing")
  })

  it("is handed over in part, called off, handed over, paid, in part sent back, refunded", async () => {
    await handOver(order, 1)
    await nothingIsReported("one piece handed over")

    const [first] = (await ask(order.id)).fulfillments
    await post(`/admin/orders/${order.id}/fulfillments/${first?.id}/cancel`)
    await nothingIsReported("hand-over called off")

    await handOver(order, PIECES)
    await nothingIsReported("all pieces handed over")

    const [payment] = (await ask(order.id)).payment_collections.flatMap(
      ({ payments }) => payments,
    )
    await post(`/admin/payments/${payment?.id}/capture`)
    await nothingIsReported("money received")

    const back = await admin(
      "/admin/returns",
      z.object({ return: z.object({ id: z.string() }) }),
      {
        method: "POST",
        body: {
          order_id: order.id,
          location_id: (await ask(order.id)).fulfillments.at(-1)?.location_id,
        },
      },
    )
    const path = `/admin/returns/${back.return.id}`
    const items = [{ id: line(order), quantity: 1 }]
    await post(`${path}/request-items`, { items })
    await post(`${path}/request`)
    await nothingIsReported("return announced")
    await post(`${path}/receive`)
    await post(`${path}/receive-items`, { items })
    await post(`${path}/receive/confirm`)
    await nothingIsReported("one piece sent back")

    await post(`/admin/payments/${payment?.id}/refund`, {
      amount: Math.floor((payment?.amount ?? 0) / PIECES),
    })
    await nothingIsReported("refunded")
  })

  it("is made larger and smaller by staff, and cancelled", async () => {
    for (const quantity of [PIECES + 2, PIECES - 1]) {
      await post("/admin/order-edits", { order_id: order.id })
      const path = `/admin/order-edits/${order.id}`
      await post(`${path}/items/item/${line(order)}`, { quantity })
      await nothingIsReported(`edit to ${quantity} begun`)
      await post(`${path}/request`)
      await post(`${path}/confirm`)
      await nothingIsReported(`edited to ${quantity}`)
    }
    await post(`/admin/orders/${order.id}/cancel`)
    await nothingIsReported("cancelled")
  })

  it("is edited when a part of it has been handed over", async () => {
    await handOver(order, 1)
    await post("/admin/order-edits", { order_id: order.id })
    const path = `/admin/order-edits/${order.id}`
    await post(`${path}/items/item/${line(order)}`, { quantity: PIECES + 1 })
    await post(`${path}/request`)
    await post(`${path}/confirm`)
    await nothingIsReported("edited after a partial hand-over")
    await handOver(order, PIECES)
    await nothingIsReported("the rest handed over")
  })
})

describe("staff", () => {
  it("keep goods back for themselves, and change what lies on the shelf", async () => {
    const { itemId } = await goods(15)
    const [level] = await levels(itemId)
    const location = level?.location_id ?? ""
    await setStocked(itemId, location, (level?.stocked_quantity ?? 0) + 5)
    await nothingIsReported("stock edited")
    const { id } = await reserve(itemId, location, 2)
    await nothingIsReported("reserved by hand")
    await admin(`/admin/reservations/${id}`, z.unknown(), { method: "DELETE" })
    await nothingIsReported("reservation deleted")
  })
})

it("orders under way are waited for, not reported", async () => {
  const visitors = Array.from({ length: 8 }, () => new Visitor())
  const { handle } = await goods(16)
  for (const visitor of visitors) await addToCart(visitor, handle, 1)
  const buyers = await Promise.all(visitors.map(newBuyer))
  const orders = Promise.all(
    visitors.map(async (visitor, index) => {
      const buyer = buyers[index]
      if (buyer) await placeOrder(visitor, buyer)
    }),
  )
  const done = orders.then(() => true)
  do await expectReconciled()
  while (!(await Promise.race([done, Promise.resolve(false)])))
})
