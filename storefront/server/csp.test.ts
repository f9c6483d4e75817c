import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { contentSecurityPolicy, inlineScriptHashes } from "./csp"

const hash = (code: string) =>
  `'sha256-${createHash("sha256").update(code).digest("base64")}'`

describe("inlineScriptHashes", () => {
  it("allows exactly the inline scripts, each once", () => {
    const html = [
      "<script>one()</script>",
      '<script type="module" async="">import "/a.js"</script>',
      "<script>one()</script>",
      '<script src="/b.js"></script>',
      "<script>a\n&lt;b</script>",
    ].join("<p>x</p>")
    expect(inlineScriptHashes(html)).toEqual([
      hash("one()"),
      hash('import "/a.js"'),
      hash("a\n&lt;b"),
    ])
  })

  it("leaves out data, which is never executed", () => {
    expect(
      inlineScriptHashes('<script type="application/ld+json">{"a":1}</script>'),
    ).toEqual([])
  })
})

describe("contentSecurityPolicy", () => {
  it("never allows unsafe-inline or unsafe-eval scripts", () => {
    for (const development of [true, false]) {
      const scripts = contentSecurityPolicy(["'nonce-x'"], { development })
        .split("; ")
        .find((directive) => directive.startsWith("script-src"))
      expect(scripts).toBe("script-src 'self' 'nonce-x'")
    }
  })

  it("allows no frame around the shop and no foreign form target", () => {
    const policy = contentSecurityPolicy([])
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).not.toContain("upgrade-insecure-requests")
    expect(contentSecurityPolicy([], { https: true })).toContain(
      "upgrade-insecure-requests",
    )
  })
})
