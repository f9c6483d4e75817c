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

  it("leaves alone what only sounds like it", () => {
    expect(aliasesOf("Thanh trà Tiên Hiệp")).toEqual([])
    expect(aliasesOf("Củ sắn tươi")).toEqual([])
  })
})

describe("anyOf", () => {
  it("matches whole names with their capitals, the longest first", () => {
    const places = anyOf(["Trà Linh", "Trà My", "Bắc Trà My"])
    expect("Cam Bắc Trà My".replace(places, "·")).toBe("Cam ·")
    expect("Trà linh chi".replace(places, "·")).toBe("Trà linh chi")
    expect("Trà Mya".replace(places, "·")).toBe("Trà Mya")
  })
})
