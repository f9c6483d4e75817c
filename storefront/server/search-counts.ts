/** What was searched for and opened since the last batch: numbers, and nobody they belong to. */
import { type Day, dayInVietnam } from "@ocop/backend/contracts/calendar"
import { keyOf, MAX_COUNTS, type SearchCount } from "@ocop/backend/contracts/search-log"
import { foldText } from "@ocop/backend/contracts/text"
import { type SearchOutcome } from "../app/lib/load-context"

export class SearchCounts {
  private counts = new Map<string, SearchCount>()
  private dropped = 0

  constructor(
    private readonly today: () => Day = dayInVietnam,
    private readonly most = MAX_COUNTS,
  ) {}

  /** @param query as `loggableQuery` gives it */
  search(query: string, { total, corrected }: SearchOutcome): void {
    const count = this.of(query)
    if (!count) return
    count.searches += 1
    count.results_last = total
    if (total === 0) count.zero_results += 1
    else if (corrected) count.corrected += 1
  }

  /** A product was opened out of the results. */
  click(query: string): void {
    const count = this.of(query)
    if (count) count.clicks += 1
  }

  /** Everything counted so far, which is then forgotten; sorted, so that no order is told. */
  take(): { counts: SearchCount[]; dropped: number } {
    const counts = [...this.counts.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, count]) => count)
    const { dropped } = this
    this.counts = new Map()
    this.dropped = 0
    return { counts, dropped }
  }

  /** Undefined when there is no room for further words. */
  private of(query: string): SearchCount | undefined {
    const day = this.today()
    const key = keyOf({ day, query })
    const known = this.counts.get(key)
    if (known) {
      // The first spelling with accents stands for all of them.
      if (known.query === foldText(query)) known.query = query
      return known
    }
    if (this.counts.size >= this.most) {
      this.dropped += 1
      return undefined
    }
    const fresh: SearchCount = {
      day,
      query,
      searches: 0,
      results_last: null,
      zero_results: 0,
      clicks: 0,
      corrected: 0,
    }
    this.counts.set(key, fresh)
    return fresh
  }
}
