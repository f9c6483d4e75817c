import { BigNumber } from "@medusajs/framework/utils"
import { describe, expect, it } from "vitest"
import { wholeChange, wholePieces } from "./quantities"

describe("wholePieces", () => {
  it("takes whole numbers in any of the framework's shapes", () => {
    expect(wholePieces(3, "quantity")).toBe(3)
    expect(wholePieces("3", "quantity")).toBe(3)
    expect(wholePieces({ value: "3" }, "quantity")).toBe(3)
    expect(wholePieces(new BigNumber(3), "quantity")).toBe(3)
    expect(wholePieces(0, "quantity", 0)).toBe(0)
  })

  it.each([0, -1, 0.5, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "x", 1_000_001])(
    "refuses %s at its field",
    (quantity) => {
      expect(() => wholePieces(quantity, "items.2.quantity")).toThrow(
        expect.objectContaining({
          status: 422,
          failureCode: "invalid_input",
          details: { "items.2.quantity": expect.stringContaining("số nguyên từ 1") },
        }),
      )
    },
  )
})

describe("wholeChange", () => {
  it("may go down, not by parts of a piece", () => {
    expect(wholeChange(-3, "adjustment")).toBe(-3)
    expect(() => wholeChange(-0.5, "adjustment")).toThrow()
  })
})
