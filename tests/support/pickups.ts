/** Orders that are fetched at a point: placed, made ready, collected, and time made to pass. */
import { apiError } from "@ocop/backend/contracts/errors"
import { orderLookupResponse } from "@ocop/backend/contracts/order-lookup"
import { formatOrderCode } from "@ocop/backend/contracts/order-code"
import { type BuyerPickup, pickupListResponse } from "@ocop/backend/contracts/pickup"
import { randomUUID } from "node:crypto"
import { vi } from "vitest"
import { z } from "zod"
import { admin, adminRaw, storeRaw } from "./backend"
import { completeAtOnce, readyCart } from "./contest"
import { execute } from "./database"
import { newGoods } from "./own-goods"
import { type Point } from "./points"

/** Of every buyer that contest.ts makes up. */
export const PHONE = "0905000000"

const soon = { timeout: 15_000, interval: 100 }

let lookups = 0
/** Look-ups are counted per address. */
const address = () => `127.0.7.${(lookups += 1) % 250 || 1}`

export async function lookUpRaw(code: string, phone: string) {
  const answer = await storeRaw("/store/orders/lookup", {
    method: "POST",
    body: { code, phone },
    ip: address(),
  })
  return { status: answer.status, text: await answer.text() }
}

/** What the buyer is shown. */
export async function shownToBuyer(code: string): Promise<BuyerPickup> {
  const { text } = await lookUpRaw(code, PHONE)
  const { order } = orderLookupResponse.parse(JSON.parse(text))
  if (!order.pickup) throw new Error(`${code} is not fetched at a point`)
  return order.pickup
}

const displayed = z.object({ order: z.object({ display_id: z.number() }) })

export const listed = async (query: string) =>
  (await admin(`/admin/pickups?${query}`, pickupListResponse)).pickups

/** The order's code, as the staff makes it of its number. */
async function orderCodeOf(orderId: string): Promise<string> {
  const path = `/admin/orders/${orderId}?fields=id,display_id`
  return formatOrderCode((await admin(path, displayed)).order.display_id)
}

/** The list's entry of one order, once its point knows of it. */
export async function pickupOf(orderId: string, location: string) {
  const code = await orderCodeOf(orderId)
  const [entry] = await listed(`location_id=${location}&order_code=${code}`)
  return entry
}

export type Fetched = { id: string; order_code: string; code: string }

/** An order that is known at its point, with the code of its buyer. */
export async function placed(
  variant: string,
  quantity: number,
  option: string,
  at: Point,
): Promise<Fetched> {
  const [answer] = await completeAtOnce([
    await readyCart([{ variant, quantity }], { option }),
  ])
  const id = answer?.orderId
  if (!id) throw new Error(JSON.stringify(answer))
  const entry = await vi.waitUntil(() => pickupOf(id, at.location), soon)
  const { code } = await shownToBuyer(entry.order_code)
  if (code === null) throw new Error(`${id} has no code`)
  return { id, order_code: entry.order_code, code }
}

export const act = async (id: string, step: "prepare" | "ready") =>
  (await adminRaw(`/admin/pickups/${id}/${step}`, { method: "POST" })).status

export async function ready(...order: Parameters<typeof placed>): Promise<Fetched> {
  const fetched = await placed(...order)
  if ((await act(fetched.id, "ready")) !== 201) throw new Error("not ready")
  return fetched
}

const said = apiError.extend({ details: z.unknown() }).partial().extend({
  pickup: z.unknown(),
  replayed: z.boolean().optional(),
})

export type Collected = {
  status: number
  retryAfter: string | null
  body: z.infer<typeof said>
}

/** The raw answer to a hand-over. */
export async function collect(
  orderId: string,
  location: string,
  code: string,
  id: string = randomUUID(),
): Promise<Collected> {
  const answer = await adminRaw(`/admin/pickups/${orderId}/collect`, {
    method: "POST",
    body: { id, location_id: location, code },
  })
  return {
    status: answer.status,
    retryAfter: answer.headers.get("retry-after"),
    body: said.parse(await answer.json()),
  }
}

/** A code that is not this one. */
export const otherThan = (code: string): string =>
  String((Number(code) + 1) % 1_000_000).padStart(6, "0")

/** As after so many minutes, for the lock and for the day on which the order expires. */
export const letPass = (orderId: string, minutes: number): Promise<void> =>
  execute(
    `update pickup_order
        set locked_until = locked_until - interval '${minutes} minutes',
            expires_at = expires_at - interval '${minutes} minutes'
      where order_id = '${orderId}'`,
  )

/** New goods at a point, and an order of some of them that waits there. */
export async function readyGoods(at: Point, option: string, stocked = 5, quantity = 2) {
  const { item, variant } = await newGoods(stocked, at.location)
  return { item, variant, order: await ready(variant, quantity, option, at) }
}

const feed = z.object({
  notifications: z.array(
    z.object({
      resource_id: z.string().nullish(),
      to: z.string(),
      data: z.object({ title: z.string(), description: z.string() }),
    }),
  ),
})

/** What was told about an order besides that it was placed. */
export const toldOf = async ({ id }: Fetched) =>
  (
    await admin("/admin/notifications?channel=feed&limit=100&order=-created_at", feed)
  ).notifications
    .filter(({ resource_id, data }) => resource_id === id && !/mới/.test(data.title))
    .map(({ to, data }) => ({ to, ...data }))

export const statusAt = async (at: Point, { id }: Fetched) =>
  (await pickupOf(id, at.location))?.status
