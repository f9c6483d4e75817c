/**
 * Prolongs the leases of this process while it lives: one statement for all of them, some times per
 * lease. A process that dies stops, and its keys are free when their leases have run out.
 */
import { type LeaseStore } from "./lease-store"

type Held = {
  keys: readonly string[]
  owner: string | null
  /** Called once, when another has taken one of the keys meanwhile. */
  onLost?: () => void
}

/** So that a lease survives a busy moment of the process or of the connection pool. */
const RENEWALS_PER_LEASE = 4

export class LeaseKeeper {
  readonly #held = new Map<string, Held>()
  #timer: NodeJS.Timeout | undefined
  #isRenewing = false

  /** @param lease seconds; @param onFailure told when the database could not be reached. */
  constructor(
    private readonly store: LeaseStore,
    private readonly lease: number,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  keep(holder: string, held: Held): void {
    this.#held.set(holder, held)
    if (this.#timer !== undefined) return
    const period = (this.lease / RENEWALS_PER_LEASE) * 1000
    this.#timer = setInterval(() => void this.#renew(), period)
    // A script that has done its work must be able to end.
    this.#timer.unref()
  }

  drop(holder: string): void {
    this.#held.delete(holder)
    if (this.#held.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** No longer prolongs these keys of this owner. */
  forget(keys: readonly string[], owner: string | null): void {
    const forgotten = new Set(keys)
    for (const [holder, held] of this.#held) {
      if (held.owner !== owner) continue
      const left = held.keys.filter((key) => !forgotten.has(key))
      if (left.length === 0) this.drop(holder)
      else if (left.length < held.keys.length)
        this.#held.set(holder, { ...held, keys: left })
    }
  }

  async #renew(): Promise<void> {
    if (this.#isRenewing) return
    this.#isRenewing = true
    const asked = [...this.#held]
    const pairs = asked.flatMap(([holder, { keys }]) =>
      keys.map((key) => ({ holder, key })),
    )
    try {
      this.#compare(asked, await this.store.renew(pairs, this.lease))
    } catch (error) {
      // The next round tries again; until then nobody else can reach the table either.
      this.onFailure(error)
    } finally {
      this.#isRenewing = false
    }
  }

  #compare(asked: [string, Held][], left: { holder: string; key: string }[]): void {
    const keysLeft = new Map<string, string[]>()
    for (const { holder, key } of left)
      keysLeft.set(holder, [...(keysLeft.get(holder) ?? []), key])
    for (const [holder, held] of asked) {
      const keys = keysLeft.get(holder) ?? []
      // What was given back while the answer was on its way is not lost.
      if (this.#held.get(holder) !== held || keys.length === held.keys.length) continue
      if (keys.length === 0) this.drop(holder)
      else this.#held.set(holder, { keys, owner: held.owner })
      held.onLost?.()
    }
  }
}
