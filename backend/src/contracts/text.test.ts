import { describe, expect, it } from "vitest"
import { foldText, normaliseText, slugify } from "./text"

describe("text", () => {
  it("composes and collapses", () =>
    expect(normaliseText("  nước\u00A0 mắm\u200B ".normalize("NFD"))).toBe("nước mắm"))
  it("leaves no control character", () =>
    expect(normaliseText("\0a\0b \u0007\n c\u0085")).toBe("a b c"))
  it.each([
    ["Đèn lồng Hội An", "den long hoi an"],
    ["Tr'Hy", "tr'hy"],
    ["Ớt A Riêu", "ot a rieu"],
  ])("folds %s", (text, folded) => expect(foldText(text)).toBe(folded))
  it.each([
    ["Nước mắm Cửa Khe – Hai Hiền", "nuoc-mam-cua-khe-hai-hien"],
    ["Ch'ơm", "ch-om"],
    ["“Đặc sản” (5 sao)", "dac-san-5-sao"],
  ])("makes the slug of %s", (text, slug) => expect(slugify(text)).toBe(slug))
})
