import { addressUnitsResponse } from "@ocop/backend/contracts/place"
import { beforeAll, describe, expect, it } from "vitest"
import { store } from "../support/backend"
import { fieldState, formWith } from "../support/forms"
import {
  addToCart,
  CART,
  cartForm,
  cartQuantities,
  CHECKOUT,
  checkoutForm,
  newBuyer,
  type Buyer,
} from "../support/shop"
import { goods, ordersOf, type Goods } from "../support/stock"
import { Visitor } from "../support/visitor"

describe("a quantity that is none", () => {
  const bad = ["0", "-1", "1.5", "1e9", "3abc", "", "١", "1,5", " ", "NaN", "100", "0x1"]
  const visitor = new Visitor()
  let item: Goods
  beforeAll(async () => {
    item = await goods(4)
    await addToCart(visitor, item.handle, 2)
  })

  it.each(bad)(
    "%j in the cart: 422, the field named, the cart as it was",
    async (value) => {
      const form = formWith(await visitor.get(CART), "quantity", CART, /cập nhật/i)
      const page = await visitor.post(form.action, { ...form.fields, quantity: value })
      expect(page.status).toBe(422)
      const state = fieldState(page, "quantity")
      expect(state.invalid).toBe(true)
      expect(state.message).toMatch(/Số lượng/)
      expect(await cartQuantities(visitor)).toEqual([2])
    },
  )

  it.each(bad)("%j on the product page: 422, the cart as it was", async (value) => {
    const page = await addToCart(visitor, item.handle, value)
    expect(page.status).toBe(422)
    expect(page.$("main").text()).toMatch(/Số lượng/)
    expect(await cartQuantities(visitor)).toEqual([2])
  })

  it("an unknown variant is refused, not a server error", async () => {
    const form = await cartForm(visitor, item.handle)
    const fields = { ...form.fields }
    for (const [name, value] of Object.entries(fields))
      if (value === item.variantId) fields[name] = "variant_khong_co"
    const page = await visitor.post(form.action, { ...fields, quantity: "1" })
    expect([404, 409, 422]).toContain(page.status)
    expect(await cartQuantities(visitor)).toEqual([2])
  })
})

describe("checkout refuses what cannot be delivered and keeps what was typed", () => {
  const visitor = new Visitor()
  let buyer: Buyer
  beforeAll(async () => {
    buyer = await newBuyer()
    await addToCart(visitor, (await goods(5)).handle, 1)
  })
  const send = async (entries: Record<string, string>) => {
    const form = await checkoutForm(visitor, buyer)
    return visitor.post(form.action, { ...form.fields, ...entries })
  }

  it.each(["123", "0123456789", "abc", "+1 202 555 0100", "09051234567", "0905 12", ""])(
    "phone %j",
    async (phone) => {
      const page = await send({ phone })
      expect(page.status).toBe(422)
      const state = fieldState(page, "phone")
      expect(state).toMatchObject({ invalid: true, value: phone })
      expect(state.message).toMatch(/số điện thoại/i)
      expect(page.$('[name="name"]').val()).toBe(buyer.name)
      expect(page.$('[name="address"]').val()).toBe(buyer.address)
      expect(await ordersOf(buyer.phone)).toEqual([])
    },
  )

  it.each(["name", "address", "commune", "province"])("no %s", async (name) => {
    const page = await send({ [name]: "" })
    expect(page.status).toBe(422)
    expect(fieldState(page, name).invalid).toBe(true)
    expect(fieldState(page, name).message).toMatch(/Hãy/)
  })

  it("a commune of another province", async () => {
    const { units } = await store(
      "/store/address-units?province=01",
      addressUnitsResponse,
    )
    const page = await send({ commune: units[0]?.code ?? "" })
    expect(page.status).toBe(422)
    expect(fieldState(page, "commune").invalid).toBe(true)
    expect(await ordersOf(buyer.phone)).toEqual([])
  })

  it("an endless name", async () => {
    const page = await send({ name: "a".repeat(5_000) })
    expect(page.status).toBe(422)
    expect(fieldState(page, "name").invalid).toBe(true)
  })

  it("a name with markup is shown as text", async () => {
    const page = await send({ name: "<img src=x onerror=alert(1)>", phone: "1" })
    expect(page.body).not.toContain("<img src=x")
  })

  it("without a cart there is nothing to pay", async () => {
    const page = await new Visitor().get(CHECKOUT)
    expect([200, 302, 303]).toContain(page.status)
    if (page.location !== null) expect(page.location).toMatch(/^\/gio-hang/)
  })
})
