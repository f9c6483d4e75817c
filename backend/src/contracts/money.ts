/** Money is an integer number of đồng everywhere (VND is zero-decimal, ISO 4217). */
import { z } from "zod"

/** An amount in VND: a non-negative integer, never a fraction, never "cents". */
export const vnd = z.number().int().nonnegative()

const format = new Intl.NumberFormat("vi-VN", { style: "currency", currency: "VND" })

/** `1325000` → `1.325.000 ₫` (with a no-break space, as Intl writes it). */
export const formatVnd = (amount: number): string => format.format(amount)

const shareWeights = z.array(vnd).min(1)

/**
 * Shares an amount by weight, to the đồng: each share is its exact part rounded down or up, and
 * together they are the amount. What rounding leaves over goes to the largest remainders, the
 * first of equal ones. Weights that are all zero share alike.
 * @param total VND.
 * @param weights whole numbers from 0, at least one.
 * @throws ZodError for anything else.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  // Products of these may be beyond 2^53, where numbers are no longer exact.
  const amount = BigInt(vnd.parse(total))
  const given = shareWeights.parse(weights).map(BigInt)
  const sumOf = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n)
  const parts = sumOf(given) > 0n ? given : given.map(() => 1n)
  const whole = sumOf(parts)
  const shares = parts.map((part) => (amount * part) / whole)
  const left = Number(amount - sumOf(shares))
  const luckiest = parts
    .map((part, index) => ({ index, remainder: (amount * part) % whole }))
    .sort((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder))
    .slice(0, left)
  for (const { index } of luckiest) shares[index] = (shares[index] ?? 0n) + 1n
  return shares.map(Number)
}
