import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { admin } from "../support/backend"
import { missingPages, privatePages, publicPages, type Sample } from "../support/pages"
import { search } from "../support/search"
import { addToCart } from "../support/shop"
import { goods } from "../support/stock"
import { Visitor } from "../support/visitor"

let pages: Sample[] = []
beforeAll(async () => {
  pages = await publicPages()
})

const stranger = new Visitor()
const shopper = new Visitor()
beforeAll(async () => {
  await addToCart(shopper, (await goods(7)).handle, 1)
})

describe("public pages", () => {
  it("answer 200 in Vietnamese with one heading and a title", async () => {
    for (const { name, path, status } of pages) {
      const page = await stranger.get(path)
      expect(page.status, name).toBe(status)
      expect(page.$("html").attr("lang"), name).toBe("vi")
      expect(page.$("h1").length, name).toBe(1)
      expect(page.$("title").text().trim(), name).not.toBe("")
      expect(page.headers.get("content-type"), name).toBe("text/html; charset=utf-8")
    }
  })

  it("are the same bytes for a stranger and for someone with a cart", async () => {
    for (const { name, path } of pages) {
      const forStranger = await stranger.get(path)
      const forShopper = await shopper.get(path)
      expect(forShopper.body, name).toBe(forStranger.body)
      expect(forShopper.headers.get("set-cookie"), name).toBeNull()
      expect(forShopper.headers.get("vary") ?? "", name).not.toMatch(/cookie/i)
    }
  })

  it("may be kept by shared caches and served stale while they are renewed", async () => {
    for (const { name, path } of pages) {
      const policy = (await stranger.get(path)).headers.get("cache-control") ?? ""
      expect(policy, name).toMatch(/\bpublic\b/)
      expect(policy, name).toMatch(/\bs-maxage=\d+/)
      expect(policy, name).toMatch(/\bstale-while-revalidate=\d+/)
    }
  })

  it("carry an ETag, and who has it is answered 304 without a body", async () => {
    for (const { name, path } of pages) {
      const etag = (await stranger.get(path)).headers.get("etag")
      expect(etag, name).toMatch(/^(W\/)?"[^"]+"$/)
      const again = await stranger.get(path, { "if-none-match": etag ?? "" })
      expect(again.status, name).toBe(304)
      expect(again.body, name).toBe("")
      expect(again.headers.get("etag"), name).toBe(etag)
      const other = await stranger.get(path, { "if-none-match": '"something-else"' })
      expect(other.status, name).toBe(200)
    }
  })
})

describe("private pages", () => {
  it("are never kept by any cache", async () => {
    for (const visitor of [stranger, shopper])
      for (const { name, path } of [...privatePages, checkoutPage]) {
        const page = await visitor.get(path)
        expect(page.headers.get("cache-control"), name).toMatch(/\bno-store\b/)
      }
  })

  it("the number in the cart badge belongs to one visitor and is never kept", async () => {
    const mine = await shopper.get("/gio-hang/so-luong")
    const others = await stranger.get("/gio-hang/so-luong")
    expect(mine.status).toBe(200)
    expect(mine.body).not.toBe(others.body)
    expect(mine.headers.get("cache-control")).toMatch(/\bno-store\b/)
  })

  it("no cookie is readable by scripts", async () => {
    const { setCookies } = await addToCart(new Visitor(), (await goods(7)).handle, 1)
    expect(setCookies.length).toBeGreaterThan(0)
    for (const cookie of setCookies) {
      expect(cookie).toMatch(/;\s*HttpOnly/i)
      expect(cookie).toMatch(/;\s*SameSite=(Lax|Strict)/i)
      expect(cookie).toMatch(/;\s*Path=\//i)
    }
  })

  it("a forged or damaged cart cookie is an empty cart, not an error", async () => {
    const { setCookies } = await addToCart(new Visitor(), (await goods(7)).handle, 1)
    const [name] = (setCookies[0] ?? "").split("=")
    for (const value of [
      "x",
      "cart_01ABC",
      "eyJjYXJ0IjoiY2FydF8xIn0.AAAA",
      "%00",
      "{}",
    ]) {
      const page = await new Visitor().get("/gio-hang", { cookie: `${name}=${value}` })
      expect(page.status).toBe(200)
      expect(page.$('[name="quantity"]').length).toBe(0)
    }
  })
})
const checkoutPage: Sample = { name: "checkout", path: "/thanh-toan", status: 200 }

describe("addresses that lead nowhere", () => {
  it.each(missingPages)(
    "$name: $status, in Vietnamese, with a way on",
    async (sample) => {
      const page = await stranger.get(sample.path)
      expect(page.status).toBe(sample.status)
      expect(page.$("html").attr("lang")).toBe("vi")
      expect(page.$("h1").text()).toMatch(/không/i)
      expect(page.$('main a[href^="/"]').length).toBeGreaterThan(0)
      expect(page.body).not.toMatch(/\bat .+\.(js|ts|tsx):\d+/)
    },
  )

  it("a withdrawn product is 410 and comes back as 200", async () => {
    const { hits } = await search("con-hang=1&sap-xep=gia-giam&trang=2")
    const handle = hits.at(-1)?.handle ?? ""
    const path = `/san-pham/${handle}`
    const { products } = await admin(
      `/admin/products?handle=${handle}&fields=id`,
      z.object({ products: z.array(z.object({ id: z.string() })).length(1) }),
    )
    const setStatus = (status: string) =>
      admin(`/admin/products/${products[0]?.id}`, z.unknown(), {
        method: "POST",
        body: { status },
      })
    const statusOf = async () => (await stranger.get(path)).status
    expect(await statusOf()).toBe(200)
    await setStatus("draft")
    try {
      await expect.poll(statusOf, { timeout: 10_000 }).toBe(410)
      const gone = await stranger.get(path)
      expect(gone.$("html").attr("lang")).toBe("vi")
      expect(gone.$('main a[href^="/san-pham"]').length).toBeGreaterThan(0)
    } finally {
      await setStatus("published")
    }
    await expect.poll(statusOf, { timeout: 10_000 }).toBe(200)
  })
})

describe("for search engines and operators", () => {
  it("robots.txt names the sitemap, and the sitemap lists every product on sale", async () => {
    const robots = await stranger.get("/robots.txt")
    expect(robots.body).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m)
    const sitemap = await stranger.get("/sitemap.xml")
    expect(sitemap.headers.get("content-type")).toMatch(/xml/)
    const listed = sitemap.body.match(/<loc>[^<]+\/san-pham\/[^<]+<\/loc>/g) ?? []
    expect(listed.length).toBeGreaterThanOrEqual((await search("")).total)
  })

  it("/healthz and /readyz answer 200 while all is well", async () => {
    expect((await stranger.get("/healthz")).status).toBe(200)
    expect((await stranger.get("/readyz")).status).toBe(200)
  })
})
