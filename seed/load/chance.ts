/** Random numbers that are the same in every run, and the law that words and sales follow. */

export type Random = () => number

/** mulberry32: 32 bits of state, enough for test data. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const integer = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))

/** Draws from values in order of rank: the n-th comes 1/n as often as the first (Zipf). */
export function zipf<Value>(values: readonly Value[]): (random: Random) => Value {
  const sums: number[] = []
  for (let rank = 1, sum = 0; rank <= values.length; rank += 1) {
    sum += 1 / rank
    sums.push(sum)
  }
  const total = sums.at(-1) ?? 0
  return (random) => {
    const wanted = random() * total
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    const value = values[low]
    if (value === undefined) throw new RangeError("zipf() needs at least one value")
    return value
  }
}
