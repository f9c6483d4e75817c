import { searchLogBatch, type SearchLogBatch } from "@ocop/backend/contracts/search-log"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { SearchCounts } from "./search-counts"
import { type Delivery, SearchLogSender } from "./search-log-sender"

const EVERY_MS = 1_000

function setUp(most?: number) {
  const counts = new SearchCounts(() => "2026-11-25", most)
  const sent: SearchLogBatch[] = []
  const answer: { next: Delivery } = { next: "taken" }
  const lost = vi.fn()
  const sender = new SearchLogSender({
    counts,
    post: async (batch) => {
      sent.push(searchLogBatch.parse(structuredClone(batch)))
      return answer.next
    },
    lost,
    everyMs: EVERY_MS,
  })
  const search = (query: string) => counts.search(query, { total: 1, corrected: false })
  return { sender, sent, answer, lost, search }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe("SearchLogSender", () => {
  it("sends what there is every so often, and nothing when there is nothing", async () => {
    const { sender, sent, search } = setUp()
    sender.start()
    search("trà")
    search("mật ong")
    await vi.advanceTimersByTimeAsync(EVERY_MS)
    expect(sent.map(({ counts }) => counts.map(({ query }) => query))).toEqual([
      ["mật ong", "trà"],
    ])
    await vi.advanceTimersByTimeAsync(10 * EVERY_MS)
    expect(sent).toHaveLength(1)
    search("trà")
    await vi.advanceTimersByTimeAsync(EVERY_MS)
    expect(sent).toHaveLength(2)
    expect(sent[1]?.id).not.toBe(sent[0]?.id)
  })

  it("sends the same batch again, ever less often, until it has arrived", async () => {
    const { sender, sent, answer, lost, search } = setUp()
    answer.next = "away"
    sender.start()
    search("trà")
    await vi.advanceTimersByTimeAsync(EVERY_MS)
    search("mật ong")
    // After 1, 2 and 4 s.
    await vi.advanceTimersByTimeAsync(6 * EVERY_MS)
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map((batch) => JSON.stringify(batch))).size).toBe(1)
    answer.next = "taken"
    await vi.advanceTimersByTimeAsync(8 * EVERY_MS)
    expect(sent).toHaveLength(4)
    await vi.advanceTimersByTimeAsync(EVERY_MS)
    expect(sent[4]?.counts.map(({ query }) => query)).toEqual(["mật ong"])
    expect(lost).not.toHaveBeenCalled()
  })

  it("waits five minutes at most", async () => {
    const { sender, sent, answer, search } = setUp()
    answer.next = "away"
    sender.start()
    search("trà")
    await vi.advanceTimersByTimeAsync(3_600_000)
    const before = sent.length
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(sent.length - before).toBe(12)
  })

  it("gives up a batch that is refused, says so, and goes on with the next", async () => {
    const { sender, sent, answer, lost, search } = setUp()
    answer.next = "refused"
    sender.start()
    search("trà")
    await vi.advanceTimersByTimeAsync(EVERY_MS)
    answer.next = "taken"
    search("mật ong")
    await vi.advanceTimersByTimeAsync(EVERY_MS)
    expect(lost.mock.calls).toEqual([[{ refused: 1 }]])
    expect(sent).toHaveLength(2)
  })

  it("says for how many searches there was no room", async () => {
    const { sender, lost, search } = setUp(1)
    sender.start()
    for (const query of ["trà", "mật ong", "quế"]) search(query)
    await vi.advanceTimersByTimeAsync(EVERY_MS)
    expect(lost.mock.calls).toEqual([[{ dropped: 2 }]])
  })

  it("sends the rest when it ends, also what came while a batch waited", async () => {
    const { sender, sent, answer, search } = setUp()
    answer.next = "away"
    sender.start()
    search("trà")
    await vi.advanceTimersByTimeAsync(EVERY_MS)
    search("mật ong")
    answer.next = "taken"
    await sender.end()
    const words = sent.map(({ counts }) => counts.map(({ query }) => query))
    expect(words).toEqual([["trà"], ["trà"], ["mật ong"]])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(3)
  })

  it("ends although nobody answers", async () => {
    const { sender, sent, answer, search } = setUp()
    answer.next = "away"
    search("trà")
    await sender.end()
    expect(sent).toHaveLength(1)
  })
})
