import { describe, expect, it } from "vitest"
import { piecesOf, place, shortLines } from "./placement"
import { type Balance } from "./rows"

const shelf = (
  item: string,
  location: string,
  on_hand: number,
  lot?: Partial<Balance>,
) => ({
  inventory_item_id: item,
  location_id: location,
  lot_id: null,
  on_hand,
  reserved: 0,
  best_before: null,
  made_on: null,
  sellable: true,
  ...lot,
})
const line = (inventory_item_id: string, quantity: number, line_item_id = "line") => ({
  inventory_item_id,
  quantity,
  line_item_id,
})
const points = [
  { locationId: "near", rank: 0 },
  { locationId: "far", rank: 1 },
]
const shown = (placements: ReturnType<typeof place>) =>
  placements?.map(({ demand, location_id, taken }) => [
    demand.line_item_id,
    location_id,
    piecesOf(taken),
  ])

describe("place", () => {
  it("shares what the points give among two lines of one item", () => {
    const balances = [shelf("tea", "near", 3), shelf("tea", "far", 2)]
    const placements = place([line("tea", 2, "a"), line("tea", 3, "b")], balances, points)
    expect(shown(placements)).toEqual([
      ["a", "near", 2],
      ["b", "near", 1],
      ["b", "far", 2],
    ])
    expect(balances.map(({ reserved }) => reserved)).toEqual([3, 2])
  })

  it("counts lines of one item together and changes nothing when they want too much", () => {
    const balances = [shelf("tea", "near", 3)]
    expect(place([line("tea", 2), line("tea", 2)], balances, points)).toBeNull()
    expect(balances[0]?.reserved).toBe(0)
  })

  it("leaves alone what must not be sold, and takes first what expires first", () => {
    const balances = [
      shelf("tea", "near", 5, { lot_id: "old", sellable: false }),
      shelf("tea", "near", 5, { lot_id: "late", best_before: "2030-02-01" }),
      shelf("tea", "near", 1, { lot_id: "soon", best_before: "2030-01-01" }),
    ]
    const [placement] = place([line("tea", 3)], balances, points) ?? []
    expect(
      placement?.taken.map(({ balance, quantity }) => [balance.lot_id, quantity]),
    ).toEqual([
      ["soon", 1],
      ["late", 2],
    ])
  })
})

describe("shortLines", () => {
  it("names every line of an item that there is not enough of, with what could be had", () => {
    const balances = [
      shelf("tea", "near", 1),
      shelf("tea", "far", 1),
      shelf("tea", "elsewhere", 9),
      shelf("honey", "far", 5),
    ]
    const lines = [line("tea", 2, "a"), line("honey", 5, "b"), line("tea", 1, "c")]
    expect(shortLines(lines, balances, points)).toEqual([
      { line: 0, line_item_id: "a", inventory_item_id: "tea", available: 2 },
      { line: 2, line_item_id: "c", inventory_item_id: "tea", available: 2 },
    ])
  })
})
