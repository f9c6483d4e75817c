import { describe, expect, it } from "vitest"
import { toBuyerPickup } from "./pickup-view"

const point = { name: "Điểm OCOP Hội An", handle: "diem-ocop-hoi-an" }
const kept = { location_id: "sloc_1", code: "012345", expires_at: "2026-12-01T03:00:00Z" }

describe("toBuyerPickup", () => {
  it("shows the code from the beginning, and until when once the goods are ready", () => {
    expect(toBuyerPickup({ ...kept, status: "placed" }, point)).toEqual({
      point,
      status: "placed",
      label: "Đã đặt",
      code: "012345",
      until: null,
    })
    expect(toBuyerPickup({ ...kept, status: "ready" }, point)).toMatchObject({
      label: "Sẵn sàng để nhận",
      code: "012345",
      until: kept.expires_at,
    })
  })

  it.each(["collected", "expired", "cancelled"] as const)(
    "shows no code of what was %s",
    (status) =>
      expect(toBuyerPickup({ ...kept, status }, point)).toMatchObject({
        code: null,
        until: null,
      }),
  )
})
