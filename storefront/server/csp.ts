/**
 * Content security policy without `unsafe-inline` scripts. Pages that caches keep allow exactly
 * their own inline scripts by hash; private pages use a nonce that is new for every request.
 */
import { createHash } from "node:crypto"

const INLINE_SCRIPT = /<script(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>/g
/** Data blocks are not executed, so no policy has to allow them. */
const DATA_BLOCK = /\stype="application\/(?:ld\+)?json"/

/**
 * The CSP sources ('sha256-…') of all inline scripts in a page rendered by React, in whose
 * attributes ">" is always written as an entity.
 */
export function inlineScriptHashes(html: string): string[] {
  const sources = new Set<string>()
  for (const { groups } of html.matchAll(INLINE_SCRIPT)) {
    const { attributes = "", code = "" } = groups ?? {}
    if (/\ssrc=/.test(attributes) || DATA_BLOCK.test(attributes) || code === "") continue
    sources.add(`'sha256-${createHash("sha256").update(code).digest("base64")}'`)
  }
  return [...sources]
}

/** @param scripts what may run besides our own files: hashes, or one `'nonce-…'` */
export function contentSecurityPolicy(
  scripts: string[],
  { development = false, https = false } = {},
): string {
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", ...scripts],
    // Vite puts styles into the page while developing.
    "style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
    // Positions on the map are style attributes; they can run nothing.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "connect-src": development ? ["'self'", "ws:"] : ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    ...(https ? { "upgrade-insecure-requests": [] } : {}),
  }
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ")
}
