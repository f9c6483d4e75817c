import { describe, expect, it } from "vitest"
import { sitemapXml } from "./sitemap"

describe("sitemapXml", () => {
  it("writes whole addresses, escaped", () => {
    const xml = sitemapXml("https://ocop.example.vn", ["/", "/san-pham?q=a&trang=2"])
    expect(xml).toContain("<loc>https://ocop.example.vn/</loc>")
    expect(xml).toContain("<loc>https://ocop.example.vn/san-pham?q=a&amp;trang=2</loc>")
  })
})
