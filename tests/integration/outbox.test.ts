/**
 * The outbox: a message is there if and only if the change is, it is delivered, a bad one holds up no
 * other and ends where a person sees it.
 */
import { parkedMessagesResponse } from "@ocop/backend/contracts/outbox"
import { afterEach, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { admin, adminRaw, backend } from "../support/backend"
import { buy } from "../support/contest"
import { counted, execute, rows } from "../support/database"
import { newGoods } from "../support/own-goods"
import { post } from "../support/stock-documents"

const soon = { timeout: 15_000, interval: 100 }

const waiting = (topic: string) =>
  counted(
    "select count(*) as count from outbox_message where topic = $1 and parked_at is null",
    topic,
  )

const feed = z.object({
  notifications: z.array(
    z.object({
      id: z.string(),
      resource_id: z.string().nullish(),
      data: z.object({ title: z.string(), description: z.string() }),
    }),
  ),
})

const noticesAbout = async (id: string) =>
  (
    await admin("/admin/notifications?channel=feed&limit=100&order=-created_at", feed)
  ).notifications.filter(({ resource_id }) => resource_id === id)

const newId = z.object({ id: z.coerce.string() })

/** Puts a message as a trigger would. */
async function put(topic: string, payload: unknown): Promise<string> {
  const [message] = await rows(
    newId,
    `insert into outbox_message (topic, payload) values ($1, $2) returning id`,
    [topic, JSON.stringify(payload)],
  )
  if (!message) throw new Error("no message")
  return message.id
}

const state = z.object({ attempts: z.number(), parked: z.boolean() })
const stateOf = async (id: string) => {
  const [found] = await rows(
    state,
    "select attempts, parked_at is not null as parked from outbox_message where id = $1",
    [id],
  )
  return found ?? null
}

/** The pauses between the tries are minutes: here time passes faster. */
const hurry = (id: string) =>
  execute(
    `update outbox_message set due_at = clock_timestamp()
      where id = ${Number(id)} and due_at > clock_timestamp() + interval '1 second'
        and last_error is not null and parked_at is null`,
  )

async function untilParked(id: string): Promise<void> {
  await vi.waitUntil(
    async () => {
      await hurry(id)
      return (await stateOf(id))?.parked === true
    },
    { timeout: 30_000, interval: 200 },
  )
}

const parkedIds = async () =>
  (await admin("/admin/outbox", parkedMessagesResponse)).messages.map(({ id }) => id)

describe("messages", () => {
  it("are written with the change or not at all", async () => {
    const { item, location } = await newGoods(5)
    const entry = `insert into stock_entry (inventory_item_id, location_id, kind, quantity,
        on_hand_change, reason, document_type, document_id, occurred_at)
      values ('${item}', '${location}', 'adjustment', 1, 1, 'miscounted', 'test', 'test', now())`
    const about = () =>
      counted(
        "select count(*) as count from outbox_message where payload -> 'shelves' @> $1::jsonb",
        JSON.stringify([[item, location]]),
      )
    await vi.waitUntil(async () => (await about()) === 0, soon)
    await execute(
      `begin; ${entry}; do $$ begin
         assert (select count(*) from outbox_message
                  where topic = 'stock.changed'
                    and payload -> 'shelves' = '[["${item}", "${location}"]]') = 1, 'no message';
       end $$; rollback;`,
    )
    expect(await about()).toBe(0)
  })

  it("of moved stock are delivered within two seconds and then gone", async () => {
    const { item, location } = await newGoods(5)
    await vi.waitUntil(async () => (await waiting("stock.changed")) === 0, soon)
    const started = performance.now()
    await post({
      kind: "sale",
      location_id: location,
      lines: [{ inventory_item_id: item, quantity: 1 }],
    })
    await vi.waitUntil(async () => (await waiting("stock.changed")) === 0, soon)
    // A bound on the mechanism, not a timing: it looks twice a second.
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it("of a placed order tell the staff, once however often they come", async () => {
    const { variant } = await newGoods(5)
    const { orderId } = await buy([{ variant, quantity: 2 }])
    if (orderId === null) throw new Error("no order")
    await vi.waitUntil(async () => (await noticesAbout(orderId)).length > 0, soon)
    const again = await put("order.placed", { order_id: orderId })
    await vi.waitUntil(async () => (await stateOf(again)) === null, soon)
    const notices = await noticesAbout(orderId)
    expect(notices).toHaveLength(1)
    expect(notices[0]?.data.title).toMatch(/^Đơn hàng mới QN\d{7}/)
    expect(notices[0]?.data.description).toMatch(/^2 món, [\d.]+\s₫$/)
  })

  it("of an order that was taken back tell nobody", async () => {
    const id = await put("order.placed", { order_id: "order_taken_back" })
    await vi.waitUntil(async () => (await stateOf(id)) === null, soon)
    expect(await noticesAbout("order_taken_back")).toEqual([])
  })
})

describe("a message that cannot be handled", () => {
  const made: string[] = []
  const poison = async (topic = "stock.changed", payload: unknown = { shelves: "?" }) => {
    const id = await put(topic, payload)
    made.push(id)
    return id
  }
  afterEach(async () => {
    const ids = made.splice(0)
    if (ids.length > 0)
      await execute(`delete from outbox_message where id in (${ids.map(Number).join()})`)
  })

  it("holds up no other, is tried five times, parked, and told to the staff", async () => {
    const bad = await poison()
    const good = await put("stock.changed", { shelves: [["iitem_none", "sloc_none"]] })
    await vi.waitUntil(async () => (await stateOf(good)) === null, soon)
    await untilParked(bad)
    expect(await stateOf(bad)).toEqual({ attempts: 5, parked: true })
    expect(await parkedIds()).toContain(bad)
    await vi.waitUntil(async () => (await noticesAbout(bad)).length === 1, soon)
    const [notice] = await noticesAbout(bad)
    expect(notice?.data.title).toBe("Việc nền bị dừng: Tồn kho thay đổi")
  })

  it("of a topic that nobody knows is parked, too", async () => {
    const bad = await poison("no.such.topic", {})
    await untilParked(bad)
    expect(await parkedIds()).toContain(bad)
  })

  it("that was never finished is given up after five tries", async () => {
    const bad = await poison("order.placed", { order_id: "order_deadly" })
    // As after five processes that died with it.
    await execute(`update outbox_message set attempts = 5 where id = ${Number(bad)}`)
    await untilParked(bad)
  })

  it("is tried again when a person says so, and can be given up", async () => {
    const bad = await poison()
    await untilParked(bad)
    await execute(
      `update outbox_message set payload = '{"shelves": []}' where id = ${Number(bad)}`,
    )
    const retried = await adminRaw(`/admin/outbox/${bad}/retry`, { method: "POST" })
    expect(retried.status).toBe(204)
    await vi.waitUntil(async () => (await stateOf(bad)) === null, soon)

    const other = await poison()
    await untilParked(other)
    const discard = () => adminRaw(`/admin/outbox/${other}`, { method: "DELETE" })
    expect((await discard()).status).toBe(204)
    expect(await stateOf(other)).toBeNull()
    const gone = await discard()
    expect(gone.status).toBe(404)
    expect(await gone.json()).toMatchObject({
      code: "not_found",
      message: "Không có việc này trong danh sách chờ xử lý.",
    })
    expect((await adminRaw("/admin/outbox/x/retry", { method: "POST" })).status).toBe(422)
  })

  it("is not for those who have not signed in", async () => {
    expect((await backend("/admin/outbox")).status).toBe(401)
  })
})
