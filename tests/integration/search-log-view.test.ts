/** What the department sees of the searches. */
import { plusDays } from "@ocop/backend/contracts/calendar"
import { searchLogResponse } from "@ocop/backend/contracts/search-log"
import { beforeAll, describe, expect, it } from "vitest"
import { admin, adminRaw, backend } from "../support/backend"
import { execute } from "../support/database"
import { nonsense } from "../support/searched-words"
import { batchOf, searchedOnce, sendBatch, today } from "../support/searches"

const LOG = "/admin/search-log"
const listed = async (query: string, words: string) => {
  const answer = await admin(`${LOG}?limit=100&${query}`, searchLogResponse)
  return answer.searches.filter((row) => row.query.includes(words))
}

describe("the department's view", () => {
  const mark = nonsense()
  const words = (name: string) => `${name} ${mark}`
  /** Far more than any other test searches, so that they are on the first page. */
  const LOT = 100_000

  beforeAll(async () => {
    const yesterday = plusDays(today, -1)
    const none = { results_last: 0 }
    await sendBatch(
      batchOf(
        searchedOnce(words("không có"), { ...none, searches: LOT, zero_results: LOT }),
        searchedOnce(words("bị lướt qua"), { searches: LOT, clicks: 9_999 }),
        searchedOnce(words("được bấm"), { searches: LOT, clicks: 10_000 }),
        searchedOnce(words("nay đã có"), {
          day: yesterday,
          ...none,
          searches: 30,
          zero_results: 30,
        }),
        searchedOnce(words("hiếm"), { ...none, zero_results: 1 }),
        searchedOnce(words("ít lần"), { searches: 4 }),
      ),
    )
    await sendBatch(
      batchOf(
        searchedOnce(words("nay đã có"), { searches: 2, clicks: 1, results_last: 8 }),
      ),
    )
    await execute(`insert into search_log values
      (date '${today}' - 6, 'bay ${mark}', 'bay ${mark}', ${LOT}, 1, 0, 0, 0),
      (date '${today}' - 7, 'tam ${mark}', 'tam ${mark}', ${LOT}, 1, 0, 0, 0)`)
  })

  it("zero: what nobody found, by how often, over all days together", async () => {
    const found = await listed("kind=zero", mark)
    expect(found).toMatchObject([
      {
        query: words("không có"),
        searches: LOT,
        zero_results: LOT,
        results: 0,
        click_percent: null,
      },
      {
        query: words("nay đã có"),
        searches: 32,
        zero_results: 30,
        results: 8,
        clicks: 1,
        click_percent: 50,
      },
    ])
  })

  it("low-click: what was found five times, and opened in less than one of ten", async () => {
    const found = await listed("kind=low-click&days=1", mark)
    expect(found.map(({ query }) => query)).toEqual([words("bị lướt qua")])
  })

  it("top: what was searched for most, in so many days", async () => {
    const names = async (days: number) =>
      (await listed(`kind=top&days=${days}`, mark)).map(({ query }) => query).sort()
    const alwaysThere = [words("bị lướt qua"), words("không có"), words("được bấm")]
    expect(await names(6)).toEqual(expect.arrayContaining(alwaysThere))
    expect(await names(6)).not.toContain(`bay ${mark}`)
    expect(await names(7)).toContain(`bay ${mark}`)
    expect(await names(7)).not.toContain(`tam ${mark}`)
    expect(await names(8)).toContain(`tam ${mark}`)
  })

  it("shows what was searched for once on demand only", async () => {
    const all = async (query: string) => {
      const rowsOf = async (offset: number): Promise<string[]> => {
        const path = `${LOG}?kind=zero&limit=100&offset=${offset}&${query}`
        const { searches, count: total } = await admin(path, searchLogResponse)
        const next = offset + searches.length
        const rest = searches.length > 0 && next < total ? await rowsOf(next) : []
        return [...searches.map((row) => row.query), ...rest]
      }
      return rowsOf(0)
    }
    expect(await all("")).not.toContain(words("hiếm"))
    expect(await all("singles=true")).toContain(words("hiếm"))
  })

  it("is a file for Excel as well", async () => {
    const answer = await adminRaw(`${LOG}/csv?kind=zero&days=7`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="tim-kiem-zero-7-ngay-\d{4}-\d\d-\d\d\.csv"$/,
    )
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf")
    const lines = bytes.toString("utf8").split("\r\n")
    expect(lines).toContain(`${words("không có")},${LOT},${LOT},0,0,`)
    expect(lines).toContain(`${words("nay đã có")},32,30,8,1,50`)
  })

  it("marks as text what Excel would take for a formula", async () => {
    const formula = `=${nonsense()}`
    await sendBatch(
      batchOf(
        searchedOnce(formula, { searches: LOT, zero_results: LOT, results_last: 0 }),
      ),
    )
    const text = await adminRaw(`${LOG}/csv`).then((answer) => answer.text())
    expect(text).toContain(`\n'${formula},`)
  })

  it.each([
    "days=0",
    "days=401",
    "days=x",
    "kind=all",
    "limit=101",
    "offset=-1",
    "singles=maybe",
    "kind=zero&kind=top",
  ])("refuses %s", async (query) => {
    expect((await adminRaw(`${LOG}?${query}`)).status).toBe(422)
  })

  it.each([LOG, `${LOG}/csv`])("%s is for those who are signed in", async (path) => {
    expect((await backend(path)).status).toBe(401)
  })
})
