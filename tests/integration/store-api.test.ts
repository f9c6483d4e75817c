import { describe, expect, it } from "vitest"
import { z } from "zod"
import { store, storeRaw } from "../support/backend"
import { goods } from "../support/stock"

const cartAnswer = z.object({
  cart: z.object({
    id: z.string(),
    sales_channel_id: z.string().optional(),
    items: z.array(z.object({ unit_price: z.number(), quantity: z.number() })),
  }),
})
const newCart = async () =>
  (await store("/store/carts", cartAnswer, { method: "POST", body: {} })).cart
const cartNow = async (id: string) => (await store(`/store/carts/${id}`, cartAnswer)).cart

describe("a cart over the store API", () => {
  it.each([0, -1, 1.5, 0.1, 1e9, "3"])(
    "quantity %j is refused and changes nothing",
    async (quantity) => {
      const { variantId } = await goods(4)
      const { id } = await newCart()
      const answer = await storeRaw(`/store/carts/${id}/line-items`, {
        method: "POST",
        body: { variant_id: variantId, quantity },
      })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect((await cartNow(id)).items).toEqual([])
    },
  )

  it("takes neither a sales channel nor a price from the shopper", async () => {
    const { variantId } = await goods(6)
    const cart = await newCart()
    const path = `/store/carts/${cart.id}`
    await storeRaw(path, { method: "POST", body: { sales_channel_id: "sc_other" } })
    await storeRaw(`${path}/line-items`, {
      method: "POST",
      body: { variant_id: variantId, quantity: 1, unit_price: 1 },
    })
    await storeRaw(`${path}/line-items`, {
      method: "POST",
      body: { variant_id: variantId, quantity: 1 },
    })
    const after = await cartNow(cart.id)
    expect(after.items).not.toEqual([])
    for (const line of after.items) expect(line.unit_price).toBeGreaterThan(1)
    expect(after.sales_channel_id).toBe(cart.sales_channel_id)
  })
})
