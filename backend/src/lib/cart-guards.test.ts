import { describe, expect, it } from "vitest"
import { type z } from "@medusajs/framework/zod"

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
const { lineBody, newCartBody } = await import("./cart-guards")
const messages = (schema: z.ZodType, body: unknown) =>
  schema.safeParse(body).error?.issues.map((issue) => issue.path.join("."))

describe("quantities in the store API", () => {
  it.each([0, -1, 1.5, 0.1, 1e9, 100, "3", "3abc", null, undefined, Number.NaN])(
    "refuses %s and names the field",
    (quantity) => {
      expect(messages(lineBody, { variant_id: "v", quantity })).toEqual(["quantity"])
    },
  )

  it.each([1, 2, 99])("accepts %s", (quantity) => {
    expect(messages(lineBody, { quantity })).toBeUndefined()
  })

  it("looks into the lines of a new cart", () => {
    expect(
      messages(newCartBody, { items: [{ quantity: 1 }, { quantity: 1.5 }] }),
    ).toEqual(["items.1.quantity"])
    expect(messages(newCartBody, {})).toBeUndefined()
  })
})
