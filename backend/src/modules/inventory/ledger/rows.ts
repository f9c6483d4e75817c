import { type LossBearer, type StockEntryKind } from "../../../contracts/stock"

/** One lot of one item at one point. */
export type Place = {
  inventory_item_id: string
  location_id: string
  lot_id: string | null
}

export type Balance = Place & {
  on_hand: number
  reserved: number
  /** "YYYY-MM-DD" or null. */
  best_before: string | null
  made_on: string | null
  /** Neither expired (Việt Nam's day) nor recalled nor on the road. */
  sellable: boolean
}

/** A row to be written; `owner_id` and `recorded_at` are the database's to say. */
export type EntryDraft = Place & {
  kind: StockEntryKind
  quantity: number
  on_hand_change: number
  reserved_change: number
  reservation_id?: string | null
  document_type: string
  document_id: string
  document_line?: string | null
  reason?: string | null
  note?: string | null
  /** Where it is left out, the point bears the loss of consigned goods. */
  borne_by?: LossBearer | null
  corrects_id?: string | null
  occurred_at?: Date
}

export const freeOf = ({ on_hand, reserved }: Balance): number => on_hand - reserved
