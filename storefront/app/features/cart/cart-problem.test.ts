import { describe, expect, it } from "vitest"
import { refusalMessage } from "./cart-problem"

describe("refusalMessage", () => {
  it("says what can be done about missing stock", () => {
    expect(refusalMessage("insufficient_inventory", "Không còn đủ hàng.")).toContain(
      "giảm số lượng",
    )
  })

  it("otherwise passes on the backend's own words", () => {
    const words = "Rượu chỉ bán tại điểm OCOP."
    expect(refusalMessage("counter_only", words)).toBe(words)
  })
})
