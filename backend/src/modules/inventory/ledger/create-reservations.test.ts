import { describe, expect, it } from "vitest"
import { matchHolds } from "./create-reservations"

const hold = (
  id: string,
  cart_line: string,
  inventory_item_id: string,
  quantity: number,
) => ({
  id,
  cart_line,
  inventory_item_id,
  quantity,
  location_id: "here",
  line_item_id: null,
  external_id: "cart",
})
const wants = (line_item_id: string, inventory_item_id: string, quantity: number) => ({
  line_item_id,
  inventory_item_id,
  quantity,
})

describe("matchHolds", () => {
  const holds = [
    hold("1", "x", "tea", 3),
    hold("2", "x", "tea", 2),
    hold("3", "y", "tea", 4),
  ]

  it("gives each line the holds of one cart line, parts at several points together", () => {
    const lines = [wants("a", "tea", 4), wants("b", "tea", 5)]
    expect(matchHolds(holds, lines)).toEqual([
      { id: "3", line_item_id: "a" },
      { id: "1", line_item_id: "b" },
      { id: "2", line_item_id: "b" },
    ])
  })

  it("fits exactly or not at all", () => {
    expect(matchHolds(holds, [wants("a", "tea", 9)])).toBeNull()
    expect(matchHolds(holds, [wants("a", "tea", 4), wants("b", "tea", 4)])).toBeNull()
    expect(matchHolds([], [wants("a", "tea", 4)])).toBeNull()
    expect(matchHolds(holds, [wants("a", "tea", 4), wants("b", "honey", 5)])).toBeNull()
  })
})
