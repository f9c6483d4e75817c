import { foldText } from "@ocop/backend/contracts/text"
import { suggestResponse } from "@ocop/backend/contracts/suggest"
import { describe, expect, it } from "vitest"
import { search } from "../support/search"
import { Visitor } from "../support/visitor"

const visitor = new Visitor()
const titles = async (q: string) =>
  (await search(new URLSearchParams({ q }).toString())).hits.map((hit) => hit.title)

describe("what people type", () => {
  it.each([
    ["nước mắm", "nuoc mam"],
    ["NƯỚC MẮM", "nuoc mam"],
    ["nuoc mam", "nuoc mam"],
    ["nước mắm".normalize("NFD"), "nuoc mam"],
    ["nuoc mam cua khe", "cua khe"],
    ["den long", "den long"],
    ["banh trang dai loc", "banh trang"],
  ])("%j: the first title has %j", async (typed, expected) =>
    expect(foldText((await titles(typed))[0] ?? "")).toContain(expected),
  )

  it("the first three answers to 'nuoc mam' are fish sauce", async () => {
    const first = (await titles("nuoc mam")).slice(0, 3).map(foldText)
    expect(first).toHaveLength(3)
    for (const title of first) expect(title).toContain("nuoc mam")
  })

  it.each([
    ["dau lac", "dau phung"],
    ["dầu vừng", "dau me"],
    ["daauf mef", "dau me"],
  ])("a regional word or a raw Telex %j finds %j", async (typed, expected) => {
    const first = (await titles(typed)).slice(0, 3).map(foldText)
    expect(first.some((title) => title.includes(expected))).toBe(true)
  })

  it("what nobody sells finds nothing", async () =>
    expect((await search("q=xyzzyplughqwertz")).total).toBe(0))
})

describe("filters", () => {
  it("stars and group and district narrow each other", async () => {
    const wide = await search("sao=3,4")
    const some = wide.hits.find((hit) => hit.district !== null)
    if (!some) throw new Error("no product with a district")
    const district = Object.keys(wide.facets.districts ?? {})[0]
    expect(district).toBeDefined()
    const starred = await search("sao=4")
    const starredGroup = await search("sao=4&nhom=thuc-pham")
    const all = await search(`sao=4&nhom=thuc-pham&huyen=${district}`)
    expect(starred.total).toBeLessThan(wide.total)
    expect(starredGroup.total).toBeLessThan(starred.total)
    expect(all.total).toBeLessThan(starredGroup.total)
    for (const hit of starredGroup.hits)
      expect(hit).toMatchObject({ stars: 4, group: "thuc-pham" })
  })

  it("two values of one filter add up", async () => {
    const [three, four, both] = await Promise.all([
      search("sao=3"),
      search("sao=4"),
      search("sao=3,4"),
    ])
    expect(both.total).toBe(three.total + four.total)
  })

  it("the number beside a facet value is what choosing it gives", async () => {
    const { facets } = await search("q=")
    const groups = Object.entries(facets.group ?? {})
    expect(groups.length).toBeGreaterThanOrEqual(5)
    for (const [group, count] of groups)
      expect((await search(`nhom=${group}`)).total).toBe(count)
    for (const [stars, count] of Object.entries(facets.stars ?? {}))
      if (stars !== "0") expect((await search(`sao=${stars}`)).total).toBe(count)
    for (const [district, count] of Object.entries(facets.districts ?? {}).slice(0, 4))
      expect((await search(`huyen=${district}`)).total).toBe(count)
  })

  it("the counts of a facet ignore its own choice and heed the others", async () => {
    const chosen = await search("sao=4&nhom=thuc-pham")
    const stars = await search("sao=4")
    expect(chosen.facets.group).toEqual(stars.facets.group)
    expect(chosen.facets.stars?.["4"]).toBe(chosen.total)
  })

  it("a price range keeps every hit inside it", async () => {
    const { hits, total } = await search("gia=50000-100000")
    expect(total).toBeGreaterThan(0)
    for (const { price } of hits) {
      expect(price).toBeGreaterThanOrEqual(50_000)
      expect(price).toBeLessThanOrEqual(100_000)
    }
  })

  it("only what is in stock, when asked", async () => {
    const [all, inStock] = await Promise.all([search(""), search("con-hang=1")])
    expect(inStock.total).toBeGreaterThan(0)
    expect(inStock.total).toBeLessThanOrEqual(all.total)
    for (const hit of inStock.hits) expect(hit.inStock).toBe(true)
  })
})

describe("order and pages", () => {
  it("sorts by price up and down", async () => {
    const up = (await search("sap-xep=gia-tang")).hits.map((hit) => hit.price)
    const down = (await search("sap-xep=gia-giam")).hits.map((hit) => hit.price)
    expect(up).toEqual([...up].sort((a, b) => a - b))
    expect(down).toEqual([...down].sort((a, b) => b - a))
    expect(down[0]).toBeGreaterThan(up[0] ?? Infinity)
  })

  it("sorts by stars, the highest first", async () => {
    const stars = (await search("sap-xep=sao")).hits.map((hit) => hit.stars)
    expect(stars).toEqual([...stars].sort((a, b) => b - a))
    expect(stars[0]).toBeGreaterThanOrEqual(4)
  })

  it("shows every product exactly once over all pages", async () => {
    const first = await search("sap-xep=gia-tang")
    const seen = new Set<string>()
    const pages = Math.ceil(first.total / first.pageSize)
    for (let page = 1; page <= pages; page += 1)
      for (const hit of (await search(`sap-xep=gia-tang&trang=${page}`)).hits)
        seen.add(hit.handle)
    expect(seen.size).toBe(first.total)
  })
})

/** What crawlers, broken links and attackers send. */
const JUNK = [
  "q=%",
  "q=%25%25",
  "q=%E0%A4%A",
  "q=%00",
  "q=%F0%9F%8D%AF",
  `q=${"a".repeat(3000)}`,
  "q=a&q=b&q=c",
  "q[]=x&q[$ne]=1",
  'q=" OR 1=1 --',
  "q='; DROP TABLE product; --",
  "q=<script>alert(1)</script>",
  "sao=9",
  "sao=5;drop",
  "sao=-1,0,1e9,NaN",
  "sao=3&sao=3&sao=4&sao=x",
  "huyen=%22%20OR%20stars%20%3E%200",
  `huyen=${Array.from({ length: 200 }, (_, i) => `x${i}`).join(",")}`,
  "nhom=constructor",
  "nhom=__proto__",
  "trang=0",
  "trang=-5",
  "trang=1e9",
  "trang=999999999999999999999",
  "trang=1000",
  "trang=2.5",
  "gia=abc",
  "gia=-1--2",
  "gia=200000-50000",
  "gia=99999999999999999999-",
  "gia-tu=x&gia-den=y",
  "sap-xep=;drop",
  "sap-xep=gia-tang&sap-xep=gia-giam",
  "con-hang=yes",
  "diem-ban=../../etc/passwd",
  "chu-the=%2e%2e%2f",
  "utm_source=x&fbclid=y&__proto__[a]=1",
  "filter=stars%3D5&limit=100000&offset=-1",
  "_data=routes%2Fhome",
  "index",
]

describe("unknown, repeated and broken parameters", () => {
  it.each(JUNK)("/api/search?%s answers 200 with the contract", async (query) => {
    const page = await visitor.get(`/api/search?${query}`)
    expect(page.status).toBe(200)
  })

  it.each(JUNK.filter((query) => !query.startsWith("_data")))(
    "/san-pham?%s is a page or leads to its canonical address",
    async (query) => {
      let page = await visitor.get(`/san-pham?${query}`)
      if (page.location !== null) {
        expect([301, 302, 303, 307, 308]).toContain(page.status)
        page = await visitor.get(page.location)
      }
      expect(page.status).toBe(200)
      expect(page.$("h1").text().trim()).not.toBe("")
    },
  )

  it("what was typed is shown as text, never as markup", async () => {
    const page = await visitor.get("/san-pham?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
    expect(page.body).not.toContain("<script>alert(1)")
  })

  it("the same question written in two ways has one canonical address", async () => {
    const page = await visitor.get("/san-pham?sao=4&utm_source=x&sao=3&trang=1")
    const canonical = page.location ?? page.$('link[rel="canonical"]').attr("href") ?? ""
    expect(canonical).toMatch(/\/san-pham\?sao=3,4$/)
  })
})

describe("suggestions", () => {
  it("are what the search engine answers, not what stands in for it", async () => {
    for (const q of ["tien phuoc", "nuoc ma", "hoang hai", "que son", "mat o"]) {
      const page = await visitor.get(`/api/suggest?${new URLSearchParams({ q })}`)
      expect(suggestResponse.parse(JSON.parse(page.body))).toBeDefined()
    }
    // A question that the engine refuses makes the shop turn to the database for a while.
    const list = await visitor.get(`/san-pham?gia=1-${10 ** 8 + (Date.now() % 10 ** 7)}`)
    expect(list.$("main").text()).not.toContain("chế độ dự phòng")
  })

  it("offer products while typing, with and without marks", async () => {
    for (const q of ["nuoc ma", "nước m"]) {
      const page = await visitor.get(`/api/suggest?${new URLSearchParams({ q })}`)
      expect(page.status).toBe(200)
      expect(foldText(page.body)).toContain("nuoc mam")
    }
  })

  it.each(JUNK.filter((query) => query.startsWith("q")))(
    "/api/suggest?%s answers without a server error",
    async (query) =>
      expect((await visitor.get(`/api/suggest?${query}`)).status).toBeLessThan(500),
  )
})
