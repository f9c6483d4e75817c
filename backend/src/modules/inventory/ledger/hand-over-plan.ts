/** Which reserved pieces leave when an order's goods are handed over. Pure. */
import { type Fulfilment } from "../context"
import { byExpiry, freeIn, sellableOf, take } from "./allocate"
import { releaseDraft } from "./drafts"
import { type Adjustment } from "./levels"
import { type ReservationRow } from "./reservation-rows"
import { type Balance, type EntryDraft } from "./rows"
import { type Allocation } from "./store"

export type HandOver = {
  drafts: EntryDraft[]
  /** Pieces that each reservation keeps. */
  left: Map<string, number>
}
/** There are not enough pieces at the point; `blockedLot` is one that may not be handed over. */
export type Shortage = { free: number; blockedLot: string | null }

const piecesIn = (held: readonly Allocation[]): number =>
  held.reduce((sum, { quantity }) => sum + quantity, 0)

/**
 * The reservations that a hand-over of `quantity` pieces uses up, the most fitting first: the
 * framework says how many pieces of an item leave, not for which of two lines with that item.
 */
function inOrder(
  rows: readonly ReservationRow[],
  left: ReadonlyMap<string, number>,
  quantity: number,
  location: string,
  quantities: Fulfilment["quantities"],
): ReservationRow[] {
  const score = (row: ReservationRow): number => {
    const held = left.get(row.id) ?? 0
    const asked = quantities?.get(row.line_item_id ?? "")
    return (
      (row.location_id === location ? 8 : 0) +
      (asked === quantity ? 4 : asked !== undefined && quantity % asked === 0 ? 2 : 0) +
      (held >= quantity ? 1 : 0)
    )
  }
  return rows
    .filter((row) => (left.get(row.id) ?? 0) > 0)
    .sort((a, b) => score(b) - score(a))
}

/** What a plan has come to so far; balances and allocations are used up as it goes on. */
type State = {
  balances: readonly Balance[]
  held: readonly Allocation[]
  left: Map<string, number>
  drafts: EntryDraft[]
  fulfilment: Fulfilment
}
/** Pieces that were let go, to be taken from what is free at the point. */
type Replacement = { row: ReservationRow; quantity: number }

function saleDraft(
  balance: Balance,
  quantity: number,
  row: ReservationRow,
  reserved_change: number,
  orderId: string,
): EntryDraft {
  return {
    inventory_item_id: balance.inventory_item_id,
    location_id: balance.location_id,
    lot_id: balance.lot_id,
    kind: "sale",
    quantity,
    on_hand_change: -quantity,
    reserved_change,
    reservation_id: row.id,
    document_type: "order",
    document_id: orderId,
    document_line: row.line_item_id,
  }
}

/** The lots that a reservation holds, those that expire first before the others. */
const lotsOf = ({ held, balances }: State, { id }: ReservationRow) =>
  held
    .filter(({ reservation_id, quantity }) => reservation_id === id && quantity > 0)
    .flatMap((allocation) => {
      const balance = balances.find(
        (each) =>
          each.inventory_item_id === allocation.inventory_item_id &&
          each.location_id === allocation.location_id &&
          each.lot_id === allocation.lot_id,
      )
      return balance ? [{ allocation, balance }] : []
    })
    .sort((a, b) => byExpiry(a.balance, b.balance))

/** Sells what reservations hold at the point; lets go what lies elsewhere or must not be sold. */
function useUp(
  state: State,
  rows: readonly ReservationRow[],
  location: string,
  quantity: number,
): { replacements: Replacement[]; blockedLot: string | null; missing: number } {
  const { left, drafts, fulfilment } = state
  const replacements: Replacement[] = []
  let blockedLot: string | null = null
  let missing = quantity
  for (const row of rows) {
    for (const { allocation, balance } of lotsOf(state, row)) {
      const share = Math.min(missing, allocation.quantity)
      if (share === 0) break
      allocation.quantity -= share
      balance.reserved -= share
      left.set(row.id, (left.get(row.id) ?? 0) - share)
      missing -= share
      if (balance.location_id === location && balance.sellable) {
        balance.on_hand -= share
        drafts.push(saleDraft(balance, share, row, -share, fulfilment.orderId))
        continue
      }
      const order = { type: "order", id: fulfilment.orderId }
      drafts.push(
        releaseDraft({ ...allocation, quantity: share }, row.line_item_id, order),
      )
      replacements.push({ row, quantity: share })
      if (!balance.sellable) blockedLot = balance.lot_id
    }
  }
  return { replacements, blockedLot, missing }
}

/**
 * Plans the hand-over of some pieces at each shelf. A lot that has expired or was recalled since it
 * was reserved is let go and other pieces are taken; so are pieces reserved at another point.
 * @returns "not reserved" when the lines hold fewer pieces than leave: somebody else has handed
 * them over since the order was read.
 */
export function planHandOver(
  handOvers: readonly Adjustment[],
  rows: readonly ReservationRow[],
  held: readonly Allocation[],
  balances: readonly Balance[],
  fulfilment: Fulfilment,
): HandOver | Shortage | "not reserved" {
  const own = held.map((each) => ({ ...each }))
  const state: State = {
    balances: balances.map((each) => ({ ...each })),
    held: own,
    left: new Map(
      rows.map(({ id }) => [
        id,
        piecesIn(own.filter(({ reservation_id }) => reservation_id === id)),
      ]),
    ),
    drafts: [],
    fulfilment,
  }
  // A line of several items is served once for each of them.
  const served = new Set<string>()
  const servedKey = ({ line_item_id, inventory_item_id }: ReservationRow) =>
    `${line_item_id ?? ""} ${inventory_item_id}`
  for (const { inventory_item_id: item, location_id: location, change } of handOvers) {
    const ordered = inOrder(
      rows.filter((row) => row.inventory_item_id === item && !served.has(servedKey(row))),
      state.left,
      -change,
      location,
      fulfilment.quantities,
    )
    const [first] = ordered
    if (first) served.add(servedKey(first))
    // Of one line first, whatever point its pieces are kept at; then of the others.
    const ofFirst = ordered.filter((row) => row.line_item_id === first?.line_item_id)
    const ofOthers = ordered.filter((row) => !ofFirst.includes(row))
    const { replacements, blockedLot, missing } = useUp(
      state,
      [...ofFirst, ...ofOthers],
      location,
      -change,
    )
    if (missing > 0) return "not reserved"
    const shelf = sellableOf(state.balances).filter(
      (balance) => balance.inventory_item_id === item && balance.location_id === location,
    )
    for (const { row, quantity } of replacements) {
      const taken = take(shelf, quantity)
      if (!taken) return { free: freeIn(shelf), blockedLot }
      for (const each of taken)
        state.drafts.push(
          saleDraft(each.balance, each.quantity, row, 0, fulfilment.orderId),
        )
    }
  }
  return { drafts: state.drafts, left: state.left }
}
