/** Rounds of one run: interleaved, and the first is for warming up. */

const ROUNDS = 6

/** @param work one round; every other one goes through its targets in turned order. */
export async function rounds(
  work: (round: number, turned: boolean) => Promise<void>,
  count = ROUNDS,
): Promise<void> {
  for (let round = 0; round < count; round += 1) await work(round, round % 2 === 1)
}

/** What the rounds after the first have measured, by name. */
export class Samples {
  readonly #values = new Map<string, number[]>()
  add(round: number, name: string, value: number) {
    if (round > 0) this.#values.set(name, [...this.of(name), value])
  }
  of(name: string): number[] {
    return this.#values.get(name) ?? []
  }
  /** Per round: this over that. */
  ratios(name: string, peer: string): number[] {
    const peers = this.of(peer)
    return this.of(name).map((value, round) => value / (peers[round] ?? Number.NaN))
  }
}
