import { foldText } from "@ocop/backend/contracts/text"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { linkUnder } from "../support/pages"
import { search } from "../support/search"
import { meilisearch } from "../support/services"
import { addToCart, cartQuantities, newBuyer, placeOrder } from "../support/shop"
import { goods, type Goods } from "../support/stock"
import { Visitor } from "../support/visitor"

const NOTICE = /Tìm kiếm đang chạy ở chế độ dự phòng/
const visitor = new Visitor()

const FILTERS = [
  "sao=4&nhom=thuc-pham",
  "huyen=tien-phuoc",
  "huyen=tien-phuoc&xa=tien-canh-tien-phuoc",
  "chung-nhan=1",
  "con-hang=1&gia=50000-100000",
  "loai-chu-the=hop-tac-xa",
]

describe("with the search engine gone", () => {
  const totals = new Map<string, number>()
  let item: Goods
  let listed: Goods
  let producer: string
  let total: number

  beforeAll(async () => {
    item = await goods(9)
    listed = await goods(10)
    producer = await linkUnder("/chu-the", "/chu-the/")
    total = (await search("")).total
    for (const query of FILTERS) totals.set(query, (await search(query)).total)
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

  it.each([
    ["nuoc mam cua khe", "Cửa Khe"],
    ["nước mắm", "Nước mắm"],
    ["dầu lạc", "Dầu ph"],
    ["daauf mef", "Dầu mè"],
    ["nuocc mam", "Nước mắm"],
    ["nuocmam", "Nước mắm"],
  ])("%j is understood as always", async (q, title) => {
    const { hits } = await search(new URLSearchParams({ q }).toString())
    expect(
      hits
        .slice(0, 3)
        .map((hit) => foldText(hit.title))
        .join("; "),
    ).toContain(foldText(title))
  })

  it("words that mean a filter are one, and accents keep words apart", async () => {
    const { hits, understood } = await search(
      new URLSearchParams({ q: "nước mắm 4 sao" }).toString(),
    )
    expect(understood?.words).toBe("nước mắm")
    for (const { stars } of hits) expect(stars).toBe(4)
    const named = (await search(new URLSearchParams({ q: "dừa" }).toString())).hits
    for (const { title } of named.slice(0, 3)) expect(title).toMatch(/dừa/i)
  })

  it.each(FILTERS)("?%s narrows to the same goods", async (query) =>
    expect((await search(query)).total).toBe(totals.get(query)),
  )

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

describe("with the search engine hanging", () => {
  beforeAll(() => meilisearch.freeze())
  afterAll(() => meilisearch.thaw())

  it("visitors are answered from the database", async () => {
    for (let visit = 0; visit < 10; visit += 1)
      expect((await search(`q=mat+ong&gia=1-${10 ** 6 + visit}`)).total).toBeGreaterThan(
        0,
      )
  })

  it("it is used again once it answers", async () => {
    await meilisearch.thaw()
    let fresh = 0
    const text = async () => {
      fresh += 1
      const page = await visitor.get(`/san-pham?q=mat+ong&gia=1-${10 ** 8 + fresh}`)
      return page.$("main").text()
    }
    await expect.poll(text, { timeout: 10_000, interval: 500 }).not.toMatch(NOTICE)
  })
})
