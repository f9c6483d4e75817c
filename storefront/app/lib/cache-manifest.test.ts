import { describe, expect, it } from "vitest"
import { publicAddress } from "./cache-manifest"

const address = (url: string) => {
  const { pathname, searchParams } = new URL(url, "http://shop.test")
  return publicAddress(pathname, searchParams)
}

describe("publicAddress", () => {
  it.each([
    ["/", "/"],
    ["/?utm_source=zalo", "/"],
    [
      "/san-pham?trang=2&q=n%C6%B0%E1%BB%9Bc&x=1",
      "/san-pham?q=n%C6%B0%E1%BB%9Bc&trang=2",
    ],
    ["/san-pham?sao=4&sao=3", "/san-pham?sao=3%2C4"],
    ["/san-pham?sao=3,4&trang=1", "/san-pham?sao=3%2C4"],
    ["/san-pham/mat-ong?goi=variant_1&ref=x", "/san-pham/mat-ong?goi=variant_1"],
    ["/xac-thuc/DEMO-12%2F2020", "/xac-thuc/DEMO-12%2F2020"],
    ["/_root.data", "/_root.data"],
    ["/san-pham.data?q=a&_routes=root", "/san-pham.data?q=a&_routes=root"],
  ])("%s is kept as %s", (url, key) => {
    expect(address(url)).toBe(key)
  })

  it.each([
    "/gio-hang",
    "/gio-hang.data",
    "/gio-hang/so-luong",
    "/thanh-toan",
    "/don-hang/da-dat",
    "/don-hang/tra-cuu",
    "/api/search",
    "/tai-khoan",
    "/san-pham/a/b",
    "/san-pham/Mat-Ong",
  ])("%s is private", (url) => {
    expect(address(url)).toBeNull()
  })

  it("gives the same key to every order of the same query", () => {
    expect(address("/san-pham?huyen=hoi-an&nhom=do-uong")).toBe(
      address("/san-pham?nhom=do-uong&huyen=hoi-an"),
    )
  })
})
