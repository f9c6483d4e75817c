import { accentedWords } from "@ocop/backend/contracts/search-text"
import { describe, expect, it } from "vitest"
import { asTyped, isAllFiller, otherReadings, withOneWordLess } from "./readings"

describe("ways of reading the words as typed", () => {
  it("asks for accents first where there are any", () => {
    const ways = asTyped("dừa").ways.map(({ words }) => words)
    expect(ways[0]).toBe(accentedWords("dừa"))
    expect(ways).toContain("dua")
  })
  it("asks for any accents where there are none", () =>
    expect(asTyped("dua").ways).toEqual([
      { words: "dua", within: "names", unfinished: false },
      { words: "dua", within: "all", unfinished: false },
      { words: "dua", within: "all", unfinished: true },
    ]))
  it("has nothing to ask for in what is no word", () =>
    expect(asTyped("🍯 %").ways).toEqual([]))
})

describe("other readings", () => {
  const lexicon = new Map([
    ["nuoc", 9],
    ["mam", 9],
  ])
  it("takes keys for accents before it looks for slips", () =>
    expect(otherReadings("nuwowcs mawms", lexicon, 10)[0]).toMatchObject({
      kind: "typing",
      text: "nước mắm",
    }))
  it("leaves out what is only said around the thing", () =>
    expect(otherReadings("mua nước mắm ngon ở đâu", lexicon, 10)[0]).toMatchObject({
      kind: "filler",
      text: "nước mắm",
    }))
  it("looks for slips in names only", () =>
    expect(otherReadings("nuoc man", lexicon, 10)).toContainEqual({
      kind: "spelling",
      text: "nuoc mam",
      ways: [
        { words: "nuoc mam", within: "goods", unfinished: false },
        { words: "nuoc mam", within: "names", unfinished: false },
      ],
    }))
})

it("everything here is a speciality of Quảng Nam", () => {
  expect(isAllFiller("đặc sản Quảng Nam")).toBe(true)
  expect(isAllFiller("đặc sản Hội An")).toBe(false)
  expect(isAllFiller("")).toBe(false)
})

it("drops a word only where enough are left", () => {
  expect(withOneWordLess("máy giặt")).toEqual([])
  expect(withOneWordLess("thịt heo rừng")).toEqual(["heo rừng", "thịt rừng", "thịt heo"])
})
