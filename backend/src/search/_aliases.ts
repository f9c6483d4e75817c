/**
 * Names of goods in the words of other regions. Added to documents, not to queries: what somebody
 * types without accents could mean several things ("me": mè, me, mẹ), while a title is written out.
 */
import { ALSO, NOT_MEANT, SAME } from "./_regional"

/** A title with several regional words has many names; the first ones are the likely ones. */
const MAX_ALIASES = 12

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
const wholeWord = (word: string, flags: string) =>
  new RegExp(`(?<!\\p{L})${escaped(word)}(?!\\p{L})`, flags)

const RULES = [
  ...SAME.flatMap((words) =>
    words.map((word) => [word, words.filter((other) => other !== word)] as const),
  ),
  ...ALSO.map(([word, ...others]) => [word, others] as const),
].map(([word, others]) => ({ word, pattern: wholeWord(word, "iu"), others }))

/** Any of the names, as they are written with their capitals. */
export const anyOf = (names: readonly string[]): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:${[...names]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join("|")})(?!\\p{L})`,
    "gu",
  )

const NOT_MEANT_PATTERN = new RegExp(anyOf(NOT_MEANT).source, "giu")

/**
 * "Dầu phụng" → ["Dầu phộng", "Dầu lạc"], and all combinations where there are several such words.
 *
 * @param text without the names of places: "Cam sành Trà Dương" has nothing to do with tea.
 */
export function aliasesOf(text: string): string[] {
  const kept: string[] = []
  // Stands where something is that must stay as it is.
  const keep = (match: string) => `\uE000${kept.push(match) - 1}\uE001`
  const open = text.replace(NOT_MEANT_PATTERN, keep)
  const lower = open.toLowerCase()

  let all = [open]
  for (const { word, pattern, others } of RULES)
    // Most words are in no title: the pattern is only asked where it may match.
    if (all.length < MAX_ALIASES && lower.includes(word) && pattern.test(open))
      all = [
        ...all,
        ...all.flatMap((one) => others.map((other) => one.replace(pattern, other))),
      ]
  const restored = all.map((one) =>
    one.replace(/\uE000(\d+)\uE001/g, (_, index) => kept[Number(index)] ?? ""),
  )
  return [...new Set(restored)].filter((one) => one !== text).slice(0, MAX_ALIASES)
}
