/** Which lots goods are taken from. Pure: the rows it is given are locked by the caller. */
import { type Balance, freeOf } from "./rows"

export type Taken = { balance: Balance; quantity: number }

/** Sorts after every day: goods without a date. */
export const NEVER = "9999-12-31"

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** First expired, first out (FEFO); goods without a date last, then the older ones first. */
export const byExpiry = (a: Balance, b: Balance): number =>
  byText(a.best_before ?? NEVER, b.best_before ?? NEVER) ||
  byText(a.made_on ?? NEVER, b.made_on ?? NEVER) ||
  // Goods without a lot are taken last.
  Number(a.lot_id === null) - Number(b.lot_id === null) ||
  byText(a.lot_id ?? "", b.lot_id ?? "")

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
