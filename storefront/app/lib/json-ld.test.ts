import { describe, expect, it } from "vitest"
import { jsonLdText } from "./json-ld"

describe("jsonLdText", () => {
  it("cannot be left by what stands in it, and still says the same", () => {
    const name = "</script><script>alert(1)</script> & \u2028 <!--"
    const text = jsonLdText({ "@type": "Product", name })
    expect(text).not.toMatch(/[<>&\u2028]/)
    expect(JSON.parse(text)).toEqual({
      "@context": "https://schema.org",
      "@type": "Product",
      name,
    })
  })
})
