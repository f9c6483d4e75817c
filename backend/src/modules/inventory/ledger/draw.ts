/** Which lots the lines of a document take goods from. Pure: the balances are locked by the caller. */
import { byExpiry, freeIn, take, type Taken } from "./allocate"
import { insufficient, lotExpired, lotRecalled, stockReserved } from "./failures"
import { lotNotAtPoint, unknownLot } from "./refusals"
import { type Balance, freeOf } from "./rows"

export type LineOut = {
  line: number
  inventory_item_id: string
  quantity: number
  /** Null: goods without a lot. Left out: what expires first. */
  lot_id?: string | null
}

/** What is known of a lot that a line names. */
export type NamedLot = {
  id: string
  inventory_item_id: string
  expired: boolean
  /** Or in a basket with something that is. */
  recalled: boolean
  producer_id?: string | null
}

/**
 * What may leave:
 * - `sale`: sellable goods only; a named lot that is blocked is refused.
 * - `move`: a named lot may be blocked, an unnamed one is sellable.
 * - `write-off`: anything that no order holds, the blocked ones first since they expired first.
 */
export type Leave = "sale" | "move" | "write-off"

export const balanceOf = (
  balances: readonly Balance[],
  itemId: string,
  lotId: string | null,
): Balance | undefined =>
  balances.find(
    ({ inventory_item_id, lot_id }) => inventory_item_id === itemId && lot_id === lotId,
  )

/** @throws ApiFailure 404 unknown_lot when there is no such lot of this item. */
export function assertLotOfItem(
  lots: ReadonlyMap<string, NamedLot>,
  { line, inventory_item_id, lot_id }: Omit<LineOut, "quantity">,
): NamedLot | null {
  if (typeof lot_id !== "string") return null
  const lot = lots.get(lot_id)
  if (lot?.inventory_item_id !== inventory_item_id) throw unknownLot(line)
  return lot
}

function candidates(
  balances: readonly Balance[],
  lots: ReadonlyMap<string, NamedLot>,
  wanted: LineOut,
  leave: Leave,
): Balance[] {
  const lot = assertLotOfItem(lots, wanted)
  if (wanted.lot_id === undefined)
    return balances.filter(
      ({ inventory_item_id, sellable }) =>
        inventory_item_id === wanted.inventory_item_id &&
        (sellable || leave === "write-off"),
    )
  const balance = balanceOf(balances, wanted.inventory_item_id, wanted.lot_id)
  if (lot && !balance) throw lotNotAtPoint(wanted.line)
  if (lot && leave === "sale") {
    if (lot.recalled) throw lotRecalled(wanted.line)
    if (lot.expired) throw lotExpired(wanted.line)
  }
  return balance ? [balance] : []
}

/** One lot for everything where one has enough, the one that expires first; else several. */
function takeWhole(balances: readonly Balance[], quantity: number): Taken[] | null {
  const whole = [...balances]
    .sort(byExpiry)
    .find((balance) => freeOf(balance) >= quantity)
  return take(whole ? [whole] : balances, quantity)
}

/**
 * Lines that name a lot take first, so that no other line takes it away from them; what a line has
 * taken is noted as reserved in `balances`, so that the lines of one item are checked on their sum.
 * @returns what each line takes, by line and in the order of lines.
 * @throws ApiFailure naming the line: unknown_lot, lot_not_at_point, lot_recalled, lot_expired,
 * insufficient_inventory, stock_reserved.
 */
export function draw(
  balances: readonly Balance[],
  lots: ReadonlyMap<string, NamedLot>,
  lines: readonly LineOut[],
  leave: Leave,
  { oneLot = false }: { oneLot?: boolean } = {},
): Map<number, Taken[]> {
  const drawn = new Map<number, Taken[]>()
  const namedFirst = [...lines].sort(
    (a, b) =>
      Number(a.lot_id === undefined) - Number(b.lot_id === undefined) || a.line - b.line,
  )
  for (const wanted of namedFirst) {
    const from = candidates(balances, lots, wanted, leave)
    const taken = (oneLot ? takeWhole : take)(from, wanted.quantity)
    if (!taken) throw shortOf(from, wanted, leave)
    drawn.set(wanted.line, taken)
  }
  return new Map([...drawn].sort(([a], [b]) => a - b))
}

function shortOf(from: readonly Balance[], { line, quantity }: LineOut, leave: Leave) {
  const free = freeIn(from)
  const onHand = from.reduce((sum, balance) => sum + balance.on_hand, 0)
  return leave === "write-off" && onHand >= quantity
    ? stockReserved(free, line)
    : insufficient(free, { line })
}
