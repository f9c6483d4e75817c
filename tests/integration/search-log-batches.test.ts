/** What the storefront hands over is counted once, and kept for a time. */
import { plusDays } from "@ocop/backend/contracts/calendar"
import { searchLogAnswer } from "@ocop/backend/contracts/search-log"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { counted, execute, refusalOf, rows } from "../support/database"
import { env } from "../support/env"
import { runJob } from "../support/own-backend"
import { loggedWith, nonsense } from "../support/searched-words"
import { batchOf, searchedOnce, sendBatch, today } from "../support/searches"

describe("the batches of the storefront", () => {
  it("count once, however often they are sent", async () => {
    const words = nonsense()
    const batch = batchOf(searchedOnce(words, { searches: 4, clicks: 2, corrected: 1 }))
    const answers = await Promise.all([1, 2, 3, 4].map(() => sendBatch(batch)))
    const told = await Promise.all(
      answers.map(async (answer) => searchLogAnswer.parse(await answer.json()).counted),
    )
    expect(told.filter(Boolean)).toHaveLength(1)
    expect(await sendBatch(batch).then((answer) => answer.json())).toEqual({
      counted: false,
    })
    expect(await loggedWith(words)).toMatchObject([
      { searches: 4, clicks: 2, corrected: 1 },
    ])
  })

  it("of two storefronts at once are added up", async () => {
    const words = [nonsense(), nonsense(), nonsense()]
    const batches = Array.from({ length: 10 }, (_, number) =>
      batchOf(
        ...(number % 2 ? words : words.toReversed()).map((each) => searchedOnce(each)),
      ),
    )
    const answers = await Promise.all(batches.map((batch) => sendBatch(batch)))
    expect(answers.map(({ status }) => status)).toEqual(batches.map(() => 200))
    for (const each of words)
      expect(await loggedWith(each)).toMatchObject([{ searches: 10 }])
  })

  it("take a thousand words", async () => {
    const ending = nonsense()
    const counts = Array.from({ length: 1_000 }, (_, number) =>
      searchedOnce(`đặc sản ${number} ${ending} ${"ặ".repeat(50)}`),
    )
    expect((await sendBatch(batchOf(...counts))).status).toBe(200)
    expect(await loggedWith(ending)).toHaveLength(1_000)
  })

  it("are open to nobody without the secret: the address does not exist", async () => {
    const words = nonsense()
    for (const secret of [null, "wrong", ""]) {
      const answer = await sendBatch(batchOf(searchedOnce(words)), secret)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ code: "not_found" })
    }
    expect(await loggedWith(words)).toEqual([])
  })

  const junk: [string, (words: string) => unknown][] = [
    ["nothing", () => ({})],
    ["no counts", () => batchOf()],
    ["an id that is none", (words) => ({ id: "1", counts: [searchedOnce(words)] })],
    ["a phone number", (words) => batchOf(searchedOnce(`${words} 0905123456`))],
    ["an e-mail address", (words) => batchOf(searchedOnce(`${words}@example.vn`))],
    ["words in capitals", (words) => batchOf(searchedOnce(words.toUpperCase()))],
    ["negative counts", (words) => batchOf(searchedOnce(words, { searches: -1 }))],
    ["parts of a search", (words) => batchOf(searchedOnce(words, { searches: 0.5 }))],
    [
      "more zeros than searches",
      (words) => batchOf(searchedOnce(words, { zero_results: 2 })),
    ],
    ["a field of somebody", (words) => batchOf(searchedOnce(words, { ip: "127.0.0.1" }))],
    [
      "the same words twice",
      (words) => batchOf(searchedOnce(words), searchedOnce(words)),
    ],
    [
      "the day before yesterday",
      (words) => batchOf(searchedOnce(words, { day: plusDays(today, -2) })),
    ],
    [
      "a day to come",
      (words) => batchOf(searchedOnce(words, { day: plusDays(today, 2) })),
    ],
    ["no day", (words) => batchOf(searchedOnce(words, { day: "hôm nay" }))],
    [
      "too many words",
      (words) =>
        batchOf(
          ...Array.from({ length: 1_001 }, (_, n) => searchedOnce(`${words} ${n}`)),
        ),
    ],
  ]
  it.each(junk)("with %s are refused as a whole", async (_, make) => {
    const words = nonsense()
    const answer = await sendBatch(make(words))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: expect.any(String) })
    expect(await loggedWith(words)).toEqual([])
  })

  it("that are no JSON, or too large, are refused", async () => {
    const raw = (body: string) =>
      fetch(`${env.BACKEND_URL}/storefront/search-log`, {
        method: "POST",
        body,
        headers: {
          "content-type": "application/json",
          "x-storefront-secret": env.STOREFRONT_SECRET,
        },
      })
    expect((await raw("{")).status).toBe(400)
    expect((await raw(JSON.stringify({ id: "x".repeat(600_000) }))).status).toBe(413)
  })

  it("make room for so many words a day, and no more", async () => {
    const [first, extra] = [nonsense(), nonsense()]
    const yesterday = plusDays(today, -1)
    await sendBatch(batchOf(searchedOnce(first, { day: yesterday })))
    await execute(`insert into search_log
      select date '${yesterday}', 'planted ' || n, 'planted ' || n, 1, 1, 0, 0, 0
        from generate_series(1, 20000) n`)
    try {
      const batch = batchOf(
        searchedOnce(first, { day: yesterday }),
        searchedOnce(extra, { day: yesterday }),
        searchedOnce(extra),
      )
      expect((await sendBatch(batch)).status).toBe(200)
      expect(await loggedWith(first)).toMatchObject([{ searches: 2 }])
      expect(await loggedWith(extra)).toMatchObject([{ day: today, searches: 1 }])
    } finally {
      await execute("delete from search_log where query like 'planted %'")
    }
  })
})

describe("the table itself", () => {
  it("has no column for anyone, for a time or for an order", async () => {
    const columns = await rows(
      z.object({ name: z.string(), type: z.string() }),
      `select column_name::text as name, data_type::text as type
         from information_schema.columns where table_name = 'search_log' order by 1`,
    )
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      "clicks integer",
      "corrected integer",
      "day date",
      "folded text",
      "query text",
      "results_last integer",
      "searches integer",
      "zero_results integer",
    ])
  })

  it.each(["a@b", "0905 123 456", "x".repeat(81), ""])("refuses %j", async (query) => {
    const sql = "insert into search_log values (now(), $1, $1, 1, 0, 0, 0, 0)"
    expect(await refusalOf(sql, [query])).toBe("23514")
  })

  it("forgets what is older than 400 days", async () => {
    const words = nonsense()
    await execute(`insert into search_log
      select date '${today}' - n, '${words}', '${words}', 1, 1, 0, 0, 0
        from unnest(array[0, 399, 400, 401, 500]) n`)
    await execute(`insert into search_log_batch
      select gen_random_uuid(), date '${today}' - n from unnest(array[3, 4, 400]) n`)
    await runJob("forget-searches")
    const left = await loggedWith(words)
    expect(left.map(({ day }) => day)).toEqual([
      plusDays(today, -400),
      plusDays(today, -399),
      today,
    ])
    const old = "select count(*) as count from search_log_batch where received_on < $1"
    expect(await counted(old, plusDays(today, -3))).toBe(0)
    expect(await counted(old, plusDays(today, -2))).toBeGreaterThan(0)
  })
})
