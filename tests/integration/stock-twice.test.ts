/** A button pressed twice: the framework locks no order, yet its goods move once. */
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { adminRaw } from "../support/backend"
import { rows } from "../support/database"
import { cancel, order, returnReady, type Ordered } from "../support/orders"
import { newGoods } from "../support/own-goods"
import { handOver } from "../support/points"
import { reservationsOf, shelf } from "../support/stock"

const press = async (path: string): Promise<number> =>
  (await adminRaw(path, { method: "POST", body: {} })).status

/** The statuses of two requests of the same moment: the first that came does it, the other one is refused. */
async function atOnce(one: () => Promise<number>, other = one): Promise<void> {
  const [first, second] = (await Promise.all([one(), other()])).sort((a, b) => a - b)
  expect(first).toBe(200)
  expect(second).toBeGreaterThanOrEqual(400)
  expect(second).toBeLessThan(500)
}

const id = z.object({ id: z.string() })

async function fulfilmentOf({ id: orderId }: Ordered): Promise<string> {
  const [found] = await rows(
    id,
    `select f.id from order_fulfillment link join fulfillment f on f.id = link.fulfillment_id
      where link.order_id = $1 and f.canceled_at is null and f.deleted_at is null`,
    [orderId],
  )
  return found?.id ?? ""
}

/** An order of 3 of 10 pieces. */
async function ordered() {
  const goods = await newGoods(10)
  const made = await order(goods.variant, 3)
  const handedOver = () => handOver(made.id, made.line, 3, goods.location)
  return { ...goods, made, handedOver }
}

describe("twice at once", () => {
  it("an order is handed over once", async () => {
    const { item, location, handedOver } = await ordered()
    await atOnce(handedOver)
    expect(await shelf(item, location)).toEqual({ stocked: 7, reserved: 0 })
  })

  it("a hand-over is called off once", async () => {
    const { item, location, made, handedOver } = await ordered()
    await handedOver()
    const path = `/admin/orders/${made.id}/fulfillments/${await fulfilmentOf(made)}/cancel`
    await atOnce(() => press(path))
    expect(await shelf(item, location)).toEqual({ stocked: 10, reserved: 3 })
  })

  it("what a customer sends back arrives once", async () => {
    const { item, location, made, handedOver } = await ordered()
    await handedOver()
    const path = await returnReady(made, 2, location)
    await atOnce(() => press(`${path}/receive/confirm`))
    expect(await shelf(item, location)).toEqual({ stocked: 9, reserved: 0 })
  })

  it("an order is cancelled once, and keeps nothing reserved", async () => {
    const { item, location, made } = await ordered()
    await atOnce(() => press(`/admin/orders/${made.id}/cancel`))
    expect(await shelf(item, location)).toEqual({ stocked: 10, reserved: 0 })
    expect(await reservationsOf(item)).toEqual([])
  })

  it("an order is either cancelled or handed over", async () => {
    const { item, location, made, handedOver } = await ordered()
    await atOnce(handedOver, () => press(`/admin/orders/${made.id}/cancel`))
    const { stocked, reserved } = await shelf(item, location)
    expect([10, 7]).toContain(stocked)
    expect(reserved).toBe(0)
  })
})

it("one order does not wait for another", async () => {
  const orders = await Promise.all([ordered(), ordered(), ordered()])
  const statuses = await Promise.all(orders.map(({ handedOver }) => handedOver()))
  expect(statuses).toEqual([200, 200, 200])
  await expect(cancel(orders[0].made)).rejects.toThrow()
})
