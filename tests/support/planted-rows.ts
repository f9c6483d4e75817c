/** What plants are made of: rows as SQL, and the facts that they stand on. */

/** An open order of one line of three pieces, and the shelf it is reserved on. */
export type Facts = {
  order: string
  cart: string
  line: string
  reservation: string
  item: string
  /** Another item that is kept at the same point. */
  other: string
  point: string
  payment: string
  collection: string
  /** đồng */
  total: number
}

export type Plant = {
  kind: string
  invariant: string
  size: number
  sql: (facts: Facts) => string
}

/** Statements between these go past the triggers, as somebody with the superuser's rights could. */
export const unguarded = (sql: string) =>
  `set local session_replication_role = replica; ${sql}; set local session_replication_role = origin`

export type Row = {
  kind: string
  item: string
  point: string
  lot?: string
  /** Change on hand, and reserved. */
  onHand?: number
  reserved?: number
  reservation?: string
  document?: string
  corrects?: string
}

export const text = (value: string | undefined) =>
  value === undefined ? "null" : `'${value}'`

/** A row of the ledger; it moves the balances unless it is unguarded. */
export const entry = ({ onHand = 0, reserved = 0, ...row }: Row) => `
  insert into stock_entry (inventory_item_id, location_id, lot_id, kind, quantity, on_hand_change,
    reserved_change, reservation_id, document_type, document_id, reason, corrects_id, occurred_at)
  values ('${row.item}', '${row.point}', ${text(row.lot)}, '${row.kind}',
    ${Math.max(Math.abs(onHand), Math.abs(reserved))}, ${onHand}, ${reserved},
    ${text(row.reservation)}, 'test', '${row.document ?? "planted"}', 'other',
    ${row.corrects ?? "null"}, now())`

/** The shelf of the order's item. */
export const here = ({ item, point }: Facts) => ({ item, point })

export const lot = (id: string, item: string) =>
  `insert into stock_lot (id, inventory_item_id, code) values ('${id}', '${item}', '${id}')`

/** Pieces without a lot for a plant to move, so that it does not depend on the lots of the seed. */
export const arrival = (facts: Facts, pieces: number) =>
  entry({ ...here(facts), kind: "receipt", onHand: pieces })
