/** Where the pieces of several lines are taken from: points first, then lots. Pure. */
import { type PointRank, choosePoints } from "./choose-points"
import { type Taken, freeIn, sellableOf, take } from "./allocate"
import { type ShortLine } from "./failures"
import { type Balance } from "./rows"

/** Pieces of an item that a line wants. */
export type Demand = {
  inventory_item_id: string
  quantity: number
  line_item_id: string | null
}

/** What one line takes at one point. */
export type Placement<Line extends Demand = Demand> = {
  demand: Line
  location_id: string
  taken: Taken[]
}

export const piecesOf = (taken: readonly Taken[]): number =>
  taken.reduce((sum, { quantity }) => sum + quantity, 0)

/** Pieces wanted of each item, lines of the same item together. */
export function wantedPerItem(demands: readonly Demand[]): Map<string, number> {
  const wanted = new Map<string, number>()
  for (const { inventory_item_id: item, quantity } of demands)
    wanted.set(item, (wanted.get(item) ?? 0) + quantity)
  return wanted
}

const at = (balances: readonly Balance[], item: string, locations: ReadonlySet<string>) =>
  balances.filter(
    (balance) => balance.inventory_item_id === item && locations.has(balance.location_id),
  )

/**
 * Takes the pieces of all lines from the best points and notes them in `balances` as reserved.
 * @param points where goods may come from; see `choosePoints`.
 * @returns null, and changes nothing, when there are not enough.
 */
export function place<Line extends Demand>(
  demands: readonly Line[],
  balances: readonly Balance[],
  points: readonly PointRank[],
): Placement<Line>[] | null {
  const sellable = sellableOf(balances)
  const wanted = [...wantedPerItem(demands)].map(([item, quantity]) => ({
    item,
    quantity,
  }))
  const chosen = choosePoints(wanted, sellable, points)
  if (!chosen) return null
  const placements: Placement<Line>[] = []
  for (const demand of demands) {
    const item = demand.inventory_item_id
    let missing = demand.quantity
    for (const share of chosen.get(item) ?? []) {
      const here = Math.min(missing, share.quantity)
      if (here === 0) continue
      const taken = take(at(sellable, item, new Set([share.locationId])), here)
      if (!taken) return null
      placements.push({ demand, location_id: share.locationId, taken })
      share.quantity -= here
      missing -= here
    }
  }
  return placements
}

/** The lines whose items there are not enough of, all lines of an item together. */
export function shortLines(
  demands: readonly Demand[],
  balances: readonly Balance[],
  points: readonly PointRank[],
): (ShortLine & { line: number })[] {
  const locations = new Set(points.map(({ locationId }) => locationId))
  const sellable = sellableOf(balances)
  const wanted = wantedPerItem(demands)
  return demands.flatMap(({ inventory_item_id: item, line_item_id }, line) => {
    const available = freeIn(at(sellable, item, locations))
    return available < (wanted.get(item) ?? 0)
      ? [{ line, line_item_id, inventory_item_id: item, available }]
      : []
  })
}
