import { expect, it } from "vitest"
import { accentedWords } from "../contracts/search-text"
import { anyOf } from "./_aliases"
import { type Described, searchedText } from "./_searched"

const described: Described = {
  title: "Cam sành Trà Dương",
  subtitle: null,
  keywords: ["trái cây"],
  producer: "HTX Trà Dương",
  group: "Thực phẩm",
  places: ["Xã Trà Dương", "Huyện Bắc Trà My"],
  placeNames: anyOf(["Trà Dương", "Bắc Trà My"]),
  codes: ["DEMO-1"],
  story: "Cam trồng trên núi.",
}

it("a place in a title is a place, not goods", () => {
  const { words_name, words_other_names, words_place } = searchedText(described)
  expect(words_name).toEqual(["cam sanh"])
  expect(words_other_names).toEqual(["trai cay"])
  expect(words_place).toContain("cam sanh tra duong")
  expect(words_place).toContain("huyen bac tra mi")
})

it("a title that is nothing but a place stays", () =>
  expect(searchedText({ ...described, title: "Trà Dương" }).words_name).toEqual([
    "tra duong",
  ]))

it("every tier has its accents spelt out", () => {
  const text = searchedText(described)
  expect(text.accents_name).toEqual([accentedWords("Cam sành")])
  expect(text.accents_story[0]).toContain(accentedWords("núi"))
})

it("other regions' words for it count as its names", () =>
  expect(
    searchedText({ ...described, title: "Chè vằng Trà Dương" }).accents_other_names,
  ).toContain(accentedWords("trà vằng")))
