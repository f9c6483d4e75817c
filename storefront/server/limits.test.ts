import { describe, expect, it } from "vitest"
import { canonicalPath } from "./limits"

describe("canonicalPath", () => {
  it.each([
    ["/", null],
    ["/san-pham", null],
    ["/san-pham/", "/san-pham"],
    ["//evil.example/", "/evil.example"],
    ["/\\evil.example", "/evil.example"],
    ["\\/evil.example", "/evil.example"],
    ["/san-pham//mat-ong/", "/san-pham/mat-ong"],
    ["/a:b/c", null],
    ["http://evil.example/san-pham", "/san-pham"],
    ["http://evil.example", "/"],
  ])("%j → %j", (path, canonical) => {
    expect(canonicalPath(path)).toBe(canonical)
  })

  it("never leads to another host", () => {
    for (const path of [
      "//a/",
      "///a",
      "/\\/a",
      "\\\\a\\",
      "http://a/b",
      "http:///a/b",
    ]) {
      const target = new URL(canonicalPath(path) ?? path, "https://shop.test")
      expect(target.host).toBe("shop.test")
    }
  })
})
