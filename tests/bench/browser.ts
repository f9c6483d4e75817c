/** What a phone gets: bytes by kind as Chromium received them, and Lighthouse's judgement. */
import { chromium, type Browser } from "@playwright/test"
import lighthouse from "lighthouse"
import { env } from "../support/env"
import { quantile } from "./statistics"
import { freePort } from "./uncached"

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const
export type Scores = Record<(typeof CATEGORIES)[number], number>

export type Transfer = { document: number; script: number; total: number }

export async function withBrowser<T>(
  work: (browser: Browser, debuggingPort: number) => Promise<T>,
): Promise<T> {
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: env.CHROMIUM_PATH,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      `--remote-debugging-port=${port}`,
    ],
  })
  try {
    return await work(browser, port)
  } finally {
    await browser.close()
  }
}

/** Bytes on the wire (compressed, with headers) of one first visit with an empty cache. */
export async function transferOf(browser: Browser, url: string): Promise<Transfer> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send("Network.enable")
  const kinds = new Map<string, string>()
  const transfer: Transfer = { document: 0, script: 0, total: 0 }
  session.on("Network.responseReceived", ({ requestId, type, response }) =>
    kinds.set(
      requestId,
      // A preloaded module counts as a script, whatever asked for it.
      response.mimeType.includes("javascript") ? "Script" : type,
    ),
  )
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    transfer.total += encodedDataLength
    if (kinds.get(requestId) === "Script") transfer.script += encodedDataLength
    if (kinds.get(requestId) === "Document") transfer.document += encodedDataLength
  })
  await page.goto(url, { waitUntil: "networkidle" })
  await context.close()
  return transfer
}

/** Now and then Lighthouse records no trace and asks to be run again; that says nothing of the page. */
const RECORDINGS = 3

async function audit(url: string, port: number) {
  let reason = "no result"
  for (let recording = 0; recording < RECORDINGS; recording += 1) {
    const result = await lighthouse(url, {
      port,
      output: "json",
      logLevel: "error",
      onlyCategories: [...CATEGORIES],
    })
    if (result && !result.lhr.runtimeError) return result.lhr.categories
    reason = result?.lhr.runtimeError?.message ?? reason
  }
  throw new Error(`Lighthouse failed on ${url}: ${reason}`)
}

/** Median of the runs, 0–100 per category, with Lighthouse's own mobile settings. */
export async function lighthouseScores(
  url: string,
  port: number,
  runs: number,
): Promise<Scores> {
  const all: Scores[] = []
  for (let run = 0; run < runs; run += 1) {
    const categories = await audit(url, port)
    const score = (category: keyof Scores) =>
      Math.round((categories[category]?.score ?? 0) * 100)
    all.push({
      performance: score("performance"),
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
      seo: score("seo"),
    })
  }
  const median = (category: keyof Scores) =>
    quantile(
      all.map((scores) => scores[category]),
      0.5,
    )
  return {
    performance: median("performance"),
    accessibility: median("accessibility"),
    "best-practices": median("best-practices"),
    seo: median("seo"),
  }
}
