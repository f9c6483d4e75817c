/** One thing that is not as it must be. */
export type Difference = {
  /** The rule that is broken, e.g. "I3" (docs/reconcile.md). */
  invariant: string
  /** In which way, e.g. "hold-stale". */
  kind: string
  /** What it concerns: record and id. */
  subject: string
  message: string
  /** How much is off: pieces, đồng, seconds or, where nothing is counted, records. */
  size: number
  /** What sets it right. */
  mend: string
  details?: unknown
}
