import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { search } from "../support/search"
import { postgres, reconcile } from "../support/services"
import {
  addToCart,
  cartQuantities,
  checkoutForm,
  newBuyer,
  placeOrder,
  type Buyer,
} from "../support/shop"
import { available, goods, ordersOf, type Goods } from "../support/stock"
import { Visitor, type Page } from "../support/visitor"

const recovery = { timeout: 60_000, interval: 500 }
const browser = new Visitor()

/** The shop has recovered when a stranger can fill a cart again. */
const sells = async (handle: string) => {
  const stranger = new Visitor()
  const answer = await addToCart(stranger, handle, 1)
  return answer.status < 400 && (await cartQuantities(stranger))[0] === 1
}

describe("with the database gone", () => {
  let item: Goods
  beforeAll(async () => {
    item = await goods(11)
    await postgres.kill()
  })
  afterAll(async () => {
    await postgres.start()
    await vi.waitUntil(() => sells(item.handle), recovery)
  })

  it("lists, search and product pages are served from the projection", async () => {
    expect((await search("q=nuoc+mam")).total).toBeGreaterThan(0)
    for (const path of ["/", "/san-pham?sao=4", `/san-pham/${item.handle}`])
      expect((await browser.get(path)).status, path).toBe(200)
  })

  it("what needs it answers 503 in Vietnamese, says when to come back, shows no trace", async () => {
    const page = await addToCart(new Visitor(), item.handle, 1)
    expect(page.status).toBe(503)
    expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(page.$("html").attr("lang")).toBe("vi")
    expect(page.$("h1").text()).toMatch(/gián đoạn/i)
    expect(page.body).not.toMatch(/ECONNREFUSED|knex|postgres|\bat .+\.js:\d+/i)
  })
})

describe("the database is killed while an order is placed", () => {
  /** Milliseconds after sending the order at which the power goes. */
  it.each([0, 40, 120, 300, 600])(
    "%i ms in: a clear page, and afterwards one order or none, never two",
    async (delay) => {
      const item = await goods(12)
      const before = await available(item.itemId)
      const visitor = new Visitor()
      const buyer: Buyer = await newBuyer()
      await addToCart(visitor, item.handle, 1)
      const { action, fields } = await checkoutForm(visitor, buyer)

      const sent = visitor.submit(action, fields)
      await new Promise((resolve) => setTimeout(resolve, delay))
      await postgres.kill()
      const answer: Page = await sent
      await postgres.start()

      expect(answer.$("html").attr("lang")).toBe("vi")
      expect(answer.$("h1").text().trim()).not.toBe("")
      expect(answer.body).not.toMatch(/ECONNREFUSED|knex|\bat .+\.js:\d+/i)

      await expect.poll(() => sells(item.handle), recovery).toBe(true)
      const promised = /\bQN\d{7}/.test(answer.$("main").text())
      const found = await ordersOf(buyer.phone)
      expect(found.length).toBeLessThanOrEqual(1)
      if (promised) expect(found).toHaveLength(1)

      // The visitor presses the button again, as the page invites to, until it is answered.
      await expect
        .poll(async () => (await visitor.submit(action, fields)).status, recovery)
        .toBeLessThan(500)
      expect(await ordersOf(buyer.phone)).toHaveLength(1)
      expect(await available(item.itemId)).toBe(before - 1)
    },
  )

  it("afterwards orders are placed again and every invariant holds", async () => {
    const item = await goods(13)
    const visitor = new Visitor()
    const buyer = await newBuyer()
    await addToCart(visitor, item.handle, 1)
    await placeOrder(visitor, buyer)
    expect(await ordersOf(buyer.phone)).toHaveLength(1)
    await expect(reconcile()).resolves.toBeDefined()
  })
})
