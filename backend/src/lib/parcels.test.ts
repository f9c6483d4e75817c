import { describe, expect, it } from "vitest"
import { packedLines } from "./cart-parcels"
import { toParcels } from "./parcels"

const points = new Map([
  ["a", { name: "Điểm OCOP An Bàng", handle: "an-bang" }],
  ["b", { name: "Điểm OCOP Bình Minh", handle: null }],
])

describe("toParcels", () => {
  it("makes one parcel a point, the fullest first, and adds up one product", () => {
    const packed = [
      { location_id: "a", title: "Mật ong", quantity: 1 },
      { location_id: "b", title: "Trà", quantity: 2 },
      { location_id: "b", title: "Trà", quantity: 3 },
    ]
    expect(toParcels(packed, points)).toEqual([
      {
        point: { name: "Điểm OCOP Bình Minh", handle: null },
        lines: [{ title: "Trà", quantity: 5 }],
      },
      {
        point: { name: "Điểm OCOP An Bàng", handle: "an-bang" },
        lines: [{ title: "Mật ong", quantity: 1 }],
      },
    ])
  })
})

describe("packedLines", () => {
  const line = (id: string, item: string, count: number, required = 1) => ({
    line_item_id: id,
    inventory_item_id: item,
    quantity: count * required,
    required_quantity: required,
    title: id,
  })

  it("gives every piece of a shared item to one line, over all points", () => {
    const lines = [line("Giỏ", "x", 3), line("Hũ", "x", 2), line("Trà", "y", 1)]
    const plan = [
      {
        location_id: "a",
        lines: [
          { inventory_item_id: "x", quantity: 4 },
          { inventory_item_id: "y", quantity: 1 },
        ],
      },
      { location_id: "b", lines: [{ inventory_item_id: "x", quantity: 1 }] },
    ]
    expect(packedLines(lines, plan)).toEqual([
      { location_id: "a", title: "Giỏ", quantity: 3 },
      { location_id: "a", title: "Hũ", quantity: 1 },
      { location_id: "a", title: "Trà", quantity: 1 },
      { location_id: "b", title: "Hũ", quantity: 1 },
    ])
  })

  it("counts a basket of several items once", () => {
    const plan = [
      {
        location_id: "a",
        lines: [
          { inventory_item_id: "x", quantity: 4 },
          { inventory_item_id: "y", quantity: 2 },
        ],
      },
    ]
    expect(packedLines([line("Giỏ", "x", 2, 2), line("Giỏ", "y", 2)], plan)).toEqual([
      { location_id: "a", title: "Giỏ", quantity: 2 },
    ])
  })
})
