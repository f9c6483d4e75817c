import { parseOrderCode } from "@ocop/backend/contracts/order-code"
import { orderLookupResponse } from "@ocop/backend/contracts/order-lookup"
import { beforeAll, describe, expect, it } from "vitest"
import { store, storeRaw } from "../support/backend"
import { hitOf } from "../support/search"
import {
  addToCart,
  cartQuantities,
  checkoutForm,
  codeOn,
  lookUp,
  newBuyer,
  placeOrder,
  type Buyer,
} from "../support/shop"
import {
  available,
  goods,
  levels,
  ordersOf,
  setStocked,
  type Goods,
} from "../support/stock"
import { Visitor } from "../support/visitor"

const within = { timeout: 5_000, interval: 100 }

describe("an order of a guest", () => {
  let item: Goods
  let code: string
  let before: number
  let buyer: Buyer
  const visitor = new Visitor()

  beforeAll(async () => {
    item = await goods(0)
    buyer = await newBuyer()
    before = await available(item.itemId)
    await addToCart(visitor, item.handle, 3)
    code = await placeOrder(visitor, buyer)
  })

  it("has a code with a check digit", () =>
    expect(parseOrderCode(code)).toBeGreaterThan(0))

  it("takes exactly what was bought out of the stock", async () =>
    expect(await available(item.itemId)).toBe(before - 3))

  it("stands in the admin with its line, its total in đồng and its phone", async () => {
    const [order, ...others] = await ordersOf(buyer.phone)
    expect(others).toEqual([])
    expect(order?.display_id).toBe(parseOrderCode(code))
    expect(order?.currency_code).toBe("vnd")
    expect(Number.isInteger(order?.total)).toBe(true)
    expect(order?.items).toEqual([
      expect.objectContaining({ variant_id: item.variantId, quantity: 3 }),
    ])
  })

  it("empties the cart", async () => expect(await cartQuantities(visitor)).toEqual([]))

  it("is found by code and phone, however the phone is written", async () => {
    const spoken = `+84 ${buyer.phone.slice(1, 4)}-${buyer.phone.slice(4)}`
    for (const phone of [buyer.phone, spoken]) {
      const page = await lookUp(new Visitor(), code.toLowerCase(), phone)
      expect(page.status).toBe(200)
      expect(page.$("main").text()).toContain(code)
      expect(page.$("main").text()).toContain(item.title)
    }
  })

  it("shows neither the whole phone nor the street to who looks it up", async () => {
    const { order } = await store("/store/orders/lookup", orderLookupResponse, {
      method: "POST",
      body: { code, phone: buyer.phone },
    })
    expect(order.items).toEqual([expect.objectContaining({ quantity: 3 })])
    expect(order.total).toBe(
      order.item_total + order.shipping_total - order.discount_total,
    )
    const text = JSON.stringify(order)
    expect(text).not.toContain(buyer.phone)
    expect(text).not.toContain(buyer.address)
  })

  it("is not public under its id", async () => {
    const [order] = await ordersOf(buyer.phone)
    const answer = await storeRaw(`/store/orders/${order?.id}`)
    expect([401, 403, 404]).toContain(answer.status)
    expect(await answer.text()).not.toContain(buyer.phone)
    const list = await storeRaw("/store/orders")
    expect([401, 403, 404]).toContain(list.status)
  })
})

describe("the last units", () => {
  it("search knows within 5 s that a product is sold out, and that it is back", async () => {
    const item = await goods(1)
    const places = await levels(item.itemId)
    const [shelf] = places
    if (!shelf) throw new Error(`${item.handle} has no stock location`)
    const inStock = async () => (await hitOf(item.title, item.handle))?.inStock
    try {
      for (const place of places)
        await setStocked(
          item.itemId,
          place.location_id,
          place.reserved_quantity + (place === shelf ? 2 : 0),
        )
      expect(await available(item.itemId)).toBe(2)
      const visitor = new Visitor()
      await addToCart(visitor, item.handle, 2)
      await placeOrder(visitor, await newBuyer())
      await expect.poll(inStock, within).toBe(false)
      const page = async () =>
        (await new Visitor().get(`/san-pham/${item.handle}`)).$("main")
      await expect.poll(async () => (await page()).text(), within).toMatch(/hết hàng/i)
    } finally {
      for (const { location_id, stocked_quantity } of places)
        await setStocked(item.itemId, location_id, stocked_quantity + 2)
    }
    await expect.poll(inStock, within).toBe(true)
  })

  it("more than there is cannot be ordered, and the page says so", async () => {
    const item = await goods(2)
    const places = await levels(item.itemId)
    const visitor = new Visitor()
    const buyer = await newBuyer()
    await addToCart(visitor, item.handle, 5)
    const form = await checkoutForm(visitor, buyer)
    try {
      for (const place of places)
        await setStocked(item.itemId, place.location_id, place.reserved_quantity)
      const page = await visitor.submit(form.action, form.fields)
      expect(page.status).toBeLessThan(500)
      expect(page.$("main").text()).toMatch(/hết hàng|không còn đủ hàng/i)
      expect(await ordersOf(buyer.phone)).toEqual([])
      expect(await available(item.itemId)).toBe(0)
    } finally {
      for (const { location_id, stocked_quantity } of places)
        await setStocked(item.itemId, location_id, stocked_quantity)
    }
  })
})

describe("one press too many", () => {
  it("five orders sent at once from one cart are one order", async () => {
    const item = await goods(3)
    const before = await available(item.itemId)
    const visitor = new Visitor()
    const buyer = await newBuyer()
    await addToCart(visitor, item.handle, 1)
    const { action, fields } = await checkoutForm(visitor, buyer)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => visitor.post(action, fields)),
    )
    for (const answer of answers) expect(answer.status).toBeLessThan(500)
    const late = await visitor.post(action, fields)
    expect(late.status).toBeLessThan(500)
    const orders = await ordersOf(buyer.phone)
    expect(orders).toHaveLength(1)
    expect(await available(item.itemId)).toBe(before - 1)
    const placed = await visitor.get("/don-hang/da-dat")
    expect(parseOrderCode(codeOn(placed))).toBe(orders[0]?.display_id)
  })

  it("an order that is placed is shown only to who placed it", async () => {
    const page = await new Visitor().get("/don-hang/da-dat")
    expect(page.location).toBe("/don-hang/tra-cuu")
  })
})
