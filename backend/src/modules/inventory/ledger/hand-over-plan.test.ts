import { describe, expect, it } from "vitest"
import { planHandOver } from "./hand-over-plan"
import { type Balance } from "./rows"

const lot = (
  lot_id: string | null,
  on_hand: number,
  reserved: number,
  more: Partial<Balance> = {},
) => ({
  inventory_item_id: "tea",
  location_id: "here",
  lot_id,
  on_hand,
  reserved,
  best_before: null,
  made_on: null,
  sellable: true,
  ...more,
})
const reservation = (id: string, quantity: number, location_id = "here") => ({
  id,
  inventory_item_id: "tea",
  location_id,
  line_item_id: `line of ${id}`,
  external_id: null,
  quantity,
  cart_line: null,
})
const held = (
  reservation_id: string,
  lot_id: string | null,
  quantity: number,
  location_id = "here",
) => ({
  reservation_id,
  inventory_item_id: "tea",
  location_id,
  lot_id,
  quantity,
})
const leaving = (quantity: number) => ({
  inventory_item_id: "tea",
  location_id: "here",
  change: -quantity,
})
const order = (...ids: string[]) => ({
  orderId: "order",
  lineIds: ids.map((id) => `line of ${id}`),
  locationId: "here",
})
const rowsOf = (plan: ReturnType<typeof planHandOver>) =>
  typeof plan !== "string" && "drafts" in plan
    ? plan.drafts.map((draft) => [
        draft.kind,
        draft.location_id,
        draft.lot_id,
        draft.on_hand_change,
        draft.reserved_change,
        draft.reservation_id,
      ])
    : plan

describe("planHandOver", () => {
  it("sells what is reserved, the pieces that expire first, and keeps the rest reserved", () => {
    const balances = [
      lot("late", 9, 2, { best_before: "2030-02-01" }),
      lot("soon", 9, 2, { best_before: "2030-01-01" }),
    ]
    const plan = planHandOver(
      [leaving(3)],
      [reservation("r", 4)],
      [held("r", "late", 2), held("r", "soon", 2)],
      balances,
      order("r"),
    )
    expect(rowsOf(plan)).toEqual([
      ["sale", "here", "soon", -2, -2, "r"],
      ["sale", "here", "late", -1, -1, "r"],
    ])
    expect(plan).toMatchObject({ left: new Map([["r", 1]]) })
  })

  it("lets a lot go that must not be sold any more and takes other pieces", () => {
    const plan = planHandOver(
      [leaving(2)],
      [reservation("r", 2)],
      [held("r", "bad", 2)],
      [lot("bad", 5, 2, { sellable: false }), lot("good", 5, 0)],
      order("r"),
    )
    expect(rowsOf(plan)).toEqual([
      ["reservation-release", "here", "bad", 0, -2, "r"],
      ["sale", "here", "good", -2, 0, "r"],
    ])
  })

  it("says which lot stands in the way when there are no others", () => {
    const plan = planHandOver(
      [leaving(2)],
      [reservation("r", 2)],
      [held("r", "bad", 2)],
      [lot("bad", 5, 2, { sellable: false }), lot("good", 5, 4)],
      order("r"),
    )
    expect(plan).toEqual({ free: 1, blockedLot: "bad" })
  })

  it("frees pieces at the point that kept them and takes others where they leave", () => {
    const plan = planHandOver(
      [leaving(2)],
      [reservation("r", 2, "there")],
      [held("r", null, 2, "there")],
      [lot(null, 2, 2, { location_id: "there" }), lot(null, 3, 0)],
      order("r"),
    )
    expect(rowsOf(plan)).toEqual([
      ["reservation-release", "there", null, 0, -2, "r"],
      ["sale", "here", null, -2, 0, "r"],
    ])
  })

  it("tells two lines of one item apart by what is handed over of each", () => {
    const plan = planHandOver(
      [leaving(1), leaving(3)],
      [reservation("a", 3), reservation("b", 3)],
      [held("a", null, 3), held("b", null, 3)],
      [lot(null, 6, 6)],
      {
        ...order("a", "b"),
        quantities: new Map([
          ["line of b", 1],
          ["line of a", 3],
        ]),
      },
    )
    expect(rowsOf(plan)).toEqual([
      ["sale", "here", null, -1, -1, "b"],
      ["sale", "here", null, -3, -3, "a"],
    ])
  })

  it("takes nothing that is not reserved, however much of it is there", () => {
    const none = planHandOver([leaving(1)], [], [], [lot(null, 9, 0)], order("r"))
    expect(none).toBe("not reserved")
    const fewer = planHandOver(
      [leaving(2)],
      [reservation("r", 1)],
      [held("r", null, 1)],
      [lot(null, 9, 1)],
      order("r"),
    )
    expect(fewer).toBe("not reserved")
  })

  it("serves each item that a line is made of", () => {
    const honey = { inventory_item_id: "honey" }
    const basket = { line_item_id: "basket" }
    const plan = planHandOver(
      [leaving(1), { ...leaving(2), ...honey }],
      [
        { ...reservation("t", 1), ...basket },
        { ...reservation("h", 2), ...basket, ...honey },
      ],
      [held("t", null, 1), { ...held("h", null, 2), ...honey }],
      [lot(null, 1, 1), { ...lot(null, 2, 2), ...honey }],
      { ...order(), lineIds: ["basket"] },
    )
    expect(rowsOf(plan)).toEqual([
      ["sale", "here", null, -1, -1, "t"],
      ["sale", "here", null, -2, -2, "h"],
    ])
  })
})
