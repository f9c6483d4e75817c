/**
 * Words of the shop that are one slip away from what was typed: a wrong, missing, doubled or
 * exchanged letter, letters that sound alike, syllables run together or torn apart.
 */
import { plainWords } from "@ocop/backend/contracts/search-text"

/** Plain words of the names in the shop → how many documents have each. */
export type Lexicon = ReadonlyMap<string, number>

/** Shorter words have too many neighbours for a slip to be told from another word. */
const MIN_LETTERS = 3
/** Of a word's neighbours, the likeliest. */
const NEIGHBOURS = 12
/** In a query of many words two may be wrong. */
const MAX_CHANGED = 2

/** Written for each other all over the country, because they sound alike somewhere. */
const SOUND_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^x/, "s"],
  [/^s/, "x"],
  [/^tr/, "ch"],
  [/^ch/, "tr"],
  [/^gi/, "d"],
  [/^d/, "gi"],
  [/^d/, "v"],
  [/^v/, "d"],
  [/^z/, "d"],
  [/^r/, "d"],
  [/^l/, "n"],
  [/^n(?![gh])/, "l"],
  [/^f/, "ph"],
  [/^k/, "c"],
  [/^c(?!h)/, "k"],
  [/^q(?!u)/, "qu"],
  [/^w/, "qu"],
  [/n$/, "ng"],
  [/ng$/, "n"],
  [/t$/, "c"],
  [/c$/, "t"],
  [/i/, "y"],
  [/y/, "i"],
]

const soundsLike = (word: string): string[] =>
  SOUND_ALIKE.flatMap(([pattern, other]) =>
    pattern.test(word) ? [word.replace(pattern, other)] : [],
  )

/** One letter wrong, missing, too many, or two neighbours exchanged. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const rest = one.slice(start)
  const otherRest = other.slice(start)
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    (rest[0] === otherRest[1] &&
      rest[1] === otherRest[0] &&
      rest.slice(2) === otherRest.slice(2))
  )
}

/** Likeliest first: what sounds the same, then what more goods are called. */
function neighbours(word: string, lexicon: Lexicon): string[] {
  const alike = soundsLike(word).filter((other) => lexicon.has(other))
  const near =
    word.length < MIN_LETTERS || /\d/.test(word)
      ? []
      : [...lexicon.keys()].filter(
          (other) => other.length >= MIN_LETTERS - 1 && isOneSlip(word, other),
        )
  const count = (other: string) => lexicon.get(other) ?? 0
  near.sort((a, b) => count(b) - count(a))
  return [...new Set([...alike, ...near])].slice(0, NEIGHBOURS)
}

/** "nuocmam" → "nuoc mam": the whole word as words of the shop, in the fewest pieces. */
function tornApart(word: string, lexicon: Lexicon): string | null {
  const best: (string[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end += 1)
    for (let start = 0; start < end; start += 1) {
      const before = best[start]
      const piece = word.slice(start, end)
      if (!before || !lexicon.has(piece) || (piece.length < 2 && word.length < 4))
        continue
      if (before.length + 1 < (best[end]?.length ?? Infinity))
        best[end] = [...before, piece]
    }
  const pieces = best[word.length]
  return pieces && pieces.length > 1 ? pieces.join(" ") : null
}

/** All ways to choose one of each list. */
const combinations = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>(
    (all, list) => all.flatMap((one) => list.map((item) => [...one, item])),
    [[]],
  )

/**
 * What may have been meant, as plain words, likeliest first; none of them need find anything.
 *
 * @param limit most of them.
 */
export function spellings(text: string, lexicon: Lexicon, limit: number): string[] {
  const words = plainWords(text).split(" ").filter(Boolean)
  const unknown = words.filter((word) => !lexicon.has(word))
  const found = new Set<string>()

  // Spaces: what was run together is cut, what was torn apart is joined.
  if (unknown.length > 0)
    found.add(
      words
        .map((word) => (lexicon.has(word) ? word : (tornApart(word, lexicon) ?? word)))
        .join(" "),
    )
  for (let index = 1; index < words.length; index += 1) {
    const joined = `${words[index - 1]}${words[index]}`
    if (lexicon.has(joined))
      found.add(
        [...words.slice(0, index - 1), joined, ...words.slice(index + 1)].join(" "),
      )
  }

  // Letters: unknown words are all wrong; where all are known, any one of them may be.
  const wrong = unknown.filter((word) => !/^\d+$/.test(word))
  if (wrong.length > 0 && wrong.length <= MAX_CHANGED) {
    const choices = words.map((word) =>
      wrong.includes(word) ? neighbours(word, lexicon) : [word],
    )
    for (const choice of combinations(choices)) found.add(choice.join(" "))
  } else if (wrong.length === 0)
    for (const [index, word] of words.entries())
      for (const other of neighbours(word, lexicon))
        found.add(words.with(index, other).join(" "))

  found.delete(words.join(" "))
  return [...found].slice(0, limit)
}
