/**
 * Who is next, among callers of this process. A caller stands in the lines of all its keys at once,
 * in the order of arrival, and is admitted when it heads every one of them. As the order is the same
 * in all lines nobody can wait in a circle, and nobody is overtaken: not even a caller with many keys
 * by a stream of others with one.
 */
type Entry = { keys: readonly string[]; ahead: number; admit: () => void }

export type Place = {
  /** Settles when it is this caller's turn. */
  turn: Promise<void>
  /** Ends the turn, or gives up waiting for it; the next ones move up. May be called again. */
  leave: () => void
}

export class KeyQueue {
  /** Sets keep the order of arrival, and let one who gives up leave from the middle. */
  readonly #lines = new Map<string, Set<Entry>>()

  /** No line is left when nobody is inside or waiting. */
  get isIdle(): boolean {
    return this.#lines.size === 0
  }

  /** @param keys without repetition */
  enter(keys: readonly string[]): Place {
    let admit = () => {}
    const turn = new Promise<void>((resolve) => (admit = resolve))
    const entry: Entry = { keys, ahead: 0, admit }
    for (const key of keys) {
      const line = this.#lines.get(key) ?? new Set<Entry>()
      if (line.size > 0) entry.ahead += 1
      this.#lines.set(key, line.add(entry))
    }
    if (entry.ahead === 0) admit()
    return { turn, leave: () => this.#leave(entry) }
  }

  #leave(entry: Entry): void {
    for (const key of entry.keys) {
      const line = this.#lines.get(key)
      if (!line) continue
      const [head] = line
      if (!line.delete(entry)) continue
      const [next] = line
      if (!next) this.#lines.delete(key)
      else if (head === entry) {
        next.ahead -= 1
        if (next.ahead === 0) next.admit()
      }
    }
  }
}

/** One order for everybody, each key once. */
export const sortedKeys = (keys: string | readonly string[]): string[] =>
  [...new Set(typeof keys === "string" ? [keys] : keys)].sort()
