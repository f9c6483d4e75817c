/** What nobody fetches goes back on the shelf, and the money that was taken back to the buyer. */
import { COD_PROVIDER } from "@ocop/backend/contracts/checkout"
import { refundTaskListResponse } from "@ocop/backend/contracts/pickup"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { admin, adminRaw } from "../support/backend"
import { completeAtOnce, readyCart } from "../support/contest"
import { counted, execute } from "../support/database"
import { newGoods } from "../support/own-goods"
import { runJob } from "../support/own-backend"
import {
  collect,
  type Fetched,
  letPass,
  placed,
  readyGoods,
  shownToBuyer,
  statusAt,
  toldOf,
} from "../support/pickups"
import { offerPickUp, type Point, pointOf } from "../support/points"
import { shelf } from "../support/stock"

const DAY = 24 * 60
const soon = { timeout: 15_000, interval: 200 }

let here: Point
let pickUp: Awaited<ReturnType<typeof offerPickUp>>

beforeAll(async () => {
  here = await pointOf("diem-ocop-hoi-an")
  pickUp = await offerPickUp(here.location)
})
afterAll(() => pickUp.withdraw())

const readyOrder = (stocked?: number, quantity?: number) =>
  readyGoods(here, pickUp.option, stocked, quantity)
const statusOf = (order: Fetched) => statusAt(here, order)

const tasksOf = async ({ id }: Fetched, query = "") =>
  (
    await admin(`/admin/pickups/refund-tasks${query}`, refundTaskListResponse)
  ).tasks.filter(({ order_id }) => order_id === id)

describe("what nobody came for", () => {
  it("goes back on the shelf once, whoever looks, and the next buyer can have it", async () => {
    const { item, variant, order } = await readyOrder(2, 2)
    await letPass(order.id, 3 * DAY - 5)
    await runJob("expire-pickups")
    expect(await statusOf(order)).toBe("ready")
    const next = () => readyCart([{ variant, quantity: 2 }], { option: pickUp.option })
    await expect(next()).rejects.toThrow("insufficient_inventory")

    await letPass(order.id, 10)
    await Promise.all([runJob("expire-pickups"), runJob("expire-pickups")])
    expect(await statusOf(order)).toBe("expired")
    expect(await shelf(item, here.location)).toEqual({ stocked: 2, reserved: 0 })
    expect(
      await counted(
        `select count(*) as count from stock_entry
          where inventory_item_id = $1 and kind = 'reservation-release'`,
        item,
      ),
    ).toBe(1)
    expect(await tasksOf(order)).toEqual([])
    const late = await collect(order.id, here.location, order.code)
    expect([late.status, late.body.code]).toEqual([409, "pickup_expired"])
    expect(late.body.message).toMatch(/hết hạn/)
    expect(await shownToBuyer(order.order_code)).toMatchObject({
      status: "expired",
      code: null,
    })
    await vi.waitUntil(
      async () => (await toldOf(order)).some(({ title }) => /hết hạn nhận/.test(title)),
      soon,
    )
    const [answer] = await completeAtOnce([await next()])
    expect(answer?.kind).toBe("order")
  }, 180_000)

  it("expires after three times as long where it never became ready", async () => {
    const { variant } = await newGoods(2, here.location)
    const order = await placed(variant, 1, pickUp.option, here)
    await letPass(order.id, 9 * DAY - 5)
    await runJob("expire-pickups")
    expect(await statusOf(order)).toBe("placed")
    await letPass(order.id, 10)
    await runJob("expire-pickups")
    expect(await statusOf(order)).toBe("expired")
  }, 180_000)

  const payments = z.object({
    order: z.object({
      total: z.number(),
      payment_collections: z.array(
        z.object({ payments: z.array(z.object({ id: z.string() })) }),
      ),
    }),
  })

  /** The staff has taken the money already. */
  async function paid({ id }: Fetched): Promise<{ payment: string; total: number }> {
    const fields = "id,total,payment_collections.payments.id"
    const { order } = await admin(`/admin/orders/${id}?fields=${fields}`, payments)
    const payment = order.payment_collections[0]?.payments[0]?.id ?? ""
    await admin(`/admin/payments/${payment}/capture`, z.unknown(), {
      method: "POST",
      body: {},
    })
    return { payment, total: order.total }
  }

  it("leaves a task to give the money back where it was taken", async () => {
    const { item, order } = await readyOrder()
    const { total } = await paid(order)
    await letPass(order.id, 4 * DAY)
    await runJob("expire-pickups")
    expect(await statusOf(order)).toBe("expired")
    expect(await shelf(item, here.location)).toEqual({ stocked: 5, reserved: 0 })
    const [task] = await tasksOf(order)
    expect(task).toMatchObject({
      amount: total,
      reason: "expired",
      order_code: order.order_code,
      done_at: null,
    })
    const done = () =>
      adminRaw(`/admin/pickups/refund-tasks/${task?.id}/done`, { method: "POST" })
    expect((await done()).status).toBe(200)
    expect((await done()).status).toBe(200)
    expect(await tasksOf(order)).toEqual([])
    expect(await tasksOf(order, "?all=true")).toMatchObject([
      { done_by: expect.stringMatching(/^user_/) },
    ])
  }, 120_000)

  it("is released also where the refund is refused", async () => {
    const { item, order } = await readyOrder()
    const { payment, total } = await paid(order)
    // A processor that is not there any more.
    await execute(
      `update payment set provider_id = 'pp_gone_gone' where id = '${payment}'`,
    )
    await letPass(order.id, 4 * DAY)
    await runJob("expire-pickups")
    expect(await statusOf(order)).toBe("expired")
    expect(await shelf(item, here.location)).toEqual({ stocked: 5, reserved: 0 })
    expect(await tasksOf(order)).toMatchObject([
      { amount: total, reason: "refund_failed" },
    ])
    expect((await collect(order.id, here.location, order.code)).status).toBe(409)
    await execute(
      `update payment set provider_id = '${COD_PROVIDER}' where id = '${payment}'`,
    )
  }, 120_000)
})
