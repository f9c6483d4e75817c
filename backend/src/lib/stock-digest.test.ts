import { describe, expect, it } from "vitest"
import { type UrgentAlert } from "./stock-alert-views"
import { digestOf } from "./stock-digest"

const common = {
  id: "1",
  changed_at: "2026-11-25T00:00:00.000Z",
  is_new: true,
  inventory_item_id: "iitem_1",
  sku: "OCOP-1",
  location_id: "sloc_1",
  point_name: "Điểm OCOP Hội An",
}
const honey = (pieces: number): UrgentAlert => ({
  ...common,
  kind: "low-stock",
  title: "Mật ong",
  ...{
    pieces,
    minimum: 10,
    cover_days: null,
    needed: 10,
    latitude: null,
    longitude: null,
  },
})
const sauce = (days_left: number): UrgentAlert => ({
  ...common,
  kind: "near-expiry",
  title: "Nước mắm",
  stage: days_left > 0 ? 7 : 0,
  ...{
    lot_id: "lot_1",
    lot_code: "L1",
    best_before: "2026-11-28",
    days_left,
    pieces: 1200,
  },
})
const counts = {
  location_id: "sloc_1",
  point_name: "Điểm OCOP Hội An",
  ...{ low_stock: 0, near_expiry: 0, expired: 0, new: 0 },
}

describe("a digest", () => {
  it("names the point, the counts and the most urgent things", () =>
    expect(
      digestOf({ ...counts, low_stock: 1_234, near_expiry: 1, new: 2 }, [
        honey(0),
        sauce(3),
      ]),
    ).toEqual({
      title: "Cảnh báo kho: Điểm OCOP Hội An",
      description:
        "1.234 mặt hàng sắp hết, 1 lô gần hạn (2 mới). Gấp nhất: " +
        "Mật ong (hết hàng, cần 10); Nước mắm (lô L1, 1.200 món còn 3 ngày).",
    }))

  it("does not name what there is none of", () =>
    expect(digestOf({ ...counts, low_stock: 1 }, [honey(4)]).description).toBe(
      "1 mặt hàng sắp hết. Gấp nhất: Mật ong (còn 4/10).",
    ))

  it("says the day of what has expired", () =>
    expect(digestOf({ ...counts, expired: 1 }, [sauce(0)]).description).toBe(
      "1 lô hết hạn. Gấp nhất: Nước mắm (lô L1, 1.200 món hết hạn 28/11/2026).",
    ))
})
