/**
 * Rendered public pages in memory. A page is fresh while the catalogue has not changed and for at
 * most `freshMs`; a little longer it is still shown while one new rendering is under way. However
 * many visitors ask, a page is rendered once at a time.
 */
import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { LRUCache } from "lru-cache"
import { type SearchOutcome } from "../app/lib/load-context"

export type Rendered = {
  status: number
  /** Lower-case names. */
  headers: Record<string, string>
  body: Buffer
  /** Of a list: what was found. */
  search?: SearchOutcome | undefined
}

export type Encoding = "br" | "gzip" | "identity"

export type CachedPage = Rendered & {
  /** Of the uncompressed body; each encoding adds its own suffix. */
  hash: string
  encoded: Partial<Record<Encoding, Buffer>>
  version: string
  renderedAt: number
}

export type CacheState = "hit" | "stale" | "miss"

export type PageCacheOptions = {
  /** When false every request is rendered, and nothing is kept. */
  enabled: boolean
  /** Changes whenever the catalogue changed. */
  version: () => Promise<string>
  maxBytes: number
  freshMs: number
  staleMs: number
  /** How long "not found" and "gone" are remembered. */
  missingMs: number
  now?: () => number
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** Higher costs more time than it saves bytes for a page made a moment ago. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const CACHEABLE = new Set([200, 404, 410])

export class PageCache {
  private readonly pages: LRUCache<string, CachedPage>
  private readonly rendering = new Map<string, Promise<CachedPage>>()
  private lastVersion = ""
  private readonly now: () => number

  constructor(private readonly options: PageCacheOptions) {
    this.now = options.now ?? Date.now
    this.pages = new LRUCache({
      maxSize: options.maxBytes,
      // The two compressed forms together take about half of the page again.
      sizeCalculation: (page) => Math.ceil(page.body.length * 1.5) + 1_000,
    })
  }

  /** @param render makes the page; called at most once at a time for a key. */
  async get(
    key: string,
    render: () => Promise<Rendered>,
  ): Promise<{ page: CachedPage; state: CacheState }> {
    if (!this.options.enabled)
      return { page: this.pageOf(await render(), ""), state: "miss" }
    const version = await this.version()
    const page = this.pages.get(key)
    if (page !== undefined && page.version === version) {
      const age = this.now() - page.renderedAt
      const fresh = page.status === 200 ? this.options.freshMs : this.options.missingMs
      if (age <= fresh) return { page, state: "hit" }
      if (page.status === 200 && age <= fresh + this.options.staleMs) {
        // A failed rendering leaves the old page; the next visitor tries again.
        this.render(key, version, render).catch(() => undefined)
        return { page, state: "stale" }
      }
    }
    return { page: await this.render(key, version, render), state: "miss" }
  }

  /** While the catalogue cannot say its version, the last known one counts. */
  private async version(): Promise<string> {
    try {
      this.lastVersion = await this.options.version()
    } catch {
      // Pages then live for `freshMs`, no longer.
    }
    return this.lastVersion
  }

  private pageOf(rendered: Rendered, version: string): CachedPage {
    const hash = createHash("sha256").update(rendered.body).digest("base64url")
    return {
      ...rendered,
      hash: hash.slice(0, 27),
      encoded: {},
      version,
      renderedAt: this.now(),
    }
  }

  private render(
    key: string,
    version: string,
    render: () => Promise<Rendered>,
  ): Promise<CachedPage> {
    // A rendering that began before the catalogue changed may lack the change.
    const flight = `${version} ${key}`
    const running = this.rendering.get(flight)
    if (running) return running
    const started = render()
      .then((rendered) => {
        const page = this.pageOf(rendered, version)
        if (CACHEABLE.has(rendered.status)) this.pages.set(key, page)
        return page
      })
      .finally(() => this.rendering.delete(flight))
    this.rendering.set(flight, started)
    return started
  }
}

/** The body in an encoding, compressed the first time it is asked for. */
export async function encode(page: CachedPage, encoding: Encoding): Promise<Buffer> {
  if (encoding === "identity") return page.body
  const known = page.encoded[encoding]
  if (known) return known
  const body = await (encoding === "br" ? brotli(page.body, BROTLI) : zip(page.body))
  page.encoded[encoding] = body
  return body
}

/** A strong tag: bytes differ between encodings, so tags do too. */
export const etagOf = (page: Pick<CachedPage, "hash">, encoding: Encoding): string =>
  `"${page.hash}${encoding === "identity" ? "" : `-${encoding}`}"`

/** @param header If-None-Match: a list of tags or "*"; weak tags match as well (RFC 9110). */
export const matchesEtag = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  header
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === etag || tag === "*")
