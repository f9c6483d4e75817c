import { describe, expect, it } from "vitest"
import { type SearchedWords } from "../contracts/search-log"
import { searchLogCsv } from "./search-log-csv"

const words = (query: string): SearchedWords => ({
  query,
  searches: 12,
  zero_results: 2,
  corrected: 0,
  clicks: 3,
  results: 4,
  click_percent: 30,
})

const lines = (...rows: SearchedWords[]) => searchLogCsv(rows).split("\r\n")

describe("searchLogCsv", () => {
  it("begins with a byte order mark and the headings", () => {
    expect(lines()[0]).toBe(
      "\uFEFFTừ khóa,Lượt tìm,Lượt không thấy,Kết quả lần cuối,Lượt bấm,Tỷ lệ bấm (%)",
    )
  })

  it("leaves empty what is not known", () => {
    const row = { ...words("nước mắm"), results: null, click_percent: null }
    expect(lines(row)[1]).toBe("nước mắm,12,2,,3,")
  })

  it.each([
    ["=1+1", "'=1+1,"],
    ["+cmd", "'+cmd,"],
    ["-2", "'-2,"],
    ["@sum(a1)", "'@sum(a1),"],
    ['a "b", c', '"a ""b"", c",'],
  ])("%j is a text, and nothing else", (query, begins) => {
    expect(lines(words(query))[1]?.startsWith(begins)).toBe(true)
  })
})
