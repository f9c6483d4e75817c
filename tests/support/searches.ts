/** Searching as a person does over plain HTTP, and the batches in which it is handed over. */
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { randomUUID } from "node:crypto"
import { type Response } from "undici"
import { expect } from "vitest"
import { backend } from "./backend"
import { env } from "./env"
import { CHROME, loggedWith, nonsense, resultsOf } from "./searched-words"
import { Visitor } from "./visitor"

const visitor = new Visitor()

export const visit = (path: string, headers: Record<string, string> = {}) =>
  visitor.get(path, { "user-agent": CHROME, ...headers })

/** A product opened out of the results of a search. */
export const open = (
  product: string,
  results: string,
  headers: Record<string, string> = {},
) => visit(product, { referer: env.STORE_URL + results, ...headers })

/** Twice the time after which the storefront hands over what it counted. */
export const handedOver = { timeout: 10_000, interval: 200 }

/**
 * Resolves once everything asked for before this call is written down: the storefront counts in
 * the order in which it is asked, and hands over everything at once.
 */
export async function untilHandedOver(): Promise<void> {
  const last = nonsense()
  await visit(resultsOf(last))
  await expect.poll(async () => (await loggedWith(last)).length, handedOver).toBe(1)
}

/** The raw answer to a batch; the status is the caller's to judge. */
export const sendBatch = (
  batch: unknown,
  secret: string | null = env.STOREFRONT_SECRET,
): Promise<Response> =>
  backend("/storefront/search-log", {
    method: "POST",
    body: batch,
    headers: secret === null ? {} : { "x-storefront-secret": secret },
  })

export const today = dayInVietnam()

/** One line of a batch: words searched for once today, with three products found. */
export const searchedOnce = (query: string, figures: Record<string, unknown> = {}) => ({
  day: today,
  query,
  searches: 1,
  results_last: 3,
  zero_results: 0,
  clicks: 0,
  corrected: 0,
  ...figures,
})

export const batchOf = (...counts: unknown[]) => ({ id: randomUUID(), counts })
