/** A search as a visitor means it: filters in words, accents, slips of the keyboard. */
import { LRUCache } from "lru-cache"
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { listPlaces } from "#app/features/place/place.server"
import { listProducers } from "#app/features/producer/producer.server"
import { soon } from "#app/lib/cached.server"
import { catalogVersion, countWords, searchCatalog } from "./catalog.server"
import { type CatalogPage } from "./catalog-page"
import { lexiconNow } from "./lexicon.server"
import {
  asTyped,
  type EngineWords,
  isAllFiller,
  NO_WORDS,
  otherReadings,
  type Reading,
  type ReadingKind,
  withOneWordLess,
} from "./readings"
import { catalogQuery } from "./query"
import { spelledLike } from "./spelled-like"
import { literalText } from "./literal-text"
import { understand } from "./understanding"
import { type Vocabulary, vocabularyOf } from "./vocabulary"

export type Search = {
  page: CatalogPage
  /** As carried out: the words that are left and all filters. */
  query: CatalogQuery
  /** Words that became filters, as they were typed. */
  phrases: string[]
  /** How the words were read, and what was taken for what was typed. */
  reading: { kind: ReadingKind; text: string }
  /** What may be meant instead: for a page that found nothing, or only in stories. */
  help: { text: string; total: number }[]
}

/** Possibilities asked for at once. */
const MAX_SPELLINGS = 30
const MAX_HELP = 4

type Read = {
  kind: ReadingKind
  text: string
  words: EngineWords
  /** Another spelling of words that are found as typed, but in nothing's name. */
  alternative: { words: string; total: number } | null
}
const readings = new LRUCache<string, Read>({ max: 2_000 })

let known: { places: unknown; producers: unknown; vocabulary: Vocabulary } | undefined

/** Null while the backend is away or slow: then no word means a filter. */
async function vocabularyNow(): Promise<Vocabulary | null> {
  const [places, producers] = await Promise.all([
    soon(listPlaces()),
    soon(listProducers()),
  ])
  if (places === null) return null
  // Both are kept for a while; made anew only when one of them was.
  if (known?.places === places && known.producers === producers) return known.vocabulary
  const vocabulary = vocabularyOf(places, producers ?? [])
  known = { places, producers, vocabulary }
  return vocabulary
}

/** Which way of reading the words finds something; the plain one when none does. */
async function read(q: string): Promise<Read> {
  const literal = literalText(q)
  const typed = asTyped(literal ?? q)
  const found = await firstFinding(typed.ways)
  const asIs: Read = {
    kind: "as-typed",
    text: q,
    // What is called so decides on the spelling; what only tells of it comes after.
    words: { ...(found ?? typed.ways.at(-1) ?? NO_WORDS), within: "all" },
    alternative: null,
  }
  if (literal !== null || found?.within === "names") return asIs

  const others = await counted(otherReadings(q, await lexiconNow(), MAX_SPELLINGS))
  const slip = likeliestSlip(others)
  if (found)
    return {
      ...asIs,
      alternative:
        slip?.words.within === "goods"
          ? { words: slip.words.words, total: slip.total }
          : null,
    }
  for (const { kind, text, ways } of others.filter(
    (other) => other.kind !== "spelling",
  )) {
    const way = ways.find(({ total }) => total > 0)
    if (way)
      return { kind, text, words: { ...way.words, within: "all" }, alternative: null }
  }
  if (slip === null) return asIs
  const words: EngineWords = { ...slip.words, within: "names" }
  return { kind: "spelling", text: words.words, words, alternative: null }
}

type Counted = { words: EngineWords; total: number }

async function counted(all: readonly Reading[]) {
  const counts = await countWords(all.flatMap(({ ways }) => ways))
  let at = 0
  return all.map((reading) => ({
    ...reading,
    ways: reading.ways.map((words): Counted => ({ words, total: counts[at++] ?? 0 })),
  }))
}

/** Of all slips the one by which most goods are called, or else most of anything. */
function likeliestSlip(
  all: readonly { kind: ReadingKind; ways: readonly Counted[] }[],
): Counted | null {
  const slips = all
    .filter(({ kind }) => kind === "spelling")
    .flatMap(({ ways }) => ways)
    .filter(({ total }) => total > 0)
  const goods = slips.filter(({ words }) => words.within === "goods")
  return (goods.length > 0 ? goods : slips).reduce<Counted | null>(
    (most, slip) => (most && most.total >= slip.total ? most : slip),
    null,
  )
}

async function firstFinding(ways: readonly EngineWords[]): Promise<EngineWords | null> {
  const counts = await countWords(ways)
  return ways[counts.findIndex((total) => total > 0)] ?? null
}

async function readCached(q: string): Promise<Read> {
  const key = `${await catalogVersion()} ${q}`
  const cached = readings.get(key)
  if (cached) return cached
  const made = await read(q)
  readings.set(key, made)
  return made
}

export async function searchShop(typed: CatalogQuery): Promise<Search> {
  const vocabulary = typed.q === "" ? null : await vocabularyNow()
  const understood = vocabulary ? understand(typed, vocabulary) : null
  if (understood && understood.phrases.length > 0) {
    const search = await carryOut(understood.query, understood.phrases)
    // Words that find something as words, but nothing as filters, were not meant as filters.
    if (search.page.total > 0) return search
    const literal = await carryOut(typed, [])
    return literal.page.total > 0 && literal.reading.kind === "as-typed"
      ? literal
      : search
  }
  return await carryOut(typed, [])
}

async function carryOut(query: CatalogQuery, phrases: string[]): Promise<Search> {
  if (query.q === "" || isAllFiller(query.q)) {
    const everything = { ...query, q: "" }
    return {
      page: await searchCatalog(everything, NO_WORDS),
      query: everything,
      phrases,
      reading: { kind: query.q === "" ? "as-typed" : "filler", text: "" },
      help: [],
    }
  }
  const { kind, text, words, alternative } = await readCached(query.q)
  const page = await searchCatalog(query, words)
  return {
    page,
    query,
    phrases,
    reading: {
      kind,
      text: kind === "spelling" ? spelledLike(text, page.products) : text,
    },
    help: await helpFor(query.q, page, alternative),
  }
}

/** The other spelling where there is one; shorter texts that do find something, most first. */
async function helpFor(
  q: string,
  page: CatalogPage,
  alternative: Read["alternative"],
): Promise<Search["help"]> {
  if (alternative) {
    const { words, total } = alternative
    const { products } = await searchCatalog(catalogQuery(), {
      words,
      within: "goods",
      unfinished: false,
    })
    return [{ text: spelledLike(words, products), total }]
  }
  if (page.total > 0 || literalText(q) !== null) return []
  const shorter = withOneWordLess(q)
  const ways = shorter.map((text) => asTyped(text).ways.at(-2) ?? NO_WORDS)
  const counts = await countWords(ways)
  return shorter
    .map((text, index) => ({ text, total: counts[index] ?? 0 }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .slice(0, MAX_HELP)
}
