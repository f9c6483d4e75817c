import { describe, expect, it } from "vitest"
import { accentedWords, isAccented, plainWords, wordsOf } from "./search-text"

describe("plain words", () => {
  it.each([
    ["Nước mắm Cửa Khe", "nuoc mam cua khe"],
    ["NƯỚC MẮM", "nuoc mam"],
    ["Nước mắm".normalize("NFD"), "nuoc mam"],
    ["Đậu  phụng\u00A0rang\u200B", "dau phung rang"],
    ["Mỳ Quảng, kỹ, lý", "mi quang ki li"],
    ["Quý Thu – Thủy – yến", "quy thu thuy yen"],
    ["Tr'Hy 103/QĐ-UBND", "tr hi 103 qd ubnd"],
    ["100% <script>", "100 script"],
    ["🍯", ""],
  ])("%j → %j", (text, plain) => expect(plainWords(text)).toBe(plain))
})

describe("accented words", () => {
  it("keep words apart that differ in one accent", () => {
    const spelt = ["dưa", "dừa", "dứa", "dửa", "dữa", "dựa", "dua", "dùa", "đua"]
    expect(new Set(spelt.map(accentedWords)).size).toBe(spelt.length)
  })

  it("are never the beginning of one another", () => {
    const spelt = [
      "tố",
      "toá",
      "dưa",
      "dừa",
      "ma",
      "má",
      "mà",
      "mả",
      "mã",
      "mạ",
      "mắ",
      "mắc",
    ]
      .filter(isAccented)
      .map(accentedWords)
    for (const one of spelt)
      for (const other of spelt)
        if (one !== other) expect(other.startsWith(one)).toBe(false)
  })

  it.each([
    ["hòa", "hoà"],
    ["thủy", "thuỷ"],
    ["khỏe", "khoẻ"],
    ["phước", "phứơc"],
    ["mì", "mỳ"],
    ["kĩ", "kỹ"],
    ["nước", "NƯỚC".normalize("NFD")],
  ])("%s and %s are one word", (one, other) =>
    expect(accentedWords(one)).toBe(accentedWords(other)),
  )

  it("leave plain what has no accent", () =>
    expect(accentedWords("mật ong").split(" ")[1]).toBe("ong"))
})

it("words are cut at anything but letters and digits", () =>
  expect(wordsOf("Gạo “Cái quạt mo” 5kg/túi")).toEqual([
    ..."Gạo Cái quạt mo 5kg túi".split(" "),
  ]))
