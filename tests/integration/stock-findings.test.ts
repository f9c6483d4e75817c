/**
 * What the framework's own inventory gets wrong (medusa#16502, #16488, #16825, #12132 and two
 * without a number), told over HTTP.
 */
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { admin, adminRaw } from "../support/backend"
import {
  buy,
  completeAtOnce,
  ofKind,
  readyCart,
  readyCarts,
  reasons,
} from "../support/contest"
import { ordersWith } from "../support/database"
import { newGoods, newItem, newVariants, point } from "../support/own-goods"
import { sized } from "../support/sizes"
import { reservationsOf, reserve, setStocked, shelf } from "../support/stock"

const post = (path: string, body: unknown) => adminRaw(path, { method: "POST", body })
/** Many orders one after the other. */
const WITHIN_MS = sized(120_000, 900_000)
const refusal = z.object({ code: z.string(), message: z.string() })

describe("two lines of one item in one order (medusa#16502)", () => {
  it.each([
    ["two variants of the same goods", { first: 1, second: 1 }, 3, 3],
    ["a single piece beside a basket of three", { first: 1, second: 3 }, 3, 1],
  ])("%s: what they take together must be there", async (_, takes, first, second) => {
    const location = await point(0)
    const item = await newItem({ location, stocked: 6 })
    const [single = "", basket = ""] = await newVariants(
      { [item]: takes.first },
      { [item]: takes.second },
    )
    const cart = await readyCart([
      { variant: single, quantity: first },
      { variant: basket, quantity: second },
    ])
    await setStocked(item, location, 5)
    const [answer] = await completeAtOnce([cart])
    expect(answer).toMatchObject({ kind: "refused", code: "insufficient_inventory" })
    expect(await shelf(item, location)).toEqual({ stocked: 5, reserved: 0 })
    expect(await ordersWith(single)).toBe(0)
    await setStocked(item, location, 6)
    const [again] = await completeAtOnce([cart])
    expect(again?.kind).toBe("order")
    expect(await shelf(item, location)).toEqual({ stocked: 6, reserved: 6 })
  })
})

describe("moving a reservation (medusa#16488)", () => {
  const move = (id: string, body: unknown) => post(`/admin/reservations/${id}`, body)

  it("to a point without enough is refused; the old point keeps it", async () => {
    const [here, there] = [await point(0), await point(1)]
    const item = await newItem(
      { location: here, stocked: 5 },
      { location: there, stocked: 4 },
    )
    const { id } = await reserve(item, here, 5)
    const answer = await move(id, { location_id: there })
    expect(answer.status).toBe(409)
    expect(refusal.parse(await answer.json()).code).toBe("insufficient_inventory")
    expect(await shelf(item, here)).toEqual({ stocked: 5, reserved: 5 })
    expect(await shelf(item, there)).toEqual({ stocked: 4, reserved: 0 })
    expect(await reservationsOf(item)).toEqual([
      expect.objectContaining({ id, location_id: here, quantity: 5 }),
    ])
  })

  it("to a point with enough frees the old point", async () => {
    const [here, there] = [await point(0), await point(1)]
    const item = await newItem(
      { location: here, stocked: 5 },
      { location: there, stocked: 5 },
    )
    const { id } = await reserve(item, here, 5)
    expect((await move(id, { location_id: there })).status).toBe(200)
    expect(await shelf(item, here)).toEqual({ stocked: 5, reserved: 0 })
    expect(await shelf(item, there)).toEqual({ stocked: 5, reserved: 5 })
  })

  it("and growing at once is one decision", async () => {
    const [here, there] = [await point(0), await point(1)]
    const item = await newItem(
      { location: here, stocked: 9 },
      { location: there, stocked: 5 },
    )
    const { id } = await reserve(item, here, 5)
    expect((await move(id, { location_id: there, quantity: 6 })).status).toBe(409)
    expect(await shelf(item, here)).toEqual({ stocked: 9, reserved: 5 })
    expect((await move(id, { location_id: there, quantity: 3 })).status).toBe(200)
    expect(await shelf(item, here)).toEqual({ stocked: 9, reserved: 0 })
    expect(await shelf(item, there)).toEqual({ stocked: 5, reserved: 3 })
  })
})

describe("below zero", () => {
  it("on hand is not cut below what is reserved", async () => {
    const { item, variant, location } = await newGoods(5)
    expect((await buy([{ variant, quantity: 3 }])).kind).toBe("order")
    const answer = await post(
      `/admin/inventory-items/${item}/location-levels/${location}`,
      { stocked_quantity: 2 },
    )
    expect(answer.status).toBe(409)
    expect(refusal.parse(await answer.json()).code).toBe("stock_reserved")
    expect(await shelf(item, location)).toEqual({ stocked: 5, reserved: 3 })
    await setStocked(item, location, 3)
    expect(await shelf(item, location)).toEqual({ stocked: 3, reserved: 3 })
  })

  it("goods are not handed over at a point that has not enough of them", async () => {
    const [here, there] = [await point(0), await point(1)]
    const item = await newItem({ location: here, stocked: 5 })
    const [variant = ""] = await newVariants({ [item]: 1 })
    const { orderId } = await buy([{ variant, quantity: 3 }])
    await post(`/admin/inventory-items/${item}/location-levels`, {
      location_id: there,
      stocked_quantity: 2,
    })
    const { order } = await admin(
      `/admin/orders/${orderId}?fields=items.id`,
      z.object({ order: z.object({ items: z.array(z.object({ id: z.string() })) }) }),
    )
    const answer = await post(`/admin/orders/${orderId}/fulfillments`, {
      location_id: there,
      items: order.items.map(({ id }) => ({ id, quantity: 3 })),
    })
    expect(answer.status).toBe(409)
    expect(refusal.parse(await answer.json()).code).toBe("insufficient_inventory")
    expect(await shelf(item, here)).toEqual({ stocked: 5, reserved: 3 })
    expect(await shelf(item, there)).toEqual({ stocked: 2, reserved: 0 })
  })
})

describe("the same two products in opposite order", { timeout: WITHIN_MS }, () => {
  /** What makes the framework's own lock be taken crosswise: some want only one of the two. */
  const PAIRS_AT_ONCE = 5
  const SINGLE_AT_ONCE = 2

  it("no buyer waits for ever for a lock that another one holds", async () => {
    const rounds = sized(2, 20)
    const each = rounds * (2 * PAIRS_AT_ONCE + SINGLE_AT_ONCE)
    const [tea, honey] = [await newGoods(each + 1), await newGoods(each + 1)]
    const basket = (...goods: { variant: string }[]) =>
      goods.map(({ variant }) => ({ variant, quantity: 1 }))
    const times = (count: number, ...goods: { variant: string }[]) =>
      Array.from({ length: count }, () => basket(...goods))
    for (let round = 0; round < rounds; round += 1) {
      const carts = await readyCarts([
        ...times(SINGLE_AT_ONCE, tea),
        ...times(SINGLE_AT_ONCE, honey),
        ...times(PAIRS_AT_ONCE, tea, honey),
        ...times(PAIRS_AT_ONCE, honey, tea),
      ])
      const answers = await completeAtOnce(carts)
      expect(reasons(answers)).toEqual({ "200": carts.length })
    }
    expect((await buy(basket(tea, honey))).kind).toBe("order")
    for (const { item, location } of [tea, honey])
      expect(await shelf(item, location)).toEqual({
        stocked: each + 1,
        reserved: each + 1,
      })
  })
})

describe("two carts for the last piece (medusa#16825)", { timeout: WITHIN_MS }, () => {
  it("one order, one clear refusal, nothing left over of the other", async () => {
    const rounds = sized(5, 50)
    for (let round = 0; round < rounds; round += 1) {
      const { item, variant, location } = await newGoods(1)
      const carts = await readyCarts([
        [{ variant, quantity: 1 }],
        [{ variant, quantity: 1 }],
      ])
      const answers = await completeAtOnce(carts)
      expect(reasons(answers)).toEqual({ "200": 1, "409 insufficient_inventory": 1 })
      expect(await ordersWith(variant)).toBe(1)
      expect(await reservationsOf(item)).toHaveLength(1)
      expect(await shelf(item, location)).toEqual({ stocked: 1, reserved: 1 })
    }
  })
})

describe(
  "the stock is edited while buyers check out (medusa#12132)",
  { timeout: WITHIN_MS },
  () => {
    it("every answer is kept: reserved is what was ordered, and never more than on hand", async () => {
      const buyers = sized(12, 60)
      const { item, variant, location } = await newGoods(buyers)
      const carts = await readyCarts(
        Array.from({ length: buyers }, () => [{ variant, quantity: 1 }]),
      )
      const path = `/admin/inventory-items/${item}/location-levels/${location}`
      const statuses = new Set<number>()
      const seen: Awaited<ReturnType<typeof shelf>>[] = []
      let isOver = false
      const edit = async (stocked_quantity: number): Promise<void> => {
        statuses.add((await post(path, { stocked_quantity })).status)
        seen.push(await shelf(item, location))
        if (!isOver) return edit(stocked_quantity)
      }
      const [answers] = await Promise.all([
        completeAtOnce(carts).finally(() => (isOver = true)),
        edit(Math.ceil(buyers / 3)),
        edit(buyers),
      ])
      expect(ofKind(answers, "error")).toEqual([])
      const ordered = ofKind(answers, "order").length
      expect(answers.length - ofKind(answers, "refused").length).toBe(ordered)
      expect([200, 409]).toEqual(expect.arrayContaining([...statuses]))
      expect(seen.filter(({ stocked, reserved }) => reserved > stocked)).toEqual([])
      const now = await shelf(item, location)
      expect(now.reserved).toBe(ordered)
      const held = (await reservationsOf(item)).map(({ quantity }) => quantity)
      expect(held.reduce((sum, quantity) => sum + quantity, 0)).toBe(ordered)
    })
  },
)
