import { describe, expect, it } from "vitest"
import { orderSteps } from "./order-stages"

describe("orderSteps", () => {
  it("marks what is done, what is now and what lies ahead", () => {
    expect(orderSteps("packed").map(({ state }) => state)).toEqual([
      "done",
      "current",
      "ahead",
      "ahead",
    ])
  })

  it("promises no delivery of a cancelled order", () => {
    expect(orderSteps("cancelled")).toEqual([
      { label: "Đã nhận đơn", state: "done" },
      { label: "Đơn đã hủy", state: "current" },
    ])
  })
})
