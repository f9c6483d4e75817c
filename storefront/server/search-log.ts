/** Counts searches and the products opened out of them, and hands the counts to the backend. */
import { searchLogAnswer, type SearchLogBatch } from "@ocop/backend/contracts/search-log"
import { type Request as Incoming } from "express"
import { type Env } from "../app/lib/env.server"
import { type SearchOutcome } from "../app/lib/load-context"
import { log } from "../app/lib/log.server"
import { SearchCounts } from "./search-counts"
import { type Delivery, SearchLogSender } from "./search-log-sender"
import { clickOf, searchOf } from "./search-visits"

const POST_MS = 2_000
/** The batch itself is at fault; any other failure may pass. */
const REFUSALS = new Set([400, 413, 422])

export type SearchLog = {
  /** Called for every page that was shown, rendered just now or kept. */
  shown: (request: Incoming, search: SearchOutcome | undefined) => void
  /** Sends what is left. */
  end: () => Promise<void>
}

export function searchLog(env: Env): SearchLog {
  const counts = new SearchCounts()
  const sender = new SearchLogSender({
    counts,
    post: (batch) => post(batch, env),
    lost: (what) => log("warn", { search_log: what }),
  })
  sender.start()

  return {
    shown({ method, originalUrl, headers }, search) {
      const visit = { method, address: originalUrl, headers }
      const searched = search && searchOf(visit, env.STORE_URL)
      if (searched) counts.search(searched, search)
      const clicked = clickOf(visit, env.STORE_URL)
      if (clicked !== null) counts.click(clicked)
    },
    end: () => sender.end(),
  }
}

async function post(batch: SearchLogBatch, env: Env): Promise<Delivery> {
  try {
    const response = await fetch(new URL("/storefront/search-log", env.BACKEND_URL), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-storefront-secret": env.STOREFRONT_SECRET,
      },
      body: JSON.stringify(batch),
      signal: AbortSignal.timeout(POST_MS),
    })
    if (response.ok) {
      searchLogAnswer.parse(await response.json())
      return "taken"
    }
    return REFUSALS.has(response.status) ? "refused" : "away"
  } catch {
    return "away"
  }
}
