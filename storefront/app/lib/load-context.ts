/** What the Express server hands to every loader and action. */
declare module "@remix-run/node" {
  interface AppLoadContext {
    requestId: string
    /** Address of the visitor, for the backend's rate limits. */
    clientIp: string
    /** Allows inline scripts on a private page; undefined on public pages. */
    nonce: string | undefined
    /** Render the whole page before the first byte, because caches will keep it. */
    buffered: boolean
    /** Set when an error of this request was an outage of the backend. */
    outage?: boolean
    /** Set when this request was a search: what it found. */
    search?: SearchOutcome
  }
}

export type SearchOutcome = {
  total: number
  /** Only another reading of the words found something. */
  corrected: boolean
}
