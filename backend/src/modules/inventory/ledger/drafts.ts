/** Ledger rows for goods that are reserved, and for reservations that end. */
import { stockContext } from "../context"
import { type Taken } from "./allocate"
import { type EntryDraft } from "./rows"
import { type Allocation } from "./store"

type Document = { type: string; id: string }

/** The document that a movement belongs to; without one in the context, `otherwise`. */
export const documentOr = (
  otherwise: Document,
): { document_type: string; document_id: string } => {
  const { type, id } = stockContext().document ?? otherwise
  return { document_type: type, document_id: id }
}

export const reserveDrafts = (
  reservation: { id: string; line_item_id: string | null },
  taken: readonly Taken[],
  document: Document = { type: "reservation", id: reservation.id },
): EntryDraft[] =>
  taken.map(({ balance, quantity }) => ({
    inventory_item_id: balance.inventory_item_id,
    location_id: balance.location_id,
    lot_id: balance.lot_id,
    kind: "reservation",
    quantity,
    on_hand_change: 0,
    reserved_change: quantity,
    reservation_id: reservation.id,
    ...documentOr(document),
    document_line: reservation.line_item_id,
  }))

export const releaseDraft = (
  { reservation_id, inventory_item_id, location_id, lot_id, quantity }: Allocation,
  line: string | null,
  document: Document = { type: "reservation", id: reservation_id },
): EntryDraft => ({
  inventory_item_id,
  location_id,
  lot_id,
  kind: "reservation-release",
  quantity,
  on_hand_change: 0,
  reserved_change: -quantity,
  reservation_id,
  ...documentOr(document),
  document_line: line,
})
