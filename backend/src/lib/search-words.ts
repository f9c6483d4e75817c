/** The words of the shop, as the PostgreSQL index has them. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { activePhysicalIndex } from "../search/_engine"
import { FALLBACK_INDEX } from "../search/_names"

/** Far more than the language has syllables; the rest are names seen once. */
const MAX_WORDS = 20_000
/** Counting reads every document: once in a while is enough. */
const TTL_MS = 5 * 60_000

const row = z.object({ word: z.string(), ndoc: z.number() })
type Words = [word: string, documents: number][]

let known: { index: string; at: number; words: Promise<Words> } | undefined

export async function searchWords(container: MedusaContainer): Promise<Words> {
  const index = await activePhysicalIndex(container, FALLBACK_INDEX)
  if (index === null) return []
  if (known?.index !== index || Date.now() - known.at > TTL_MS) {
    const words = countWords(container, index)
    known = { index, at: Date.now(), words }
    words.catch(() => {
      known = undefined
    })
  }
  return await known.words
}

async function countWords(container: MedusaContainer, index: string): Promise<Words> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const table = await knex.raw(
    "select table_name from search_postgres_index where name = ?",
    [index],
  )
  const [found] = z.array(z.object({ table_name: z.string() })).parse(table.rows)
  if (!found) return []
  const vectors = knex.raw("select search_vector from ??", [found.table_name]).toString()
  // Weights a and b: names, producers, places. Words with their accents spelt out begin with "zz".
  const result = await knex.raw(
    `select word, ndoc from ts_stat(?, 'ab')
     where word !~ '^zz' order by ndoc desc, word limit ?`,
    [vectors, MAX_WORDS],
  )
  return z
    .array(row)
    .parse(result.rows)
    .map(({ word, ndoc }) => [word, ndoc])
}
