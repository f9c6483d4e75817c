/** The words by which a product is found, from the most telling to the least. */
import { accentedWords, plainWords } from "../contracts/search-text"
import { aliasesOf } from "./_aliases"

/** Longest description and story that is searched, in characters. */
const MAX_STORY = 3000

/** Each tier is kept as plain words (`words_…`) and with the accents spelt out (`accents_…`). */
export const TIERS = [
  "name",
  "other_names",
  "producer",
  "place",
  "group",
  "story",
] as const
export type Tier = (typeof TIERS)[number]

export type SearchedText = Record<`words_${Tier}` | `accents_${Tier}`, string[]> & {
  /** Numbers of certificates, decisions and articles. */
  words_codes: string[]
}

export type Described = {
  title: string
  subtitle: string | null
  /** What buyers also call it. */
  keywords: readonly string[]
  producer: string
  group: string
  /** Commune and district as certified, the unit of today. */
  places: readonly string[]
  /** Matches the name of a place inside a text. */
  placeNames: RegExp
  codes: readonly string[]
  story: string
}

export function searchedText(described: Described): SearchedText {
  const { title, keywords, placeNames } = described
  // "Cam sành Trà Dương" is found by "cam sành" as goods, by "Trà Dương" as a place: it is no tea.
  const name = title.replace(placeNames, " ").trim() || title
  const tiers: Record<Tier, readonly string[]> = {
    name: [name],
    other_names: [...keywords, ...aliasesOf(name)],
    producer: [described.producer],
    place: [title, ...described.places],
    group: [described.group, described.subtitle ?? ""],
    story: [described.story.slice(0, MAX_STORY)],
  }
  const by = (spell: (text: string) => string, tier: Tier) =>
    [...new Set(tiers[tier].map(spell))].filter((words) => words !== "")
  return {
    words_name: by(plainWords, "name"),
    accents_name: by(accentedWords, "name"),
    words_other_names: by(plainWords, "other_names"),
    accents_other_names: by(accentedWords, "other_names"),
    words_producer: by(plainWords, "producer"),
    accents_producer: by(accentedWords, "producer"),
    words_place: by(plainWords, "place"),
    accents_place: by(accentedWords, "place"),
    words_codes: [...new Set(described.codes.map(plainWords))],
    words_group: by(plainWords, "group"),
    accents_group: by(accentedWords, "group"),
    words_story: by(plainWords, "story"),
    accents_story: by(accentedWords, "story"),
  }
}
