import { expect, it } from "vitest"
import { onePerLine } from "./shown-reservations"

const reservation = (
  id: string,
  line: string,
  location_id: string,
  quantity: number,
) => ({
  id,
  line_item_id: line,
  inventory_item_id: "tea",
  location_id,
  quantity,
  metadata: null,
  created_at: "",
  updated_at: "",
  deleted_at: null,
})

it("shows a split line as one reservation, the one at the point, with all its pieces", () => {
  const shown = onePerLine(
    [
      reservation("a", "split", "there", 3),
      reservation("b", "split", "here", 2),
      reservation("c", "other", "there", 1),
    ],
    { orderId: "order", lineIds: ["split"], locationId: "here" },
  )
  expect(shown.map(({ id, quantity }) => [id, quantity])).toEqual([
    ["b", 5],
    ["c", 1],
  ])
})
