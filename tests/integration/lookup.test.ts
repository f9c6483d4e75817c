import { beforeAll, describe, expect, it } from "vitest"
import { formatOrderCode, parseOrderCode } from "@ocop/backend/contracts/order-code"
import { storeRaw } from "../support/backend"
import { formWith } from "../support/forms"
import { addToCart, LOOKUP, lookUp, newBuyer, placeOrder } from "../support/shop"
import { goods } from "../support/stock"
import { Visitor, type Page } from "../support/visitor"

const STRANGER = "0912345678"
const LIMIT = 20

let code: string
let phone: string
beforeAll(async () => {
  const visitor = new Visitor()
  const buyer = await newBuyer()
  phone = buyer.phone
  await addToCart(visitor, (await goods(8)).handle, 1)
  code = await placeOrder(visitor, buyer)
})

/** A well-formed code of an order that does not exist. */
const unusedCode = () => formatOrderCode((parseOrderCode(code) ?? 0) + 5_000)

/** The page without what belongs to the request: what was typed, the nonce. */
function comparable(page: Page, ...typed: string[]): string {
  const nonce = /nonce-([^']+)'/.exec(page.headers.get("content-security-policy") ?? "")
  return [...typed, nonce?.[1] ?? ""]
    .filter((text) => text !== "")
    .reduce((body, text) => body.replaceAll(text, ""), page.body)
}

describe("looking an order up tells nothing to who does not know it", () => {
  it("a wrong phone answers exactly like a wrong code", async () => {
    const visitor = new Visitor("127.0.0.21")
    const other = unusedCode()
    const wrongPhone = await lookUp(visitor, code, STRANGER)
    const wrongCode = await lookUp(visitor, other, STRANGER)
    const malformed = await lookUp(visitor, "QN1", STRANGER)
    expect(wrongPhone.status).toBe(wrongCode.status)
    expect(comparable(wrongPhone, code, STRANGER)).toBe(
      comparable(wrongCode, other, STRANGER),
    )
    expect(malformed.status).toBe(wrongCode.status)
    expect(wrongPhone.$('[name="phone"]').val()).toBe(STRANGER)
    expect(wrongPhone.$("main").text()).toMatch(/không tìm thấy|không có/i)
  })

  it("byte for byte over the store API, too", async () => {
    const ask = async (body: { code: string; phone: string }) => {
      const answer = await storeRaw("/store/orders/lookup", {
        method: "POST",
        body,
        ip: "127.0.0.22",
      })
      return { status: answer.status, body: await answer.text() }
    }
    const wrongPhone = await ask({ code, phone: STRANGER })
    const wrongCode = await ask({ code: unusedCode(), phone })
    const malformed = await ask({ code: "QN1", phone })
    expect(wrongPhone.status).toBeGreaterThanOrEqual(400)
    expect(wrongCode).toEqual(wrongPhone)
    expect(malformed).toEqual(wrongPhone)
  })
})

describe("20 tries a minute are enough for anyone", () => {
  it("the 21st try is 429 with Retry-After; a neighbour is still answered", async () => {
    const visitor = new Visitor("127.0.0.23")
    const form = formWith(await visitor.get(LOOKUP), "code", LOOKUP)
    const answers: Page[] = []
    for (let attempt = 0; attempt < LIMIT + 5; attempt += 1)
      answers.push(
        await visitor.submit(form.action, {
          ...form.fields,
          code: "QN1",
          phone: STRANGER,
        }),
      )
    const refused = answers.findIndex(({ status }) => status === 429)
    expect(refused).toBeGreaterThan(0)
    expect(refused).toBeLessThanOrEqual(LIMIT)
    const last = answers.at(-1)
    expect(last?.status).toBe(429)
    const wait = Number(last?.headers.get("retry-after"))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect(last?.$("html").attr("lang")).toBe("vi")

    const found = await lookUp(new Visitor("127.0.0.24"), code, phone)
    expect(found.status).toBe(200)
    expect(found.$("main").text()).toContain(code)
  })

  it("who asks the store API itself cannot choose the address that is counted", async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < LIMIT + 5; attempt += 1) {
      const answer = await storeRaw("/store/orders/lookup", {
        method: "POST",
        body: { code: "QN1", phone: STRANGER },
        headers: {
          "x-client-ip": `203.0.113.${attempt}`,
          "x-forwarded-for": `203.0.113.${attempt}`,
        },
        ip: "127.0.0.25",
      })
      statuses.push(answer.status)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})
