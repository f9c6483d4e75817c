import { expect, it } from "vitest"
import { byExpiry, take } from "./allocate"
import { type Balance } from "./rows"

const balance = (lot_id: string | null, more: Partial<Balance> = {}): Balance => ({
  inventory_item_id: "tea",
  location_id: "here",
  lot_id,
  on_hand: 2,
  reserved: 0,
  best_before: null,
  made_on: null,
  sellable: true,
  ...more,
})

it("takes what expires first, then what was made first, goods without a lot last", () => {
  const order = [
    balance("d", { best_before: "2029-01-01" }),
    balance("a", { best_before: "2030-01-01" }),
    balance("c", { made_on: "2026-01-01" }),
    balance("B"),
    balance("b"),
    balance(null),
  ]
  const sorted = [...order].reverse().sort(byExpiry)
  expect(sorted.map(({ lot_id }) => lot_id)).toEqual(["d", "a", "c", "B", "b", null])
})

it("notes what it takes, and nothing when there is not enough", () => {
  const shelf = [balance(null), balance("a", { reserved: 1 })]
  expect(take(shelf, 4)).toBeNull()
  expect(shelf.map(({ reserved }) => reserved)).toEqual([0, 1])
  const taken = take(shelf, 2)
  expect(taken?.map(({ balance: { lot_id }, quantity }) => [lot_id, quantity])).toEqual([
    ["a", 1],
    [null, 1],
  ])
  expect(shelf.map(({ reserved }) => reserved)).toEqual([1, 2])
})
