/**
 * A gate in front of work that keeps the machine busy: so many at a time, the others in the order in
 * which they came. Whoever has waited too long, or finds too many before him, is told to come again
 * instead of being left hanging. Counts this process only: it shares out a processor, not stock.
 */
import { busy } from "./api-failure"

export type GateLimits = {
  /** How many may be inside at once. */
  places: number
  /** How many may wait; the next one is turned away at once. */
  queue: number
  /** Milliseconds after which one who still waits is turned away. */
  patienceMs: number
}

export class Gate {
  #inside = 0
  /** In the order in which they came; calling one lets it in. */
  readonly #waiting = new Set<() => void>()

  constructor(private readonly limits: GateLimits) {}

  get isIdle(): boolean {
    return this.#inside === 0 && this.#waiting.size === 0
  }

  /**
   * Does `work` as soon as there is a place. Once begun it is never interrupted, and the place is
   * free again when it has ended, however it ended.
   *
   * @param signal whoever is called off while waiting leaves the queue.
   * @throws ApiFailure 503 "busy" when there was no place in time; the signal's reason when called off.
   */
  async pass<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    await this.#enter(signal)
    try {
      return await work()
    } finally {
      this.#leave()
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    if (this.#inside < this.limits.places) {
      this.#inside += 1
      return
    }
    if (this.#waiting.size >= this.limits.queue) throw busy()
    await new Promise<void>((resolve, reject) => {
      const settle = (finish: () => void) => {
        this.#waiting.delete(letIn)
        clearTimeout(timer)
        signal.removeEventListener("abort", calledOff)
        finish()
      }
      const letIn = () => settle(resolve)
      const calledOff = () => settle(() => reject(signal.reason))
      const timer = setTimeout(() => settle(() => reject(busy())), this.limits.patienceMs)
      signal.addEventListener("abort", calledOff)
      this.#waiting.add(letIn)
    })
  }

  /** The place goes straight to the next one, so that nobody slips in between. */
  #leave(): void {
    const [next] = this.#waiting
    if (next) next()
    else this.#inside -= 1
  }
}
