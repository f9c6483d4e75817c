/** Requests against the running stack, every answer checked: an error page is not a fast page. */
import autocannon from "autocannon"
import { createHash } from "node:crypto"
import { Agent, get } from "node:http"
import { brotliDecompressSync } from "node:zlib"

export type Target = {
  name: string
  url: string
  headers: Record<string, string>
  /** What each client asks in turn; left out: `url` again and again. */
  requests?: readonly { method?: "GET" | "POST"; path: string; body?: string }[]
  /** True when the body is the answer that was asked for. */
  holds: (body: string) => boolean
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/**
 * Milliseconds from sending one request to the first byte of its body, on a warm connection and
 * compressed as browsers ask for it.
 */
export function timeToFirstByte({ name, url, headers, holds }: Target): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    get(url, { agent, headers: { ...headers, "accept-encoding": "br" } }, (response) => {
      let first: number | undefined
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => {
        first ??= performance.now() - start
        chunks.push(chunk)
      })
      response.on("error", reject)
      response.on("end", () => {
        const sent = Buffer.concat(chunks)
        const compressed = response.headers["content-encoding"] === "br"
        const body = (compressed ? brotliDecompressSync(sent) : sent).toString("utf8")
        if (response.statusCode !== 200 || first === undefined || !holds(body))
          reject(new Error(`${name} answered ${response.statusCode} without its content`))
        else resolve(first)
      })
    }).on("error", reject)
  })
}

/** Answers a second in a closed loop. Throws when one answer was not the one asked for. */
export async function capacity(
  { name, url, headers, requests, holds }: Target,
  connections: number,
  seconds: number,
): Promise<number> {
  const result = await autocannon({
    url,
    headers,
    ...(requests && { requests: [...requests] }),
    connections,
    duration: seconds,
    timeout: 30,
    verifyBody: (body) => holds(String(body)),
  })
  const failed = result.errors + result.non2xx + result.mismatches + result.timeouts
  if (failed > 0) throw new Error(`${name}: ${failed} answers were wrong`)
  return result["2xx"] / result.duration
}

/** Milliseconds of a fixed piece of arithmetic: shows when the machine itself was disturbed. */
export function canary(): number {
  const start = performance.now()
  let text = "ocop"
  for (let turn = 0; turn < 40_000; turn += 1)
    text = createHash("sha256").update(text).digest("hex")
  return performance.now() - start
}
