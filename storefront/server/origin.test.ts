import { describe, expect, it } from "vitest"
import { isOwnOrigin } from "./origin"

const STORE = "https://ocop.example.vn"
const facts = (given: Partial<Parameters<typeof isOwnOrigin>[0]>) => ({
  origin: undefined,
  fetchSite: undefined,
  host: "ocop.example.vn",
  ...given,
})

describe("isOwnOrigin", () => {
  it.each([
    ["the public origin", { origin: STORE }],
    [
      "the public origin behind a proxy that rewrites Host",
      { origin: STORE, host: "10.0.0.3:3000" },
    ],
    [
      "the host it was asked under, whatever the scheme",
      { origin: "http://ocop.example.vn" },
    ],
    ["a local port", { origin: "http://127.0.0.1:3104", host: "127.0.0.1:3104" }],
    ["a Host in capitals", { origin: "http://shop.test", host: "SHOP.test" }],
    ["no Origin, but the browser says same-origin", { fetchSite: "same-origin" }],
  ])("accepts %s", (_name, given) => {
    expect(isOwnOrigin(facts(given), STORE)).toBe(true)
  })

  it.each([
    ["another site", { origin: "https://evil.example" }],
    [
      "a site whose name begins alike",
      { origin: "https://ocop.example.vn.evil.example" },
    ],
    ["another port", { origin: "https://ocop.example.vn:8443" }],
    ["an opaque origin", { origin: "null", fetchSite: "same-origin" }],
    ["no origin at all", {}],
    ["same site, but another origin", { fetchSite: "same-site" }],
    ["an address bar navigation", { fetchSite: "none" }],
    ["another scheme", { origin: "file://ocop.example.vn" }],
    ["nonsense", { origin: "ocop.example.vn" }],
    ["no host to compare with", { origin: "http://shop.test", host: undefined }],
  ])("refuses %s", (_name, given) => {
    expect(isOwnOrigin(facts(given), STORE)).toBe(false)
  })
})
