/**
 * Hands what was counted to the backend, every few seconds and in the end. A batch keeps its id until
 * it has arrived, so that it is counted once however often it is sent. Only one is under way; what
 * comes meanwhile is added up in memory. Nobody waits for it.
 */
import { randomUUID } from "node:crypto"
import { type SearchLogBatch } from "@ocop/backend/contracts/search-log"
import { type SearchCounts } from "./search-counts"

const EVERY_MS = 3_000
const MOST_MS = 5 * 60_000

/** "refused": it will never be taken; "away": nobody knows, so it is sent again. */
export type Delivery = "taken" | "refused" | "away"

export type SenderOptions = {
  counts: Pick<SearchCounts, "take">
  /** Never rejects. */
  post: (batch: SearchLogBatch) => Promise<Delivery>
  /** Batches refused, and searches for which there was no room. */
  lost: (what: { refused: number } | { dropped: number }) => void
  everyMs?: number
}

export class SearchLogSender {
  private batch: SearchLogBatch | undefined
  private failures = 0
  private timer: NodeJS.Timeout | undefined
  private sending: Promise<void> | undefined
  private hasEnded = false

  constructor(private readonly options: SenderOptions) {}

  start(): void {
    const wait = (this.options.everyMs ?? EVERY_MS) * 2 ** this.failures
    this.timer = setTimeout(
      () => {
        void this.send().then(() => {
          if (!this.hasEnded) this.start()
        })
      },
      Math.min(wait, MOST_MS),
    ).unref()
  }

  /** The last attempt, with all there is. */
  async end(): Promise<void> {
    this.hasEnded = true
    clearTimeout(this.timer)
    await this.sending
    await this.send()
    // What was counted while the batch before it was under way.
    if (this.failures === 0) await this.send()
  }

  private send(): Promise<void> {
    this.sending = this.deliver()
    return this.sending
  }

  private async deliver(): Promise<void> {
    this.batch ??= this.next()
    if (!this.batch) return
    const delivery = await this.options.post(this.batch)
    if (delivery === "away") {
      this.failures += 1
      return
    }
    if (delivery === "refused") this.options.lost({ refused: this.batch.counts.length })
    this.batch = undefined
    this.failures = 0
  }

  private next(): SearchLogBatch | undefined {
    const { counts, dropped } = this.options.counts.take()
    if (dropped > 0) this.options.lost({ dropped })
    return counts.length > 0 ? { id: randomUUID(), counts } : undefined
  }
}
