import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { type RouteConfigEntry } from "@remix-run/route-config"
import { beforeAll, describe, expect, it } from "vitest"
import routes from "../../storefront/app/routes"
import { storefrontSettings, storeRaw } from "../support/backend"
import { env } from "../support/env"
import { missingPages, privatePages, publicPages, type Sample } from "../support/pages"
import { Visitor, type Page } from "../support/visitor"

const visitor = new Visitor()
let pages: Sample[] = []
beforeAll(async () => {
  pages = [...(await publicPages()), ...privatePages, ...missingPages.slice(0, 7)]
})

/** Every address of the route table, with something in place of each parameter. */
function addressesOf(entries: RouteConfigEntry[], parent = ""): string[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${parent}/${entry.path}` : parent
    const own = path.replace(/:\w+\??/g, "x").replace("*", "khong-co") || "/"
    return [own, ...addressesOf(entry.children ?? [], path)]
  })
}
const addresses = [...new Set(addressesOf(await routes))]

describe("a change must come from a page of the shop", () => {
  const foreign: [string, Record<string, string>][] = [
    ["no Origin", {}],
    ["Origin: null", { origin: "null" }],
    ["a foreign Origin", { origin: "https://evil.example" }],
    ["the shop's host on another port", { origin: "http://localhost:1" }],
    ["a host that begins like the shop", { origin: `${env.STORE_URL}.evil.example` }],
    [
      "a forged X-Forwarded-Host",
      {
        origin: "https://evil.example",
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "https",
        forwarded: "host=evil.example;proto=https",
      },
    ],
    ["Sec-Fetch-Site: cross-site", { "sec-fetch-site": "cross-site" }],
    ["Sec-Fetch-Site: same-site", { "sec-fetch-site": "same-site" }],
  ]

  it("the route table has been read", () => {
    expect(addresses).toEqual(expect.arrayContaining(["/", "/gio-hang", "/thanh-toan"]))
    expect(addresses.length).toBeGreaterThanOrEqual(15)
  })

  describe.each(addresses)("%s", (address) => {
    it.each(foreign)("refuses a POST with %s", async (_, headers) => {
      const bodies = [
        ["application/x-www-form-urlencoded", "quantity=1"],
        ["text/plain", '{"quantity":1}'],
        ["application/json", '{"quantity":1}'],
      ] as const
      for (const [type, body] of bodies) {
        const page = await visitor.request(address, {
          method: "POST",
          body,
          headers: { "content-type": type, ...headers },
        })
        expect(page.status, type).toBe(403)
      }
    })

    it.each(["PUT", "PATCH", "DELETE"])("refuses a foreign %s", async (method) => {
      const page = await visitor.request(address, {
        method,
        headers: { origin: "https://evil.example" },
      })
      expect([403, 405]).toContain(page.status)
    })
  })

  it("the data requests of the framework are held to the same rule", async () => {
    for (const address of ["/gio-hang.data", "/thanh-toan.data", "/_root.data"]) {
      const page = await visitor.request(address, {
        method: "POST",
        body: "quantity=1",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          origin: "https://evil.example",
        },
      })
      expect(page.status, address).toBe(403)
    }
  })

  it("a POST from the shop itself is let through", async () => {
    const page = await visitor.post("/gio-hang", {})
    expect(page.status).not.toBe(403)
    expect(page.status).toBeLessThan(500)
  })
})

const directives = (page: Page): Map<string, string[]> =>
  new Map(
    (page.headers.get("content-security-policy") ?? "")
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name, ...sources]) => [name ?? "", sources]),
  )

describe("content security policy", () => {
  it("allows no inline script but those it names, by nonce or by hash", async () => {
    for (const { name, path } of pages) {
      const page = await visitor.get(path)
      const policy = directives(page)
      const scripts = policy.get("script-src") ?? policy.get("default-src") ?? []
      expect(scripts.length, name).toBeGreaterThan(0)
      for (const source of ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"])
        expect(scripts, name).not.toContain(source)
      page.$("script:not([src])").each((_, script) => {
        const type = page.$(script).attr("type") ?? "text/javascript"
        // JSON-LD and other data is not run.
        if (!/javascript|^module$/.test(type)) return
        const hash = createHash("sha256").update(page.$(script).text()).digest("base64")
        const nonce = page.$(script).attr("nonce")
        const allowed = [`'sha256-${hash}'`, ...(nonce ? [`'nonce-${nonce}'`] : [])]
        expect(
          allowed.some((source) => scripts.includes(source)),
          `${name}: inline script ${page.$(script).text().slice(0, 60)}`,
        ).toBe(true)
      })
    }
  })

  it("every page shuts framing, plug-ins, base and foreign form targets", async () => {
    for (const { name, path } of pages) {
      const policy = directives(await visitor.get(path))
      expect(policy.get("frame-ancestors"), name).toEqual(["'none'"])
      expect(policy.get("object-src"), name).toEqual(["'none'"])
      expect(policy.get("base-uri"), name).toBeDefined()
      expect(policy.get("form-action"), name).toEqual(["'self'"])
    }
  })

  it("a nonce is used once, and never on a page that caches keep", async () => {
    const first = await visitor.get("/don-hang/tra-cuu")
    const second = await visitor.get("/don-hang/tra-cuu")
    const nonces = (page: Page) =>
      page.headers.get("content-security-policy")?.match(/'nonce-[^']+'/g) ?? []
    expect(nonces(first).length).toBeGreaterThan(0)
    expect(nonces(first)).not.toEqual(nonces(second))
    for (const { name, path } of await publicPages())
      expect(nonces(await visitor.get(path)), name).toEqual([])
  })

  it("no page carries an event handler in its markup", async () => {
    for (const { name, path } of pages) {
      const { $ } = await visitor.get(path)
      const handlers = $("*")
        .toArray()
        .flatMap((element) => ("attribs" in element ? Object.keys(element.attribs) : []))
        .filter((attribute) => attribute.startsWith("on"))
      expect(handlers, name).toEqual([])
    }
  })
})

describe("headers of every answer", () => {
  it("stop sniffing, leaking the address and unused powers", async () => {
    for (const { name, path } of [...pages, { name: "API", path: "/api/search" }]) {
      const { headers } = await visitor.get(path)
      expect(headers.get("x-content-type-options"), name).toBe("nosniff")
      expect(headers.get("referrer-policy"), name).toMatch(
        /no-referrer|same-origin|strict/,
      )
      expect(headers.get("x-powered-by"), name).toBeNull()
      expect(headers.get("permissions-policy"), name).toMatch(/camera=\(\)/)
    }
  })
})

describe("secrets stay on the server", () => {
  it("no page and no script holds a key", async () => {
    const { publishable_key, search } = await storefrontSettings()
    const secrets = [
      env.MEILISEARCH_API_KEY,
      env.STOREFRONT_SECRET,
      env.DATABASE_URL,
      publishable_key,
      search.key,
    ]
    const client = join(import.meta.dirname, "../../storefront/build/client")
    const files = (await readdir(client, { recursive: true, withFileTypes: true }))
      .filter((file) => file.isFile() && /\.(js|css|json|map|html)$/.test(file.name))
      .map((file) => join(file.parentPath, file.name))
    expect(files.some((file) => file.endsWith(".js"))).toBe(true)
    const texts = await Promise.all([
      ...files.map(async (file) => [file, await readFile(file, "utf8")] as const),
      ...pages.map(async (p) => [p.name, (await visitor.get(p.path)).body] as const),
    ])
    for (const [name, text] of texts) {
      for (const secret of secrets) expect(text.includes(secret), name).toBe(false)
      expect(text, name).not.toMatch(/\bpk_[0-9a-f]{16,}/)
    }
  })

  it("the storefront's settings are closed without its secret", async () => {
    expect((await storeRaw("/storefront/config")).status).toBeGreaterThanOrEqual(400)
    const wrong = await storeRaw("/storefront/config", {
      headers: { "x-storefront-secret": "wrong" },
    })
    expect(wrong.status).toBeGreaterThanOrEqual(400)
    expect(await wrong.text()).not.toContain((await storefrontSettings()).search.key)
  })

  it("the search-only key can neither write nor read other indexes", async () => {
    const { search } = await storefrontSettings()
    const ask = (path: string, method = "GET") =>
      fetch(env.MEILISEARCH_HOST + path, {
        method,
        headers: {
          authorization: `Bearer ${search.key}`,
          "content-type": "application/json",
        },
        ...(method === "POST" && { body: "{}" }),
      })
    expect((await ask(`/indexes/${search.index}/documents`, "DELETE")).status).toBe(403)
    expect((await ask("/keys")).status).toBe(403)
    expect((await ask("/indexes/something-else/search", "POST")).status).toBe(403)
    expect((await ask(`/indexes/${search.index}/search`, "POST")).status).toBe(200)
  })
})
