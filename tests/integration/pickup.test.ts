/** Click and collect: an order waits at its point for whoever knows the code, and not for ever. */
import { pickupResponse } from "@ocop/backend/contracts/pickup"
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { adminRaw, backend } from "../support/backend"
import { counted, execute } from "../support/database"
import { cancel } from "../support/orders"
import { newGoods } from "../support/own-goods"
import {
  act,
  collect,
  type Fetched,
  letPass,
  listed,
  lookUpRaw,
  otherThan,
  placed,
  ready,
  readyGoods,
  shownToBuyer,
  statusAt,
  toldOf,
} from "../support/pickups"
import {
  handOver,
  linesOf,
  offerPickUp,
  type Point,
  pointOf,
  receive,
} from "../support/points"
import { shelf } from "../support/stock"
import { dayIn } from "../support/stock-day"

const DAY = 24 * 60
const soon = { timeout: 15_000, interval: 200 }

let here: Point
let elsewhere: Point
let pickUp: Awaited<ReturnType<typeof offerPickUp>>

beforeAll(async () => {
  ;[here, elsewhere] = await Promise.all([
    pointOf("diem-ocop-hoi-an"),
    pointOf("diem-ocop-tam-ky"),
  ])
  pickUp = await offerPickUp(here.location)
})
afterAll(() => pickUp.withdraw())

const salesOf = (item: string) =>
  counted(
    `select coalesce(-sum(on_hand_change), 0) as count from stock_entry
      where inventory_item_id = $1 and kind = 'sale'`,
    item,
  )

const readyOrder = (stocked?: number, quantity?: number) =>
  readyGoods(here, pickUp.option, stocked, quantity)
const statusOf = (order: Fetched) => statusAt(here, order)

describe("an order that is fetched at a point", () => {
  it("lives from being placed to being collected", async () => {
    const { item, variant } = await newGoods(0, here.location)
    await receive(item, here.location, 5, dayIn(90))
    const order = await placed(variant, 2, pickUp.option, here)
    expect(order.code).toMatch(/^\d{6}$/)

    const [entry] = await listed(`order_code=${order.order_code}`)
    expect(entry).toMatchObject({
      order_id: order.id,
      location_id: here.location,
      status: "placed",
      recipient: "Người mua thử",
      lines: [
        {
          quantity: 2,
          held: [{ inventory_item_id: item, best_before: dayIn(90), quantity: 2 }],
        },
      ],
    })
    expect(JSON.stringify(entry)).not.toContain(order.code)
    expect(await shownToBuyer(order.order_code)).toMatchObject({
      point: { handle: "diem-ocop-hoi-an" },
      status: "placed",
      label: "Đã đặt",
      code: order.code,
      until: null,
    })

    const early = await collect(order.id, here.location, order.code)
    expect([early.status, early.body.code]).toEqual([409, "pickup_placed"])
    expect(await act(order.id, "prepare")).toBe(201)
    expect(await act(order.id, "prepare")).toBe(200)
    expect(await act(order.id, "ready")).toBe(201)
    expect(await act(order.id, "ready")).toBe(200)
    expect(await act(order.id, "prepare")).toBe(409)

    await vi.waitUntil(async () => (await toldOf(order)).length === 2, soon)
    const told = await toldOf(order)
    expect(told.map(({ to }) => to).sort()).toEqual(["", "0905000000"])
    expect(JSON.stringify(told)).not.toContain(order.code)
    const shown = await shownToBuyer(order.order_code)
    expect(shown).toMatchObject({ status: "ready", code: order.code })
    const wait = Date.parse(shown.until ?? "") - Date.now()
    expect(wait).toBeGreaterThan(2 * DAY * 60_000)
    expect(wait).toBeLessThanOrEqual(3 * DAY * 60_000)

    const given = await collect(order.id, here.location, order.code)
    expect(given.status).toBe(201)
    expect(pickupResponse.parse(given.body).pickup).toMatchObject({
      status: "collected",
      collected_by: expect.stringMatching(/^user_/),
    })
    expect(await shelf(item, here.location)).toEqual({ stocked: 3, reserved: 0 })
    expect(await shownToBuyer(order.order_code)).toMatchObject({
      status: "collected",
      label: "Đã nhận",
      code: null,
      until: null,
    })
    const again = await collect(order.id, here.location, order.code)
    expect([again.status, again.body.code]).toEqual([409, "pickup_collected"])
    expect(await salesOf(item)).toBe(2)
  })

  it("is shown with its code to nobody who does not know the phone", async () => {
    const { order } = await readyOrder()
    const stranger = await lookUpRaw(order.order_code, "0912345678")
    expect(stranger.status).toBe(404)
    expect(stranger.text).not.toContain(order.code)
    expect((await lookUpRaw(order.order_code, "0905000000")).text).toContain(order.code)
  })

  it("is handed over at its own point only", async () => {
    const { item, order } = await readyOrder()
    const answer = await collect(order.id, elsewhere.location, order.code)
    expect([answer.status, answer.body.code]).toEqual([403, "point_forbidden"])
    expect(await shelf(item, here.location)).toEqual({ stocked: 5, reserved: 2 })
  })

  it("is not handed over past its code", async () => {
    const { item, order } = await readyOrder()
    const [line = ""] = await linesOf(order.id)
    expect(await handOver(order.id, line, 2, here.location)).toBe(409)
    const path = `/admin/orders/${order.id}/fulfillments`
    expect((await backend(path, { method: "POST", body: {} })).status).toBe(401)
    expect(await shelf(item, here.location)).toEqual({ stocked: 5, reserved: 2 })
  })

  it("is still handed over when its point offers no pick-up any more", async () => {
    const closing = await offerPickUp(elsewhere.location)
    const { item, variant } = await newGoods(3, elsewhere.location)
    const order = await ready(variant, 1, closing.option, elsewhere).finally(
      closing.withdraw,
    )
    const answer = await collect(order.id, elsewhere.location, order.code)
    expect(answer.status).toBe(201)
    expect(await shelf(item, elsewhere.location)).toEqual({ stocked: 2, reserved: 0 })
  })
})

describe("handing over", () => {
  it("happens once when two press at once, ten times over", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { item, order } = await readyOrder(4, 2)
      const answers = await Promise.all(
        [0, 1].map(() => collect(order.id, here.location, order.code)),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe(
        "pickup_collected",
      )
      expect(await salesOf(item)).toBe(2)
      expect(await shelf(item, here.location)).toEqual({ stocked: 2, reserved: 0 })
    }
  }, 180_000)

  it("is answered as the first time when the command comes again, also at once", async () => {
    const { item, order } = await readyOrder()
    const id = randomUUID()
    const give = (code = order.code, location = here.location) =>
      collect(order.id, location, code, id)
    const answers = await Promise.all([give(), give(), give()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    const [first] = answers
    const again = await give()
    expect(again.status).toBe(200)
    expect(again.body.replayed).toBe(true)
    expect(again.body.pickup).toEqual(first?.body.pickup)
    expect(await salesOf(item)).toBe(2)

    for (const other of [
      await give(otherThan(order.code)),
      await give(order.code, elsewhere.location),
    ])
      expect([other.status, other.body.code]).toEqual([409, "command_conflict"])
  })

  it("is finished where a process died after the goods had left", async () => {
    const { item, order } = await readyOrder()
    expect((await collect(order.id, here.location, order.code)).status).toBe(201)
    await execute(
      `delete from pickup_command where order_id = '${order.id}';
       update pickup_order set status = 'ready', collected_at = null
        where order_id = '${order.id}'`,
    )
    expect((await collect(order.id, here.location, order.code)).status).toBe(201)
    expect(await salesOf(item)).toBe(2)
    expect(await statusOf(order)).toBe("collected")
  })

  it("refuses what is no code, no command or no order", async () => {
    const { order } = await readyOrder()
    expect((await collect(order.id, here.location, "12345")).status).toBe(422)
    expect((await collect(order.id, here.location, order.code, "1")).status).toBe(422)
    const unknown = await collect("order_none", here.location, order.code)
    expect([unknown.status, unknown.body.code]).toEqual([404, "unknown_pickup"])
  })

  it.each([
    ["GET", "/admin/pickups"],
    ["GET", "/admin/pickups/refund-tasks"],
    ["POST", "/admin/pickups/order_none/prepare"],
    ["POST", "/admin/pickups/order_none/ready"],
    ["POST", "/admin/pickups/order_none/collect"],
    ["POST", "/admin/pickups/refund-tasks/1/done"],
  ] as const)("is not for those who have not signed in: %s %s", async (method, path) =>
    expect((await backend(path, { method })).status).toBe(401),
  )
})

describe("wrong codes", () => {
  it("count down, lock for 15 minutes, and are forgotten afterwards", async () => {
    const { item, order } = await readyOrder()
    const wrong = () => collect(order.id, here.location, otherThan(order.code))
    for (const left of [4, 3, 2, 1, 0]) {
      const answer = await wrong()
      expect([answer.status, answer.body.code]).toEqual([422, "wrong_code"])
      expect(answer.body.details).toEqual({ tries_left: left })
    }
    const locked = await collect(order.id, here.location, order.code)
    expect([locked.status, locked.body.code]).toEqual([429, "pickup_locked"])
    expect(Number(locked.retryAfter)).toBeGreaterThan(14 * 60)
    expect(Number(locked.retryAfter)).toBeLessThanOrEqual(15 * 60)

    await letPass(order.id, 14)
    expect((await collect(order.id, here.location, order.code)).status).toBe(429)
    await letPass(order.id, 2)
    expect((await wrong()).body.details).toEqual({ tries_left: 4 })
    expect((await collect(order.id, here.location, order.code)).status).toBe(201)
    expect(await salesOf(item)).toBe(2)
  })

  it("that come twenty at once are looked at five times, and then not even the right one", async () => {
    const { order } = await readyOrder()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        collect(order.id, here.location, otherThan(order.code)),
      ),
    )
    const count = (status: number) =>
      answers.filter((answer) => answer.status === status).length
    expect({ wrong: count(422), locked: count(429) }).toEqual({ wrong: 5, locked: 15 })
    expect((await collect(order.id, here.location, order.code)).status).toBe(429)
    expect(await statusOf(order)).toBe("ready")
  })
})

describe("an order that is cancelled", () => {
  it("has nothing to be fetched from that moment on", async () => {
    const { item, order } = await readyOrder()
    await cancel({ id: order.id, line: "" })
    expect(await statusOf(order)).toBe("cancelled")
    expect(await shelf(item, here.location)).toEqual({ stocked: 5, reserved: 0 })
    const answer = await collect(order.id, here.location, order.code)
    expect([answer.status, answer.body.code]).toEqual([409, "pickup_cancelled"])
    expect(await act(order.id, "ready")).toBe(409)
  })

  it("or collected, never both", async () => {
    for (let round = 0; round < 3; round += 1) {
      const { item, order } = await readyOrder()
      const [given, cancelled] = await Promise.all([
        collect(order.id, here.location, order.code),
        adminRaw(`/admin/orders/${order.id}/cancel`, { method: "POST" }),
      ])
      const wasGiven = given.status === 201
      expect([wasGiven, cancelled.status < 300].filter(Boolean)).toHaveLength(1)
      expect(await statusOf(order)).toBe(wasGiven ? "collected" : "cancelled")
      expect(await salesOf(item)).toBe(wasGiven ? 2 : 0)
    }
  }, 60_000)
})
