import { describe, expect, it } from "vitest"
import { block, fit, LEADING, outline, widthOf } from "./lettering"

const ALL_MARKS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"

describe("lettering", () => {
  it("has an outline for every Vietnamese letter, small and capital", () => {
    for (const letter of ALL_MARKS + ALL_MARKS.toUpperCase()) {
      expect(outline(letter, 0, 0, 40, 700), letter).toMatch(/^M/)
    }
  })

  it("draws a decomposed text exactly like a composed one", () => {
    const title = "Ớt A Riêu muối"
    expect(outline(title.normalize("NFD"), 0, 0, 40, 700)).toBe(
      outline(title, 0, 0, 40, 700),
    )
  })

  it("writes no number that is none", () => {
    expect(outline("Chè dây Za Réh (Ra Zéh)", 10, 20, 33, 700)).not.toMatch(
      /NaN|undefined/,
    )
  })

  it("refuses a letter the family does not have", () => {
    expect(() => outline("茶", 0, 0, 40, 700)).toThrow(/no letter/)
  })
})

describe("fit", () => {
  it.each([
    "Nước mắm Cửa Khe – Hai Hiền",
    "TPBVSK SAPHRATON",
    "Bột protein thuần thực vật Kim Bồng – Hội An",
    "Dịch vụ trải nghiệm vườn rau Thanh Đông tại làng rau hữu cơ Cẩm Thanh",
    "Trà",
  ])("keeps %s inside its box in at most three lines", (title) => {
    const { lines, size } = fit(title, 240, 160, 700)
    expect(lines.length).toBeLessThanOrEqual(3)
    expect(size).toBeGreaterThan(14)
    expect(lines.length * size * LEADING).toBeLessThanOrEqual(160.01)
    for (const each of lines)
      expect(widthOf(each, 700) * size).toBeLessThanOrEqual(240.01)
    expect(lines.join(" ").replaceAll("\u00a0", " ")).toBe(title)
  })

  it("does not part the syllables of a word or of a name", () => {
    expect(fit("Đồng hồ 12 con giáp", 330, 96, 700, 46).lines[0]).toContain("Đồng hồ")
    expect(fit("Đèn lồng Hội An", 200, 130, 700).lines).toEqual(["Đèn lồng", "Hội An"])
  })

  it("never begins a line with a dash", () => {
    const { lines } = fit("Tinh dầu quế Trà My – Minh Phúc", 150, 200, 700)
    expect(lines.some((each) => each.startsWith("–"))).toBe(false)
  })

  it("is set around its middle", () => {
    const fitted = fit("Mật ong", 300, 100, 700)
    const xs = [...block(fitted, 500, 0, 700).matchAll(/[MLQC](-?[\d.]+) /g)].map((m) =>
      Number(m[1]),
    )
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(500, -1)
  })
})
