import { describe, expect, it } from "vitest"
import { orderSteps, pickupSteps } from "./order-stages"

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

describe("pickupSteps", () => {
  it("leads to the counter", () => {
    expect(pickupSteps("ready")).toEqual([
      { label: "Đã đặt", state: "done" },
      { label: "Đang chuẩn bị", state: "done" },
      { label: "Sẵn sàng để nhận", state: "current" },
      { label: "Đã nhận", state: "ahead" },
    ])
  })

  it("ends where nobody came", () => {
    expect(pickupSteps("expired")).toEqual([
      { label: "Đã đặt", state: "done" },
      { label: "Hết hạn nhận", state: "current" },
    ])
  })
})
