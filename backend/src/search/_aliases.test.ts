import { describe, expect, it } from "vitest"
import { aliasesOf, anyOf } from "./_aliases"

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
    expect(aliasesOf("Me ngâm đường")).toEqual([])
    expect(aliasesOf("Dầu gội mẹ bầu")).toEqual([])
  })

  it("does not take a fragrance for a pineapple", () => {
    expect(aliasesOf("Gạo thơm")).toEqual([])
  })

  it("combines the words of a name", () =>
    expect(aliasesOf("Kẹo đậu phụng mè")).toEqual(
      expect.arrayContaining([
        "Kẹo đậu lạc mè",
        "Kẹo đậu phụng vừng",
        "Kẹo đậu lạc vừng",
      ]),
    ))

  it("leaves the names of places alone, not the goods that are called like them", () => {
    const places = anyOf(["Trà Linh", "Trà My", "Bắc Trà My"])
    expect(aliasesOf("Cam Trà My", places)).toEqual([])
    expect(aliasesOf("Chè vằng Bắc Trà My", places)).toEqual(["trà vằng Bắc Trà My"])
    expect(aliasesOf("Trà linh chi", places)).toEqual(["chè linh chi"])
  })

  it("leaves alone what only sounds like it", () => {
    expect(aliasesOf("Thanh trà Tiên Hiệp")).toEqual([])
    expect(aliasesOf("Củ sắn tươi")).toEqual([])
  })
})
