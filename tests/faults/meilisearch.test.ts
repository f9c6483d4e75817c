import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { linkUnder } from "../support/pages"
import { search } from "../support/search"
import { meilisearch } from "../support/services"
import { addToCart, cartQuantities, newBuyer, placeOrder } from "../support/shop"
import { goods, type Goods } from "../support/stock"
import { Visitor } from "../support/visitor"

const NOTICE = /Tìm kiếm đang chạy ở chế độ dự phòng/
const visitor = new Visitor()

describe("with the search engine gone", () => {
  let item: Goods
  let listed: Goods
  let producer: string
  let total: number

  beforeAll(async () => {
    item = await goods(9)
    listed = await goods(10)
    producer = await linkUnder("/chu-the", "/chu-the/")
    total = (await search("")).total
    await meilisearch.kill()
  })
  afterAll(async () => {
    await meilisearch.start()
  })

  it("the search still answers, from the database", async () => {
    const found = await search("q=nuoc+mam")
    expect(found.total).toBeGreaterThan(0)
    expect((await search("")).total).toBe(total)
    expect((await search("sao=4&nhom=thuc-pham")).total).toBeLessThan(total)
  })

  it("the list page shows products and says that the search is limited", async () => {
    const page = await visitor.get(`/san-pham?q=nuoc+mam&gia=1-${Date.now() % 10 ** 9}`)
    expect(page.status).toBe(200)
    expect(page.$('main a[href^="/san-pham/"]').length).toBeGreaterThan(0)
    expect(page.$("main").text()).toMatch(NOTICE)
  })

  it("a product page that nobody has opened yet is served", async () => {
    const page = await visitor.get(`/san-pham/${listed.handle}`)
    expect(page.status).toBe(200)
    expect(page.$("h1").text()).toContain(listed.title)
  })

  it.each(["/", "/diem-ban", "/so-lieu"])("%s is served", async (path) =>
    expect((await visitor.get(path)).status).toBe(200),
  )

  it("a producer's page is served", async () =>
    expect((await visitor.get(producer)).status).toBe(200))

  it("an unknown product is still 404, not an outage", async () =>
    expect((await visitor.get("/san-pham/khong-co-san-pham-do")).status).toBe(404))

  it("cart and order work as always", async () => {
    const buyer = new Visitor()
    await addToCart(buyer, item.handle, 1)
    expect(await cartQuantities(buyer)).toEqual([1])
    expect(await placeOrder(buyer, await newBuyer())).toMatch(/^QN\d{7}/)
  })

  it("/healthz stays 200: the shop itself is well", async () =>
    expect((await visitor.get("/healthz")).status).toBe(200))

  it("once it is back, the notice goes and what was sold meanwhile is known", async () => {
    await meilisearch.start()
    let fresh = 0
    const text = async () => {
      fresh += 1
      const page = await visitor.get(`/san-pham?q=nuoc+mam&gia=1-${10 ** 8 + fresh}`)
      return page.$("main").text()
    }
    await expect.poll(text, { timeout: 30_000, interval: 500 }).not.toMatch(NOTICE)
    expect((await search("")).total).toBe(total)
  })
})
