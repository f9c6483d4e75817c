/** A search as a visitor means it: filters in words, accents, slips of the keyboard. */
import { LRUCache } from "lru-cache"
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { listPlaces } from "#app/features/place/place.server"
import { listProducers } from "#app/features/producer/producer.server"
import { catalogVersion, countWords, searchCatalog } from "./catalog.server"
import { type CatalogPage } from "./catalog-page"
import { lexiconNow } from "./lexicon.server"
import {
  asTyped,
  type EngineWords,
  isAllFiller,
  NO_WORDS,
  otherReadings,
  type ReadingKind,
  withOneWordLess,
} from "./readings"
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
  /** For a page that found nothing: what would find something. */
  help: { text: string; total: number }[]
}

/** Possibilities asked for at once. */
const MAX_SPELLINGS = 30
const MAX_HELP = 4

type Read = { kind: ReadingKind; text: string; words: EngineWords }
const readings = new LRUCache<string, Read>({ max: 2_000 })

let known:
  { places: unknown; producers: unknown; vocabulary: Promise<Vocabulary> } | undefined

/** Null while the backend is away: then no word means a filter. */
async function vocabularyNow(): Promise<Vocabulary | null> {
  try {
    const [places, producers] = await Promise.all([listPlaces(), listProducers()])
    // Both are kept for a while; made anew only when one of them was.
    if (known?.places !== places || known.producers !== producers)
      known = {
        places,
        producers,
        vocabulary: Promise.resolve(vocabularyOf(places, producers)),
      }
    return await known.vocabulary
  } catch {
    return null
  }
}

/** Which way of reading the words finds something; the plain one when none does. */
async function read(q: string): Promise<Read> {
  const typed = asTyped(literalText(q) ?? q)
  const found = await firstFinding(typed.ways)
  if (found) return { kind: "as-typed", text: q, words: found }
  if (literalText(q) === null) {
    const others = otherReadings(q, await lexiconNow(), MAX_SPELLINGS)
    const counts = await countWords(others.flatMap(({ ways }) => ways))
    let at = 0
    const counted = others.map((reading) => ({
      ...reading,
      ways: reading.ways.map((words) => ({ words, total: counts[at++] ?? 0 })),
    }))
    for (const { kind, text, ways } of counted.filter(
      ({ kind }) => kind !== "spelling",
    )) {
      const way = ways.find(({ total }) => total > 0)
      if (way) return { kind, text, words: way.words }
    }
    // Of all slips the one by which most goods, or else most names, would be found.
    const slips = counted
      .filter(({ kind }) => kind === "spelling")
      .flatMap(({ ways }) => ways)
      .filter(({ total }) => total > 0)
    const goods = slips.filter(({ words }) => words.within === "goods")
    const best = (goods.length > 0 ? goods : slips).reduce<(typeof slips)[number] | null>(
      (most, slip) => (most && most.total >= slip.total ? most : slip),
      null,
    )
    if (best)
      return {
        kind: "spelling",
        text: best.words.words,
        words: { ...best.words, within: "names" },
      }
  }
  return { kind: "as-typed", text: q, words: typed.ways.at(-1) ?? NO_WORDS }
}

async function firstFinding(ways: readonly EngineWords[]): Promise<EngineWords | null> {
  if (ways.length === 0) return null
  const counts = await countWords(ways)
  const index = counts.findIndex((total) => total > 0)
  const way = ways[index]
  if (!way) return null
  // Named goods decide which spelling is meant; what only tells of them comes after them.
  return { ...way, within: "all" }
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
  const { kind, text, words } = await readCached(query.q)
  const page = await searchCatalog(query, words)
  return {
    page,
    query,
    phrases,
    reading: {
      kind,
      text: kind === "spelling" ? spelledLike(text, page.products) : text,
    },
    help: page.total > 0 || literalText(query.q) !== null ? [] : await helpFor(query.q),
  }
}

/** Shorter texts that do find something, most first. */
async function helpFor(q: string): Promise<Search["help"]> {
  const shorter = withOneWordLess(q)
  if (shorter.length === 0) return []
  const ways = shorter.map((text) => asTyped(text).ways.at(-2) ?? NO_WORDS)
  const counts = await countWords(ways)
  return shorter
    .map((text, index) => ({ text, total: counts[index] ?? 0 }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
    .slice(0, MAX_HELP)
}
