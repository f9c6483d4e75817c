/** What a visitor does in the shop, over plain forms. */
import { addressUnitsResponse } from "@ocop/backend/contracts/place"
import { randomInt } from "node:crypto"
import { store } from "./backend"
import { formWith, type Form } from "./forms"
import { type Page, type Visitor } from "./visitor"

export const CART = "/gio-hang"
export const CHECKOUT = "/thanh-toan"
export const LOOKUP = "/don-hang/tra-cuu"

const ORDER_CODE = /QN\d{7,10}/

/** The form on the product page that puts it into the cart. */
export async function cartForm(visitor: Visitor, handle: string): Promise<Form> {
  const path = `/san-pham/${handle}`
  return formWith(await visitor.get(path), "quantity", path)
}

/** Puts a product into the cart and gives the answer to the form itself. */
export async function addToCart(
  visitor: Visitor,
  handle: string,
  quantity: number | string,
): Promise<Page> {
  const form = await cartForm(visitor, handle)
  return visitor.post(form.action, { ...form.fields, quantity: String(quantity) })
}

/** The quantities of the lines of the cart, from the top. */
export async function cartQuantities(visitor: Visitor): Promise<number[]> {
  const { $ } = await visitor.get(CART)
  return $('[name="quantity"]')
    .map((_, field) => Number($(field).val()))
    .get()
}

export type Buyer = {
  name: string
  phone: string
  province: string
  commune: string
  address: string
}

/** A buyer in Đà Nẵng; the phone number is new at every call. */
export async function newBuyer(): Promise<Buyer> {
  const { units } = await store("/store/address-units?province=48", addressUnitsResponse)
  return {
    name: "Người mua thử",
    phone: `090${String(randomInt(10 ** 7)).padStart(7, "0")}`,
    province: "48",
    commune: units[0]?.code ?? "",
    address: "12 đường Thử Nghiệm",
  }
}

/** The checkout form, filled in as far as `entries` go; sending it places the order. */
export async function checkoutForm(
  visitor: Visitor,
  entries: Partial<Buyer>,
): Promise<Form> {
  const page = await visitor.get(CHECKOUT)
  const form = formWith(page, "phone", CHECKOUT, /đặt hàng/i)
  return { ...form, fields: { ...form.fields, ...entries } }
}

/** Buys what is in the cart; gives the order code shown to the buyer. */
export async function placeOrder(visitor: Visitor, buyer: Buyer): Promise<string> {
  const form = await checkoutForm(visitor, buyer)
  const page = await visitor.submit(form.action, form.fields)
  return codeOn(page)
}

export function codeOn(page: Page): string {
  const [code] = ORDER_CODE.exec(page.$("main").text()) ?? []
  if (code === undefined)
    throw new Error(`no order code (status ${page.status}): ${page.$("main").text()}`)
  return code
}

/** Asks for an order without an account. */
export async function lookUp(
  visitor: Visitor,
  code: string,
  phone: string,
): Promise<Page> {
  const form = formWith(await visitor.get(LOOKUP), "code", LOOKUP)
  return visitor.submit(form.action, { ...form.fields, code, phone })
}
