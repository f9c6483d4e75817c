import { describe, expect, it } from "vitest"
import { figureWords } from "./figure-words"

const filterOf = (text: string) =>
  Object.assign({}, ...figureWords(text).map(({ filter }) => filter))
const restOf = (text: string) => {
  let rest = text
  for (const { start, end } of figureWords(text).sort((a, b) => b.start - a.start))
    rest = rest.slice(0, start) + rest.slice(end)
  return rest.replace(/\s+/g, " ").trim()
}

describe("stars", () => {
  it.each([
    ["nước mắm 4 sao", [4], "nước mắm"],
    ["nuoc mam 4sao", [4], "nuoc mam"],
    ["OCOP 4 sao", [4], ""],
    ["trà ocop hạng 5 sao", [5], "trà"],
    ["mật ong bốn sao", [4], "mật ong"],
    ["mat ong bon sao", [4], "mat ong"],
    ["4*", [4], ""],
    ["trà 4★", [4], "trà"],
    ["5 stars tea", [5], "tea"],
    ["từ 4 sao", [4, 5], ""],
    ["quà 4 sao trở lên", [4, 5], "quà"],
    ["3-4 sao", [3, 4], ""],
    ["rượu 3 đến 5 sao", [3, 4, 5], "rượu"],
    ["năm sao", [5], ""],
  ])("%j", (text, stars, rest) => {
    expect(filterOf(text)).toEqual({ stars })
    expect(restOf(text)).toBe(rest)
  })

  it.each(["chè xanh sao tay", "2 sao", "6 sao", "14 sao", "sao 4", "hoa sao"])(
    "%j is none",
    (text) => expect(filterOf(text)).toEqual({}),
  )
})

describe("prices", () => {
  it.each([
    ["mật ong dưới 100k", 0, 100_000],
    ["dưới 100", 0, 100_000],
    ["duoi 100 nghin", 0, 100_000],
    ["dưới 100.000đ", 0, 100_000],
    ["dưới 1 triệu", 0, 1_000_000],
    ["giá dưới 1,5 triệu", 0, 1_500_000],
    ["không quá 1tr5", 0, 1_500_000],
    ["<200k", 0, 200_000],
    ["trên 200k", 200_000, null],
    ["từ 50.000", 50_000, null],
    ["từ 50k đến 100k", 50_000, 100_000],
    ["50-100k", 50_000, 100_000],
    ["100k - 1tr", 100_000, 1_000_000],
    ["100.000 - 200.000 đồng", 100_000, 200_000],
    ["khoảng 100k", 80_000, 120_000],
  ])("%j", (text, min, max) => expect(filterOf(text)).toEqual({ price: { min, max } }))

  it.each(["iphone 15", "gạo 5kg", "500 g", "lá 52", "100k", "từ 3", "100-50k"])(
    "%j is none",
    (text) => expect(filterOf(text)).toEqual({}),
  )
})

it("several at once", () => {
  expect(filterOf("nước mắm 4 sao dưới 200k còn hàng")).toEqual({
    stars: [4],
    price: { min: 0, max: 200_000 },
    inStock: true,
  })
  expect(restOf("nước mắm 4 sao dưới 200k còn hàng")).toBe("nước mắm")
  expect(filterOf("trà ocop")).toEqual({ certified: true })
})
