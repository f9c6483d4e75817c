import { describe, expect, it } from "vitest"
import { formatOrderCode, parseOrderCode } from "./order-code"

describe("order code", () => {
  it.each([1, 2, 99, 12_345, 999_999, 1_234_567])("reads back order %i", (id) => {
    expect(parseOrderCode(formatOrderCode(id))).toBe(id)
  })

  it("is QN and seven digits for the first million orders", () => {
    expect(formatOrderCode(12)).toMatch(/^QN\d{7}$/)
  })

  it("is read with small letters, spaces and dots, as people type it", () => {
    const code = formatOrderCode(12)
    expect(parseOrderCode(` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)} `)).toBe(
      12,
    )
  })

  it("finds every single wrong digit", () => {
    const code = formatOrderCode(4711)
    for (let at = 2; at < code.length; at++)
      for (let digit = 0; digit < 10; digit++) {
        const wrong = code.slice(0, at) + digit + code.slice(at + 1)
        if (wrong !== code) expect(parseOrderCode(wrong), wrong).toBeNull()
      }
  })

  it.each(["", "QN", "12", "XX0000125", "QN0000000", "QN00000000000"])(
    "refuses %j",
    (code) => expect(parseOrderCode(code)).toBeNull(),
  )
})
