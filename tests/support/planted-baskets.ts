/** Differences of gift baskets that were packed, or taken apart. */
import { arrival, entry, type Facts, here, lot, type Plant } from "./planted-rows"

/** A lot of baskets, packed as it should be out of pieces of the order's item. */
const packed = (
  facts: Facts,
  { baskets, pieces }: { baskets: number; pieces: number },
) => `
  ${lot("lot_basket", facts.other)};
  insert into stock_lot_component (lot_id, line, inventory_item_id, quantity, unit_value)
    values ('lot_basket', 0, '${facts.item}', ${pieces}, 1000);
  ${arrival(facts, pieces)};
  ${entry({ ...here(facts), kind: "assembly", onHand: -pieces, document: "planted-baskets" })};
  ${entry({ ...here(facts), item: facts.other, kind: "assembly", lot: "lot_basket", onHand: baskets, document: "planted-baskets" })}`

export const basketPlants: readonly Plant[] = [
  {
    kind: "assembly",
    invariant: "I5",
    size: 2,
    sql: (f) => `${lot("lot_basket", f.other)};
      insert into stock_lot_component (lot_id, line, inventory_item_id, quantity, unit_value)
        values ('lot_basket', 0, '${f.item}', 5, 1000);
      ${arrival(f, 3)};
      ${entry({ ...here(f), kind: "assembly", onHand: -3, document: "planted-baskets" })};
      ${entry({ ...here(f), item: f.other, kind: "assembly", lot: "lot_basket", onHand: 1, document: "planted-baskets" })}`,
  },
  {
    kind: "disassembly",
    invariant: "I5",
    size: 2,
    sql: (f) => `${packed(f, { baskets: 1, pieces: 5 })};
      ${entry({ ...here(f), item: f.other, kind: "disassembly", lot: "lot_basket", onHand: -1, document: "planted-apart" })};
      ${entry({ ...here(f), kind: "disassembly", onHand: 3, document: "planted-apart" })};
      update stock_lot_component set returned = 5 where lot_id = 'lot_basket'`,
  },
  {
    kind: "disassembly-whole",
    invariant: "I5",
    size: 2,
    sql: (f) => `${packed(f, { baskets: 2, pieces: 10 })};
      ${entry({ ...here(f), item: f.other, kind: "disassembly", lot: "lot_basket", onHand: -1, document: "planted-apart" })};
      ${entry({ ...here(f), kind: "disassembly", onHand: 3, document: "planted-apart" })};
      update stock_lot_component set returned = 3 where lot_id = 'lot_basket'`,
  },
]
