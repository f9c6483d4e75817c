/**
 * What visitors search for ("khách tìm gì"), counted per day and words. There is nobody in it: no
 * visitor, no address, no time of the day, and no order in which the searches came.
 */
import { z } from "zod"
import { day } from "./calendar"
import { loggableQuery } from "./loggable-query"
import { foldText } from "./text"

/** Words that one batch may hold, and that the storefront keeps in memory at most. */
export const MAX_COUNTS = 1_000
/** Days after which counts are deleted: a year, and a month to compare it with the one before. */
export const SEARCH_LOG_DAYS = 400

const count = z.number().int().min(0).max(1_000_000)

export const searchCount = z
  .strictObject({
    day,
    /** As `loggableQuery` gives it: whoever sends anything else has not asked it. */
    query: z.string().refine((query) => loggableQuery(query) === query),
    searches: count,
    /** Products found the last time; null when the words were not searched for on that day. */
    results_last: count.nullable(),
    /** Searches that found nothing. */
    zero_results: count,
    /** Products opened out of the results. */
    clicks: count,
    /** Searches where only another reading of the words found something. */
    corrected: count,
  })
  .refine(
    ({ searches, zero_results, corrected }) => zero_results + corrected <= searches,
    "zero_results and corrected are searches",
  )
export type SearchCount = z.output<typeof searchCount>

/** What one line of a day is known by. */
export const keyOf = ({ day: on, query }: Pick<SearchCount, "day" | "query">): string =>
  `${on} ${foldText(query)}`

/** POST /storefront/search-log; the same id again is not counted again. */
export const searchLogBatch = z.strictObject({
  id: z.uuid(),
  counts: z
    .array(searchCount)
    .min(1)
    .max(MAX_COUNTS)
    .refine(
      (counts) => new Set(counts.map(keyOf)).size === counts.length,
      "each query once a day",
    ),
})
export type SearchLogBatch = z.output<typeof searchLogBatch>

export const searchLogAnswer = z.object({
  /** False: the batch had been counted before. */
  counted: z.boolean(),
})

export const SEARCH_KINDS = ["zero", "low-click", "top"] as const
export const searchKind = z.enum(SEARCH_KINDS)
export type SearchKind = z.output<typeof searchKind>

/** Fewer searches tell nothing about how often their results are opened. */
export const LOW_CLICK_SEARCHES = 5
/** Of a hundred searches that found something. */
export const LOW_CLICK_PERCENT = 10
/** Words that one person alone may have searched for are shown on demand only. */
export const SHARED_SEARCHES = 2

export const SEARCH_PERIODS = [7, 30, 90] as const
export type SearchPeriod = (typeof SEARCH_PERIODS)[number]

export const SEARCH_LOG_PAGE = 20

const choice = {
  days: z.coerce.number().int().min(1).max(SEARCH_LOG_DAYS).default(30),
  kind: searchKind.default("zero"),
  /** Also the words that were searched for only once. */
  singles: z.stringbool().default(false),
}

export const searchExportQuery = z.object(choice)
export const searchLogQuery = z.object({
  ...choice,
  limit: z.coerce.number().int().min(1).max(100).default(SEARCH_LOG_PAGE),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type SearchLogQuery = z.output<typeof searchLogQuery>

export const searchedWords = z.object({
  query: z.string(),
  searches: z.number().int(),
  zero_results: z.number().int(),
  corrected: z.number().int(),
  clicks: z.number().int(),
  /** Products found the last time. */
  results: z.number().int().nullable(),
  /** Clicks for a hundred searches that found something; null where none did. */
  click_percent: z.number().int().nullable(),
})
export type SearchedWords = z.output<typeof searchedWords>

export const searchLogResponse = z.object({
  searches: z.array(searchedWords),
  count: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
  /** Where the shop is: the words can be searched for there. */
  store_url: z.url(),
})
export type SearchLogResponse = z.output<typeof searchLogResponse>
