import { describe, expect, it } from "vitest"
import { readEnv } from "./env.server"

const complete = {
  NODE_ENV: "production",
  BACKEND_URL: "http://127.0.0.1:9000",
  MEILISEARCH_HOST: "http://127.0.0.1:7700",
  STOREFRONT_SECRET: "s".repeat(32),
  SESSION_SECRET: "t".repeat(32),
  STORE_URL: "https://ocop.example.vn/",
  MEDIA_DIR: "/srv/media",
}

describe("readEnv", () => {
  it("reads a complete environment and normalises origins", () => {
    expect(readEnv(complete)).toMatchObject({
      PORT: 3000,
      STORE_URL: "https://ocop.example.vn",
    })
  })

  it.each(["STOREFRONT_SECRET", "SESSION_SECRET", "STORE_URL", "BACKEND_URL"])(
    "names %s when it is missing",
    (name) => {
      expect(() => readEnv({ ...complete, [name]: undefined })).toThrow(name)
    },
  )

  it("takes no short secret", () => {
    expect(() => readEnv({ ...complete, SESSION_SECRET: "supersecret" })).toThrow(
      "SESSION_SECRET",
    )
  })

  it("takes no address of another kind for the shop's own", () => {
    expect(() => readEnv({ ...complete, STORE_URL: "javascript:alert(1)" })).toThrow(
      "STORE_URL",
    )
  })
})
