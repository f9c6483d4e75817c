import { describe, expect, it } from "vitest"

const complete = {
  DATABASE_URL: "postgres://localhost/test",
  MEILISEARCH_HOST: "http://localhost:7700",
  MEILISEARCH_API_KEY: "key",
  JWT_SECRET: "a".repeat(32),
  COOKIE_SECRET: "b".repeat(32),
  STOREFRONT_SECRET: "c".repeat(32),
  STORE_URL: "https://ocop.example.vn/",
  MEDIA_DIR: "/srv/media",
}
// The module checks the process's own environment as it loads.
process.env = { ...process.env, ...complete }
const { parseEnvironment } = await import("./env")

describe("parseEnvironment", () => {
  it("accepts what is complete, with its defaults", () => {
    expect(parseEnvironment(complete)).toMatchObject({
      STORE_URL: "https://ocop.example.vn",
      MEDUSA_WORKER_MODE: "shared",
      DISABLE_MEDUSA_ADMIN: false,
      PICKUP_DAYS: 3,
      STOCK_PHOTO_THRESHOLD_VND: 500_000,
    })
    expect(parseEnvironment(complete).REDIS_URL).toBeUndefined()
  })

  it.each(Object.keys(complete))("names %s when it is missing or empty", (name) => {
    expect(() => parseEnvironment({ ...complete, [name]: undefined })).toThrow(name)
    expect(() => parseEnvironment({ ...complete, [name]: "" })).toThrow(name)
  })

  it.each(["JWT_SECRET", "COOKIE_SECRET", "STOREFRONT_SECRET"])(
    "refuses a short or well-known %s",
    (name) => {
      expect(() => parseEnvironment({ ...complete, [name]: "short" })).toThrow(name)
      const known = "supersecret".repeat(3)
      expect(() => parseEnvironment({ ...complete, [name]: known })).toThrow(name)
    },
  )

  it("takes whole days from 1 to 60 for which goods to be fetched are kept", () => {
    expect(parseEnvironment({ ...complete, PICKUP_DAYS: "7" }).PICKUP_DAYS).toBe(7)
    for (const wrong of ["0", "61", "1.5", "ba"])
      expect(() => parseEnvironment({ ...complete, PICKUP_DAYS: wrong })).toThrow(
        "PICKUP_DAYS phải là số ngày từ 1 đến 60",
      )
  })

  it("takes đồng, or nothing, from which damaged goods have to be photographed", () => {
    const threshold = (STOCK_PHOTO_THRESHOLD_VND: string) =>
      parseEnvironment({ ...complete, STOCK_PHOTO_THRESHOLD_VND })
    expect(threshold("0").STOCK_PHOTO_THRESHOLD_VND).toBe(0)
    for (const wrong of ["-1", "0.5", "nhiều"])
      expect(() => threshold(wrong)).toThrow("STOCK_PHOTO_THRESHOLD_VND phải là số đồng")
  })

  it("treats an empty optional variable as not set", () => {
    expect(parseEnvironment({ ...complete, REDIS_URL: "" }).REDIS_URL).toBeUndefined()
    expect(() => parseEnvironment({ ...complete, REDIS_URL: "nonsense" })).toThrow(
      "REDIS_URL",
    )
  })
})
