/**
 * Which points an order's goods come from. Pure. One point that has everything beats any split, the
 * nearest beats a fresher one, and a split has as few parcels as can be found.
 */
import { NEVER } from "./allocate"
import { type Balance, freeOf } from "./rows"

export type Wanted = { item: string; quantity: number }
export type PointRank = { locationId: string; rank: number }
export type Share = { locationId: string; quantity: number }

/** Subsets of points that are tried for a split smaller than the greedy one. */
const MAX_SUBSETS = 5_000

/** The free pieces of one item at one point: how many, and of which best-before day. */
type Pieces = { bestBefore: string; quantity: number }[]
type Point = PointRank & { pieces: ReadonlyMap<string, Pieces> }
type Offer = {
  point: Point
  shares: ReadonlyMap<string, number>
  pieces: number
  /** The day on which the first of the offered pieces expires. */
  expires: string
}

const freePieces = (pieces: Pieces | undefined): number =>
  (pieces ?? []).reduce((sum, { quantity }) => sum + quantity, 0)

/** What a point can give of `missing`, the pieces that expire first being taken first. */
function offerOf(point: Point, missing: ReadonlyMap<string, number>): Offer {
  const shares = new Map<string, number>()
  let expires = NEVER
  let sum = 0
  for (const [item, quantity] of missing) {
    const pieces = point.pieces.get(item)
    const share = Math.min(quantity, freePieces(pieces))
    const first = pieces?.[0]
    if (share <= 0 || !first) continue
    shares.set(item, share)
    sum += share
    if (first.bestBefore < expires) expires = first.bestBefore
  }
  return { point, shares, pieces: sum, expires }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The nearer one; equally near, the one whose goods keep longer. */
const byMerit = (a: Offer, b: Offer): number =>
  a.point.rank - b.point.rank ||
  byText(b.expires, a.expires) ||
  byText(a.point.locationId, b.point.locationId)

const bestOf = (
  offers: readonly Offer[],
  order: (a: Offer, b: Offer) => number,
): Offer | undefined => [...offers].sort(order)[0]

/** The point that covers most is asked first, then the one that covers most of the rest. */
function split(
  points: readonly Point[],
  wanted: ReadonlyMap<string, number>,
): Offer[] | null {
  const missing = new Map(wanted)
  const rest = new Set(points)
  const parcels: Offer[] = []
  while (missing.size > 0) {
    const best = bestOf(
      [...rest].map((point) => offerOf(point, missing)),
      (a, b) => b.pieces - a.pieces || byMerit(a, b),
    )
    if (!best || best.pieces === 0) return null
    parcels.push(best)
    rest.delete(best.point)
    for (const [item, share] of best.shares) {
      const left = (missing.get(item) ?? 0) - share
      if (left > 0) missing.set(item, left)
      else missing.delete(item)
    }
  }
  return parcels
}

/** Subsets of `size` elements, those made of the first elements before the others. */
function* subsets<Element>(
  of: readonly Element[],
  size: number,
  from = 0,
): Generator<Element[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let index = from; index <= of.length - size; index += 1) {
    const element = of[index]
    if (element === undefined) return
    for (const rest of subsets(of, size - 1, index + 1)) yield [element, ...rest]
  }
}

const covers = (points: readonly Point[], wanted: ReadonlyMap<string, number>): boolean =>
  [...wanted].every(
    ([item, quantity]) =>
      points.reduce((sum, { pieces }) => sum + freePieces(pieces.get(item)), 0) >=
      quantity,
  )

/** Greedy choice may need a parcel more than necessary: smaller sets are tried, nearest first. */
function fewestParcels(
  points: readonly Point[],
  wanted: ReadonlyMap<string, number>,
): Offer[] | null {
  const greedy = split(points, wanted)
  if (!greedy) return null
  const nearestFirst = points
    .map((point) => offerOf(point, wanted))
    .filter(({ pieces }) => pieces > 0)
    .sort(byMerit)
    .map(({ point }) => point)
  let tried = 0
  for (let size = 2; size < greedy.length; size += 1) {
    for (const some of subsets(nearestFirst, size)) {
      tried += 1
      if (tried > MAX_SUBSETS) return greedy
      if (covers(some, wanted)) return split(some, wanted) ?? greedy
    }
  }
  return greedy
}

/** The points with what is free there, the same whatever order the rows came in. */
function stocked(
  wanted: ReadonlyMap<string, number>,
  balances: readonly Balance[],
  ranks: readonly PointRank[],
): Point[] {
  const points = new Map<string, PointRank & { pieces: Map<string, Pieces> }>()
  for (const { locationId, rank } of ranks) {
    const known = points.get(locationId)
    if (!known || rank < known.rank)
      points.set(locationId, { locationId, rank, pieces: new Map() })
  }
  for (const balance of balances) {
    const quantity = freeOf(balance)
    const point = points.get(balance.location_id)
    if (!point || quantity <= 0 || !wanted.has(balance.inventory_item_id)) continue
    const pieces = point.pieces.get(balance.inventory_item_id) ?? []
    pieces.push({ bestBefore: balance.best_before ?? NEVER, quantity })
    point.pieces.set(balance.inventory_item_id, pieces)
  }
  for (const { pieces } of points.values())
    for (const each of pieces.values())
      each.sort((a, b) => byText(a.bestBefore, b.bestBefore))
  return [...points.values()].sort((a, b) => byText(a.locationId, b.locationId))
}

/**
 * @param wanted whole pieces, each item once.
 * @param balances what lies at the points; only what may be sold.
 * @param points where goods may come from, the nearest with the lowest rank. For goods that the
 *   buyer fetches, the one point.
 * @returns which point gives how many pieces of which item; null when there are not enough.
 */
export function choosePoints(
  wanted: readonly Wanted[],
  balances: readonly Balance[],
  points: readonly PointRank[],
): Map<string, Share[]> | null {
  const needs = new Map(
    wanted
      .filter(({ quantity }) => quantity > 0)
      .sort((a, b) => byText(a.item, b.item))
      .map(({ item, quantity }) => [item, quantity]),
  )
  const candidates = stocked(needs, balances, points)
  const whole = bestOf(
    candidates
      .filter((point) => covers([point], needs))
      .map((point) => offerOf(point, needs)),
    byMerit,
  )
  const parcels = whole ? [whole] : fewestParcels(candidates, needs)
  if (!parcels) return null
  const chosen = new Map<string, Share[]>([...needs.keys()].map((item) => [item, []]))
  for (const { point, shares } of parcels)
    for (const [item, quantity] of shares)
      chosen.get(item)?.push({ locationId: point.locationId, quantity })
  return chosen
}
