import { describe, expect, it } from "vitest"
import { clickOf, searchOf, type Visit } from "./search-visits"

const STORE = "https://shop.test"
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"

const visit = (address: string, headers: Visit["headers"] = {}, method = "GET") => ({
  method,
  address,
  headers: { host: "shop.test", "user-agent": CHROME, ...headers },
})
const searched = (...of: Parameters<typeof visit>) => searchOf(visit(...of), STORE)
const clicked = (...of: Parameters<typeof visit>) => clickOf(visit(...of), STORE)

describe("a search", () => {
  it.each([
    ["typed into the shop", { referer: `${STORE}/`, "sec-fetch-site": "same-origin" }],
    ["reloaded, or typed into the address bar", { "sec-fetch-site": "none" }],
    ["by a browser that tells nothing", {}],
    ["after another one", { referer: `${STORE}/san-pham?q=tra` }],
    [
      "behind a proxy that ends TLS",
      { referer: "http://shop.test/", "x-forwarded-proto": "https" },
    ],
  ])("%s", (_, headers) => {
    expect(searched("/san-pham?q=N%C6%B0%E1%BB%9Bc+m%E1%BA%AFm", headers)).toBe(
      "nước mắm",
    )
  })

  it("is one as data for the router as well, and with parameters that mean nothing", () => {
    expect(searched("/san-pham.data?q=tra&_routes=routes%2Fcatalog%2Flist")).toBe("tra")
    expect(searched("/san-pham?q=tra&sao=&sap-xep=phu-hop&trang=1&utm_source=x")).toBe(
      "tra",
    )
  })

  it.each([
    ["another page", "/chu-the?q=tra", {}],
    ["what is typed letter by letter", "/api/suggest?q=tra", {}],
    ["the API", "/api/search?q=tra", {}],
    ["no words", "/san-pham?q=+", {}],
    ["a phone number", "/san-pham?q=0905+123+456", {}],
    ["a filter", "/san-pham?q=tra&sao=5", {}],
    ["an order", "/san-pham?q=tra&sap-xep=moi", {}],
    ["a further page", "/san-pham?q=tra&trang=2", {}],
    [
      "the way back from a product",
      "/san-pham.data?q=tra",
      { referer: `${STORE}/san-pham?q=tr%C3%A0` },
    ],
    [
      "a filter taken off",
      "/san-pham?q=tra",
      { referer: `${STORE}/san-pham?q=tra&sao=5` },
    ],
    ["a link of another site", "/san-pham?q=tra", { referer: "https://other.test/" }],
    ["a link of the admin", "/san-pham?q=tra", { "sec-fetch-site": "same-site" }],
    [
      "a link of another site that says nothing else",
      "/san-pham?q=tra",
      { "sec-fetch-site": "cross-site" },
    ],
    [
      "a page fetched in advance",
      "/san-pham?q=tra",
      { "sec-purpose": "prefetch;prerender" },
    ],
    ["the same of older browsers", "/san-pham?q=tra", { purpose: "prefetch" }],
    ["a robot", "/san-pham?q=tra", { "user-agent": "Googlebot/2.1" }],
    ["a program", "/san-pham?q=tra", { "user-agent": "curl/8.5.0" }],
    ["a program without a name", "/san-pham?q=tra", { "user-agent": undefined }],
  ])("is not: %s", (_, address, headers) => {
    expect(searched(address, headers)).toBeNull()
  })

  it("is not: HEAD", () => {
    expect(searched("/san-pham?q=tra", {}, "HEAD")).toBeNull()
  })
})

describe("a click", () => {
  const results = { referer: `${STORE}/san-pham?q=Tr%C3%A0&sao=5&trang=2` }

  it.each([
    "/san-pham/tra-sen",
    "/san-pham/tra-sen.data?_routes=x",
    "/san-pham/tra?goi=2",
  ])("is a product opened from a page of results: %s", (address) => {
    expect(clicked(address, results)).toBe("trà")
  })

  it.each([
    ["without words", { referer: `${STORE}/san-pham?sao=5` }],
    ["from another page", { referer: `${STORE}/chu-the?q=tra` }],
    ["from nowhere", {}],
    ["from a page that is none", { referer: "san-pham?q=tra" }],
    ["from another origin", { referer: "https://other.test/san-pham?q=tra" }],
    ["from another port", { referer: "https://shop.test:8443/san-pham?q=tra" }],
    [
      "from a page that says it is elsewhere",
      { ...results, "sec-fetch-site": "cross-site" },
    ],
    ["with a phone number", { referer: `${STORE}/san-pham?q=0905123456` }],
    ["in advance", { ...results, "sec-purpose": "prefetch" }],
    ["by a robot", { ...results, "user-agent": "bingbot/2.0" }],
  ])("is not: a product opened %s", (_, headers) => {
    expect(clicked("/san-pham/tra-sen", headers)).toBeNull()
  })

  it.each(["/san-pham", "/san-pham?q=tra", "/san-pham.data?q=tra", "/chu-the/tra-sen"])(
    "is not: %s",
    (address) => {
      expect(clicked(address, results)).toBeNull()
    },
  )
})
