import { describe, expect, it } from "vitest"
import { ApiFailure } from "./api-failure"
import { namingProducts } from "./shortage"

const line = (id: string, item: string, count: number, title: string, required = 1) => ({
  line_item_id: id,
  inventory_item_id: item,
  quantity: count * required,
  required_quantity: required,
  title,
})
const refusal = (details: unknown) =>
  new ApiFailure(409, "insufficient_inventory", "Mặt hàng này vừa hết.", details)
const left = (pieces: Record<string, number>) =>
  refusal({
    available: 0,
    lines: Object.entries(pieces).map(([inventory_item_id, available]) => ({
      line_item_id: null,
      inventory_item_id,
      available,
    })),
  })

describe("namingProducts", () => {
  it("says which products are short, and how much of them is left", () => {
    const demand = [
      line("1", "x", 3, "Mật ong rừng"),
      line("2", "y", 1, "Trà dây"),
      line("3", "z", 1, "Nước mắm"),
    ]
    const named = namingProducts(left({ x: 2, y: 0 }), demand)
    expect(named.message).toContain("Mật ong rừng (còn 2), Trà dây (đã hết).")
    expect(named.status).toBe(409)
    expect(named.details).toEqual({
      available: 0,
      lines: [
        { line_item_id: "1", title: "Mật ong rừng", available: 2 },
        { line_item_id: "2", title: "Trà dây", available: 0 },
      ],
    })
  })

  it("serves lines that share an item one after the other", () => {
    const demand = [line("1", "x", 3, "Hũ lẻ"), line("2", "x", 3, "Hũ tặng")]
    expect(namingProducts(left({ x: 4 }), demand).details).toMatchObject({
      lines: [{ line_item_id: "2", available: 1 }],
    })
  })

  it("counts a basket as a whole, by the component that is shortest", () => {
    const demand = [
      line("1", "x", 3, "Giỏ quà", 2),
      line("1", "y", 3, "Giỏ quà"),
      line("2", "y", 1, "Trà"),
    ]
    expect(namingProducts(left({ x: 3, y: 2 }), demand).details).toMatchObject({
      lines: [{ line_item_id: "1", title: "Giỏ quà", available: 1 }],
    })
  })

  it("leaves a refusal alone that names no line of the cart", () => {
    const demand = [line("1", "x", 3, "Mật ong rừng")]
    for (const details of [undefined, { available: 0 }, { available: 0, lines: [] }]) {
      const plain = refusal(details)
      expect(namingProducts(plain, demand)).toBe(plain)
    }
  })
})
