import { describe, expect, it } from "vitest"
import { isOneSlip, type Lexicon, spellings } from "./spelling"

const lexicon: Lexicon = new Map([
  ["nuoc", 30],
  ["mam", 25],
  ["mat", 12],
  ["ong", 12],
  ["man", 2],
  ["tieu", 5],
  ["tien", 9],
  ["phuoc", 9],
  ["sa", 4],
  ["tinh", 8],
  ["dau", 20],
  ["a", 3],
  ["rieu", 2],
  ["arieu", 1],
  ["ot", 3],
])

describe("one slip", () => {
  it.each([
    ["tieu", "tieo"],
    ["tieu", "tiu"],
    ["tieu", "tieeu"],
    ["tieu", "tiue"],
    ["nuoc", "uoc"],
    ["nuoc", "nuocc"],
  ])("%s and %s", (one, other) => {
    expect(isOneSlip(one, other)).toBe(true)
    expect(isOneSlip(other, one)).toBe(true)
  })

  it.each([
    ["tieu", "tieu"],
    ["tieu", "tuei"],
    ["mam", "mat ong"],
    ["abc", "cba"],
  ])("not %s and %s", (one, other) => expect(isOneSlip(one, other)).toBe(false))
})

describe("spellings", () => {
  it.each([
    ["nuoc man", "nuoc mam"],
    ["nuocc mam", "nuoc mam"],
    ["nươc mấn", "nuoc mam"],
    ["mta ong", "mat ong"],
    ["tinh dau xa", "tinh dau sa"],
    ["tiue tien phuoc", "tieu tien phuoc"],
    ["nuocmam", "nuoc mam"],
    ["tieutienphuoc", "tieu tien phuoc"],
    ["ot arieuu", "ot arieu"],
    ["ot a rieu", "ot arieu"],
    ["nouc mamm", "nuoc mam"],
  ])("%s may be %s", (typed, meant) =>
    expect(spellings(typed, lexicon, 40)).toContain(meant),
  )

  it("has nothing to offer for what is like nothing in the shop", () =>
    expect(spellings("iphone 15", lexicon, 40)).toEqual([]))

  it("never touches a number", () =>
    expect(spellings("15", new Map([["16", 3]]), 40)).toEqual([]))
})
