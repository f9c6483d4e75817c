import { describe, expect, it } from "vitest"
import { maskPhone, stageOf } from "./order-view"

const parcel = (
  at: Partial<Record<"packed" | "shipped" | "delivered" | "canceled", string>>,
) => ({
  canceled_at: at.canceled,
  packed_at: at.packed,
  shipped_at: at.shipped,
  delivered_at: at.delivered,
})
const stage = (...fulfillments: ReturnType<typeof parcel>[]) =>
  stageOf({ status: "pending", fulfillments })

describe("stageOf", () => {
  it("goes from placed to delivered", () => {
    expect(stage()).toBe("placed")
    expect(stage(parcel({ packed: "x" }))).toBe("packed")
    expect(stage(parcel({ packed: "x", shipped: "x" }))).toBe("shipped")
    expect(stage(parcel({ packed: "x", shipped: "x", delivered: "x" }))).toBe("delivered")
  })

  it("waits for the last parcel and ignores cancelled ones", () => {
    expect(stage(parcel({ delivered: "x" }), parcel({ packed: "x" }))).toBe("packed")
    expect(stage(parcel({ delivered: "x" }), parcel({ canceled: "x" }))).toBe("delivered")
  })

  it("says when the order is cancelled", () => {
    expect(stageOf({ status: "canceled", fulfillments: [] })).toBe("cancelled")
  })
})

describe("maskPhone", () => {
  it("keeps the first and last three digits", () => {
    expect(maskPhone("0905123456")).toBe("090****456")
    expect(maskPhone("02353812345")).toBe("023*****345")
    expect(maskPhone("")).toBe("")
  })
})
