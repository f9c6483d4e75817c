/**
 * Keeps visitors from waiting for an engine that is away: after a few failures in a row, or at once
 * when nobody listens at its address, it is left alone for a while, then tried by one request.
 */
export class CircuitBreaker {
  private failures = 0
  private openUntil = 0
  private probing = false

  constructor(
    private readonly options: { maxFailures: number; openMs: number },
    private readonly now: () => number = Date.now,
  ) {}

  /** True while requests may go through; the first one after a pause is the trial. */
  admit(): boolean {
    if (this.openUntil === 0) return true
    if (this.now() < this.openUntil || this.probing) return false
    this.probing = true
    return true
  }

  succeeded(): void {
    this.failures = 0
    this.openUntil = 0
    this.probing = false
  }

  /** @param refused nothing listens there: no second opinion is needed. */
  failed({ refused }: { refused: boolean }): void {
    this.failures += 1
    if (refused || this.probing || this.failures >= this.options.maxFailures)
      this.openUntil = this.now() + this.options.openMs
    this.probing = false
  }
}
