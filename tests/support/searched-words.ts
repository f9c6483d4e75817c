/** Words to search for, and what of them was written down. For tests over HTTP and in a browser. */
import { randomBytes, randomInt } from "node:crypto"
import { z } from "zod"
import { rows } from "./database"

/** What a person's browser calls itself. */
export const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"

/** Letters that are in no name of a product. */
export const nonsense = (): string =>
  [...randomBytes(9)].map((byte) => "bcdfghjklmnpqrstvwxz"[byte % 20]).join("")

/** Words that find something, and that hardly any other test searches for. */
export const foundWords = (): string => `nước mắm dưới ${randomInt(1_000, 10_000)}k`

export const resultsOf = (q: string, more = ""): string =>
  `/san-pham?${new URLSearchParams({ q })}${more}`

const logged = z.object({
  day: z.string(),
  query: z.string(),
  searches: z.number(),
  results_last: z.number().nullable(),
  zero_results: z.number(),
  clicks: z.number(),
  corrected: z.number(),
})

/** The rows whose words contain this text. */
export const loggedWith = (text: string) =>
  rows(
    logged,
    `select day::text as day, query, searches, results_last, zero_results, clicks, corrected
       from search_log where position($1 in query) > 0 order by day, query`,
    [text],
  )
