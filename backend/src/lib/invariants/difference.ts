/** One thing that is not as it must be. */
export type Difference = {
  /** The rule that is broken, e.g. "I3". */
  invariant: string
  /** What it concerns: record and id. */
  subject: string
  message: string
  details?: unknown
}
