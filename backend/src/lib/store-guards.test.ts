/** What a client of the store API is refused before the framework sees it. */
import { describe, expect, it, vi } from "vitest"

process.env = {
  ...process.env,
  DATABASE_URL: "postgres://localhost/test",
  MEILISEARCH_HOST: "http://localhost",
  MEILISEARCH_API_KEY: "k",
  JWT_SECRET: "a".repeat(32),
  COOKIE_SECRET: "b".repeat(32),
  STOREFRONT_SECRET: "c".repeat(32),
  STORE_URL: "http://localhost",
  MEDIA_DIR: "/tmp",
}
const { guardCart } = await import("./cart-guards")
const { networkOf } = await import("./client-ip")
const { hiddenFields } = await import("./hidden-fields")
const { noNul } = await import("./no-nul")
const { noTransfers } = await import("./own-order")
const { pagingLimits } = await import("./paging-limits")

type Guard = typeof pagingLimits
type Asked = Parameters<Guard>[0]

/** Whether a guard lets a request through. */
function passes(guard: Guard, request: Record<string, unknown>): boolean {
  const next = vi.fn()
  try {
    guard(
      {
        method: "GET",
        query: {},
        headers: {},
        baseUrl: "",
        ...request,
      } as never as Asked,
      {} as never,
      next,
    )
  } catch {
    return false
  }
  return next.mock.calls.length === 1
}

describe("guardCart", () => {
  const post = (path: string, body: unknown) =>
    passes(guardCart, { method: "POST", path, body })

  it.each(["/store/carts", "/STORE/Carts", "/store/CARTS/"])(
    "knows the path however it is written: %s",
    (carts) => {
      const cart = `${carts.replace(/\/$/, "")}/cart_1`
      expect(post(carts, { metadata: {} })).toBe(false)
      expect(post(carts, { items: [{ quantity: 1, metadata: { a: 1 } }] })).toBe(false)
      expect(post(carts, { region_id: "r", items: [{ quantity: 1 }] })).toBe(true)
      expect(post(cart, { sales_channel_id: "sc_counter" })).toBe(false)
      expect(post(`${cart}/line-items`, { quantity: 1.5 })).toBe(false)
      expect(post(`${cart}/LINE-items/cali_1`, { quantity: 1e9 })).toBe(false)
      expect(post(`${cart}/line-items`, { quantity: 2 })).toBe(true)
    },
  )
})

describe("pagingLimits", () => {
  it.each([{}, { limit: "100" }, { limit: "1", offset: "10000" }, { limit: "0" }])(
    "lets %j through",
    (query) => expect(passes(pagingLimits, { query })).toBe(true),
  )

  it.each([
    { limit: "101" },
    { limit: "100000abc" },
    { limit: "101," },
    { limit: "1e5" },
    { limit: "-1" },
    { limit: ["1", "100000"] },
    { offset: "10001" },
  ])("refuses %j", (query) => expect(passes(pagingLimits, { query })).toBe(false))
})

describe("hiddenFields", () => {
  it.each([
    "*variants.inventory_items.inventory.location_levels",
    "id,+variants.inventory_items.inventory_item_id",
    "+variants.inventory.stocked_quantity",
    "*items.variant.inventory",
    "items.variant.inventory.reservation_items.quantity",
    "id,*variants.prices",
    "variants.price_set.prices.amount",
    ["id", "*Variants.Prices"],
  ])("refuses %j", (fields) =>
    expect(passes(hiddenFields, { query: { fields } })).toBe(false),
  )

  it.each([
    undefined,
    "handle,+metadata",
    "*variants.calculated_price,+variants.inventory_quantity",
    "variants.manage_inventory",
  ])("lets %j through", (fields) =>
    expect(passes(hiddenFields, { query: { fields } })).toBe(true),
  )
})

describe("noNul", () => {
  const asked = (originalUrl: string, body?: unknown) =>
    passes(noNul, { originalUrl, body })

  it("refuses a NUL in the address and in the body", () => {
    expect(asked("/store/producers/%00")).toBe(false)
    expect(asked("/store/carts/c", { shipping_address: { first_name: "a\0b" } })).toBe(
      false,
    )
    expect(asked("/store/carts/c", { shipping_address: { first_name: "ab" } })).toBe(true)
    expect(asked("/store/producers")).toBe(true)
  })
})

describe("noTransfers", () => {
  it("answers as if there were no such order", () => {
    expect(noTransfers).toThrow(/Không tìm thấy đơn hàng/)
  })
})

describe("networkOf", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["2001:db8:0:0:ffff::9", "2001:db8:0:0"],
    ["2001:0DB8:0:1::1", "2001:db8:0:1"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["unknown", "unknown"],
  ])("%s → %s", (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
