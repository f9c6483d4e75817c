/**
 * Keeps visitors from waiting for an engine that is away: after a few failures in a row, or at once
 * when nobody listens at its address, it is left alone for a while, then tried by one request.
 */
export class CircuitBreaker {
  private failures = 0
  private openUntil = 0
  private probing = false

  constructor(
    private readonly options: { maxFailures: number; openMs: number; hangMs: number },
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

  /**
   * @param how "refused": nothing listens there, no second opinion is needed; "hung": it kept a
   * visitor waiting, so the next ones are spared that for a moment, and for longer if it goes on.
   */
  failed(how: "refused" | "hung" | "broken"): void {
    this.failures += 1
    const { maxFailures, openMs, hangMs } = this.options
    const isAway =
      how === "refused" ||
      this.failures >= maxFailures ||
      (this.probing && how === "broken")
    if (isAway || how === "hung") this.openUntil = this.now() + (isAway ? openMs : hangMs)
    this.probing = false
  }
}
