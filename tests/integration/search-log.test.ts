/** What visitors search for is counted, and nothing about the visitors is. */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { beforeAll, describe, expect, it } from "vitest"
import { env } from "../support/env"
import { linkUnder } from "../support/pages"
import { foundWords, loggedWith, nonsense, resultsOf } from "../support/searched-words"
import { handedOver, open, untilHandedOver, visit } from "../support/searches"

const today = dayInVietnam()

let product = ""
beforeAll(async () => {
  product = await linkUnder("/san-pham?con-hang=1", "/san-pham/")
})

describe("a search", () => {
  it("that finds nothing is counted once, and again when the page comes from the cache", async () => {
    const words = nonsense()
    const row = { day: today, query: words, results_last: 0, clicks: 0, corrected: 0 }
    const first = await visit(resultsOf(words.toUpperCase()))
    expect(first.status).toBe(200)
    expect(first.headers.get("server-timing")).toMatch(/desc="miss"/)
    await expect
      .poll(() => loggedWith(words), handedOver)
      .toEqual([{ ...row, searches: 1, zero_results: 1 }])

    await visit(resultsOf(words))
    const kept = await visit(resultsOf(words))
    expect(kept.headers.get("server-timing")).toMatch(/desc="hit"/)
    const again = await visit(resultsOf(words), {
      "if-none-match": kept.headers.get("etag") ?? "",
    })
    expect(again.status).toBe(304)
    await expect
      .poll(() => loggedWith(words), handedOver)
      .toEqual([{ ...row, searches: 4, zero_results: 4 }])
  })

  it("that finds something says how much, for the page and for its data alike", async () => {
    const words = foundWords()
    const page = await visit(resultsOf(words))
    const total = Number(/(\d+) sản phẩm/.exec(page.$("[role=status]").text())?.[1])
    expect(total).toBeGreaterThan(0)
    const data = await visit(resultsOf(words).replace("?", ".data?"))
    expect(data.headers.get("content-type")).toMatch(/x-script/)
    await expect
      .poll(() => loggedWith(words), handedOver)
      .toMatchObject([{ searches: 2, results_last: total, zero_results: 0 }])
  })

  it("is counted with its accents, whoever leaves them out", async () => {
    const ending = nonsense()
    for (const words of ["nuoc mam", "nước mắm", "NUOC MAM"])
      await visit(resultsOf(`${words} ${ending}`))
    await expect
      .poll(() => loggedWith(ending), handedOver)
      .toMatchObject([{ query: `nước mắm ${ending}`, searches: 3 }])
  })

  it("is not what robots, prefetching browsers, HEAD and other sites' links ask for", async () => {
    const words = nonsense()
    const path = resultsOf(words)
    const others: Record<string, string>[] = [
      { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" },
      { "user-agent": "curl/8.5.0" },
      { purpose: "prefetch" },
      { "sec-purpose": "prefetch;prerender" },
      { referer: "https://evil.example/" },
      { "sec-fetch-site": "cross-site" },
    ]
    for (const headers of others) expect((await visit(path, headers)).status).toBe(200)
    for (const more of ["&sao=5", "&sap-xep=moi", "&trang=2"])
      await visit(resultsOf(words, more))
    await visit(`/api/search?q=${words}`)
    await visit(`/api/suggest?q=${words}`)
    // The way back to the results, and a filter taken off again.
    for (const before of ["", "&sao=5"])
      await visit(path, { referer: env.STORE_URL + resultsOf(words, before) })
    await untilHandedOver()
    expect(await loggedWith(words)).toEqual([])
  })

  it("never stores what may be about a person", async () => {
    const mark = nonsense()
    const personal = [
      `${mark}@example.vn`,
      `${mark} 0905123456`,
      `${mark} 0905 123.456`,
      `${mark} QN0000125`,
      `${mark} qn 0001`,
      `${mark} ${"x".repeat(80)}`,
    ]
    for (const words of personal) {
      expect((await visit(resultsOf(words))).status).toBe(200)
      await open(product, resultsOf(words))
    }
    await untilHandedOver()
    expect(await loggedWith(mark)).toEqual([])
  })
})

describe("a click", () => {
  it("is a product opened out of the results, whatever was chosen in them", async () => {
    const words = foundWords()
    await visit(resultsOf(words))
    expect((await open(product, resultsOf(words))).status).toBe(200)
    expect((await open(product, resultsOf(words, "&sao=5&trang=2"))).status).toBe(200)
    expect((await open(`${product}.data`, resultsOf(words))).status).toBe(200)
    await expect
      .poll(() => loggedWith(words), handedOver)
      .toMatchObject([{ searches: 1, clicks: 3 }])
  })

  it("is none from another origin, by a robot, in advance or of no product", async () => {
    const words = foundWords()
    const results = resultsOf(words)
    await visit(product, { referer: `https://evil.example${results}` })
    await visit(product, { referer: `${env.STORE_URL}.evil.example${results}` })
    await open(product, results, { "sec-fetch-site": "cross-site" })
    await open(product, results, { "user-agent": "bingbot/2.0" })
    await open(product, results, { "sec-purpose": "prefetch" })
    await open("/san-pham/khong-co-san-pham-nay", results)
    await open(`${product}.data`, results, { "sec-purpose": "prefetch" })
    await untilHandedOver()
    expect(await loggedWith(words)).toEqual([])
  })

  it("can be seen: the shop tells its own pages the whole address they come from", async () => {
    const { headers } = await visit(resultsOf("tra"))
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin")
  })
})
