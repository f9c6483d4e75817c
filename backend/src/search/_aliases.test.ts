import { describe, expect, it } from "vitest"
import { aliasesOf } from "./_aliases"

describe("aliasesOf", () => {
  it.each([
    ["Dầu phụng Trà Đông", ["Dầu lạc Trà Đông", "Dầu phộng Trà Đông"]],
    ["Dầu mè đen", ["Dầu vừng đen"]],
    ["Siro dứa", ["Siro thơm", "Siro khóm"]],
    ["Phở sắn Đông Phú", ["Phở khoai mì Đông Phú"]],
    ["Chè dây Ra Zéh", ["Trà dây Ra Zéh", "Chè dây chè dây"]],
  ])("%s", (title, expected) => {
    const aliases = aliasesOf(title)
    for (const alias of expected)
      expect(aliases.map((text) => text.toLowerCase())).toContain(alias.toLowerCase())
  })

  it("knows words only by their accents and as a whole", () => {
    expect(aliasesOf("Chén me ngâm")).toEqual([])
    expect(aliasesOf("Dầu gội mẹ bầu")).toEqual([])
  })

  it("does not take a fragrance for a pineapple", () => {
    expect(aliasesOf("Gạo thơm")).toEqual([])
  })

  it("leaves the names of places alone", () => {
    expect(aliasesOf("Tinh dầu quế Trà My")).toEqual([])
  })
})
