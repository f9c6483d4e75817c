/** The rows that a step of a transfer becomes. Pure: shelves and what is on the road are locked. */
import { type AdjustmentReason } from "../../../contracts/stock"
import { type ReceiveTransfer } from "../../../contracts/stock-transfer"
import { type Taken } from "./allocate"
import { IN_TRANSIT } from "./in-transit"
import { type Head, rowOf } from "./plan"
import { invalidLine, moreThanSent } from "./refusals"
import { type EntryDraft } from "./rows"

/** Pieces of one line and lot that were sent and have not come to an end. */
export type OnTheRoad = {
  line: number
  inventory_item_id: string
  lot_id: string | null
  quantity: number
}

type Goods = Omit<OnTheRoad, "quantity">

const key = ({ line, lot_id }: Pick<Goods, "line" | "lot_id">): string =>
  JSON.stringify([line, lot_id])

/** Goods go from one place to another: two rows that sum up to nothing. */
const moved = (
  head: Head,
  { line, inventory_item_id, lot_id }: Goods,
  quantity: number,
  from: string,
  to: string,
): EntryDraft[] => [
  rowOf(head, {
    ...{ line, inventory_item_id, lot_id },
    location_id: from,
    kind: "transfer-out",
    change: -quantity,
  }),
  rowOf(head, {
    ...{ line, inventory_item_id, lot_id },
    location_id: to,
    kind: "transfer-in",
    change: quantity,
  }),
]

const lost = (
  head: Head,
  { line, inventory_item_id, lot_id }: Goods,
  quantity: number,
  reason: AdjustmentReason,
): EntryDraft =>
  rowOf(head, {
    ...{ line, inventory_item_id, lot_id, reason },
    location_id: IN_TRANSIT,
    kind: "adjustment",
    change: -quantity,
  })

/** @param drawn which lots each line takes at the point that sends. */
export const rowsSent = (
  head: Head,
  drawn: ReadonlyMap<number, readonly Taken[]>,
): EntryDraft[] =>
  [...drawn].flatMap(([line, taken]) =>
    taken.flatMap(({ balance, quantity }) => {
      const { inventory_item_id, lot_id, location_id } = balance
      return moved(
        head,
        { line, inventory_item_id, lot_id },
        quantity,
        location_id,
        IN_TRANSIT,
      )
    }),
  )

/**
 * @throws ApiFailure 422 more_than_sent, 422 invalid_input for goods that were not sent or stand
 * twice; each naming the line of the command.
 */
export function rowsReceived(
  head: Head,
  lines: ReceiveTransfer["lines"],
  road: readonly OnTheRoad[],
  to: string,
): EntryDraft[] {
  const seen = new Set<string>()
  return lines.flatMap((each, index) => {
    const { received, missing, damaged } = each
    const goods = road.find((one) => key(one) === key(each))
    if (!goods)
      throw invalidLine(index, "lot_id", "Hàng này không có trong phiếu chuyển.")
    if (seen.has(key(each)))
      throw invalidLine(index, "lot_id", "Hàng này đã có ở một dòng trước.")
    seen.add(key(each))
    if (received + missing + damaged > goods.quantity)
      throw moreThanSent(index, goods.quantity)
    return [
      ...(received > 0 ? moved(head, goods, received, IN_TRANSIT, to) : []),
      ...(missing > 0 ? [lost(head, goods, missing, "lost")] : []),
      ...(damaged > 0 ? [lost(head, goods, damaged, "damaged")] : []),
    ]
  })
}

/** Whatever is left on the road is given up. */
export const rowsLost = (
  head: Head,
  road: readonly OnTheRoad[],
  reason: AdjustmentReason,
): EntryDraft[] =>
  road
    .filter(({ quantity }) => quantity > 0)
    .map(({ quantity, ...goods }) => lost(head, goods, quantity, reason))

/** Whatever is on the road goes back. */
export const rowsReturned = (
  head: Head,
  road: readonly OnTheRoad[],
  from: string,
): EntryDraft[] =>
  road
    .filter(({ quantity }) => quantity > 0)
    .flatMap(({ quantity, ...goods }) => moved(head, goods, quantity, IN_TRANSIT, from))
