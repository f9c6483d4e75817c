/** Which lots goods are taken from. Pure: the rows it is given are locked by the caller. */
import { type Balance, freeOf } from "./rows"

export type Taken = { balance: Balance; quantity: number }

/** Sorts after every day: goods without a date. */
export const NEVER = "9999-12-31"

/** First expired, first out (FEFO); goods without a date last, then the older ones first. */
export const byExpiry = (a: Balance, b: Balance): number =>
  (a.best_before ?? NEVER).localeCompare(b.best_before ?? NEVER) ||
  (a.made_on ?? NEVER).localeCompare(b.made_on ?? NEVER) ||
  (a.lot_id ?? "~").localeCompare(b.lot_id ?? "~")

/**
 * Takes `quantity` free pieces out of `balances` in the order given by `prefer`, and notes them as
 * reserved there, so that the next line of the same order sees what this one took.
 * @returns null, and changes nothing, when there are not enough.
 */
export function take(
  balances: readonly Balance[],
  quantity: number,
  prefer: (a: Balance, b: Balance) => number = byExpiry,
): Taken[] | null {
  const taken: Taken[] = []
  let missing = quantity
  for (const balance of [...balances].sort(prefer)) {
    if (missing === 0) break
    const share = Math.min(missing, freeOf(balance))
    if (share <= 0) continue
    taken.push({ balance, quantity: share })
    missing -= share
  }
  if (missing > 0) return null
  for (const { balance, quantity: share } of taken) balance.reserved += share
  return taken
}

/** Only what may be sold. */
export const sellableOf = (balances: readonly Balance[]): Balance[] =>
  balances.filter((balance) => balance.sellable)

export const freeIn = (balances: readonly Balance[]): number =>
  balances.reduce((sum, balance) => sum + Math.max(0, freeOf(balance)), 0)
