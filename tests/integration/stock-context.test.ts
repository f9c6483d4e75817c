/** What the books say of a movement beside its quantity: who, on which device, for which document. */
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { admin, adminRaw } from "../support/backend"
import { completeAtOnce, readyCart } from "../support/contest"
import { rows } from "../support/database"
import { newGoods } from "../support/own-goods"
import { linesOf } from "../support/points"
import { setStocked } from "../support/stock"

const entry = z.object({
  kind: z.string(),
  document_type: z.string(),
  document_id: z.string(),
  actor_id: z.string().nullable(),
  device_id: z.string().nullable(),
})

/** The rows of an item, oldest first. */
const booksOf = (item: string) =>
  rows(
    entry,
    `select kind, document_type, document_id, actor_id, device_id
       from stock_entry where inventory_item_id = $1 order by id`,
    [item],
  )

const me = async (): Promise<string> =>
  (await admin("/admin/users/me", z.object({ user: z.object({ id: z.string() }) }))).user
    .id

async function ordered(stocked: number) {
  const goods = await newGoods(stocked)
  const cart = await readyCart([{ variant: goods.variant, quantity: 2 }])
  const [answer] = await completeAtOnce([cart])
  if (!answer?.orderId) throw new Error(JSON.stringify(answer))
  return { ...goods, cart, order: answer.orderId }
}

const handOver = (order: string, line: string, location: string, device: string) =>
  adminRaw(`/admin/orders/${order}/fulfillments`, {
    method: "POST",
    body: { items: [{ id: line, quantity: 1 }], location_id: location },
    headers: { "x-device-id": device },
  })

describe("the books", () => {
  it("name the cart of a buyer, who has no name here", async () => {
    const { item, cart } = await ordered(5)
    const reserved = (await booksOf(item)).filter(({ kind }) => kind === "reservation")
    expect(reserved).toEqual([
      {
        kind: "reservation",
        document_type: "cart",
        document_id: cart,
        actor_id: null,
        device_id: null,
      },
    ])
  })

  it("name who handed goods over, and on which device", async () => {
    const { item, location, order } = await ordered(5)
    const [line = ""] = await linesOf(order)
    expect((await handOver(order, line, location, "quay-1")).status).toBe(200)
    const sale = (await booksOf(item)).at(-1)
    expect(sale).toEqual({
      kind: "sale",
      document_type: "order",
      document_id: order,
      actor_id: await me(),
      device_id: "quay-1",
    })
  })

  it("do not repeat whatever a device calls itself", async () => {
    const { item, location, order } = await ordered(5)
    const [line = ""] = await linesOf(order)
    const name = "<script>".repeat(20)
    expect((await handOver(order, line, location, name)).status).toBe(200)
    expect((await booksOf(item)).at(-1)).toMatchObject({ kind: "sale", device_id: null })
  })

  it("name who edits stock in the admin", async () => {
    const { item, location } = await newGoods(5)
    await setStocked(item, location, 7)
    expect((await booksOf(item)).at(-1)).toEqual({
      kind: "adjustment",
      document_type: "admin",
      document_id: item,
      actor_id: await me(),
      device_id: null,
    })
  })
})
