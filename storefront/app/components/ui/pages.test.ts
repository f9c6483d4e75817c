import { describe, expect, it } from "vitest"
import { pageNumbers } from "./pages"

describe("pageNumbers", () => {
  it("shows every page when there are few", () => {
    expect(pageNumbers(1, 1)).toEqual([1])
    expect(pageNumbers(2, 3)).toEqual([1, 2, 3])
  })
  it("leaves gaps out, but not a gap of one page", () => {
    expect(pageNumbers(1, 9)).toEqual([1, 2, null, 9])
    expect(pageNumbers(5, 9)).toEqual([1, null, 4, 5, 6, null, 9])
    expect(pageNumbers(4, 9)).toEqual([1, 2, 3, 4, 5, null, 9])
    expect(pageNumbers(9, 9)).toEqual([1, null, 8, 9])
  })
})
