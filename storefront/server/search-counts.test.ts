import { describe, expect, it } from "vitest"
import { SearchCounts } from "./search-counts"

const found = (total: number, corrected = false) => ({ total, corrected })
const none = { searches: 0, results_last: null, zero_results: 0, clicks: 0, corrected: 0 }

describe("SearchCounts", () => {
  it("adds up the same words, with accents or without", () => {
    const counts = new SearchCounts(() => "2026-11-25")
    counts.search("nuoc mam", found(0))
    counts.search("nước mắm", found(7))
    counts.search("nước mam", found(5, true))
    counts.click("nuoc mam")
    expect(counts.take()).toEqual({
      counts: [
        {
          day: "2026-11-25",
          query: "nước mắm",
          searches: 3,
          results_last: 5,
          zero_results: 1,
          clicks: 1,
          corrected: 1,
        },
      ],
      dropped: 0,
    })
  })

  it("gives everything once, in no order of time", () => {
    const counts = new SearchCounts(() => "2026-11-25")
    for (const query of ["trà", "cà phê", "bánh"]) counts.click(query)
    const order = counts.take().counts.map(({ query }) => query)
    expect(order).toEqual(["bánh", "cà phê", "trà"])
    expect(counts.take()).toEqual({ counts: [], dropped: 0 })
  })

  it("keeps the days apart", () => {
    let today = "2026-11-25"
    const counts = new SearchCounts(() => today)
    counts.search("trà", found(3))
    today = "2026-11-26"
    counts.click("trà")
    expect(counts.take().counts).toEqual([
      { ...none, day: "2026-11-25", query: "trà", searches: 1, results_last: 3 },
      { ...none, day: "2026-11-26", query: "trà", clicks: 1 },
    ])
  })

  it("has room for so many words, counts what it drops, and goes on with those it knows", () => {
    const counts = new SearchCounts(() => "2026-11-25", 2)
    for (const query of ["a", "b", "c", "a", "d"]) counts.search(query, found(1))
    const { counts: kept, dropped } = counts.take()
    expect(kept.map(({ query, searches }) => [query, searches])).toEqual([
      ["a", 2],
      ["b", 1],
    ])
    expect(dropped).toBe(2)
  })
})
