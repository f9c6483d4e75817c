/** The ways in which the words of a search can be read, in the order in which they are tried. */
import { accentedWords, plainWords } from "@ocop/backend/contracts/search-text"
import { type Lexicon, spellings } from "./spelling"
import { decodeTyping } from "./typing"

/** What an engine is asked for. */
export type EngineWords = {
  /** In the spelling of the index: `plainWords` or `accentedWords`. */
  words: string
  /** Whether the last word may go on. */
  unfinished: boolean
  /** Where the words may stand: in what goods are called, in any name, or anywhere. */
  within: "goods" | "names" | "all"
}

export const NO_WORDS: EngineWords = { words: "", unfinished: false, within: "all" }

/** Why the words are not simply taken as they were typed. */
export type ReadingKind = "as-typed" | "typing" | "filler" | "spelling"

export type Reading = {
  kind: ReadingKind
  /** The words meant, as far as they are known with accents. */
  text: string
  /** Looked for one after the other; the first that finds something is the answer. */
  ways: EngineWords[]
}

const whole = (words: string, within: EngineWords["within"]): EngineWords => ({
  words,
  within,
  unfinished: false,
})

/** Whoever wrote accents meant them, unless that finds nothing; whoever left them out meant any. */
function waysOf(text: string): EngineWords[] {
  const [plain, accented] = [plainWords(text), accentedWords(text)]
  if (plain === "") return []
  // A story that happens to contain the word must not hide the goods that are called so.
  return [
    ...(accented === plain ? [] : [whole(accented, "names")]),
    whole(plain, "names"),
    ...(accented === plain ? [] : [whole(accented, "all")]),
    whole(plain, "all"),
    { words: plain, within: "all", unfinished: true },
  ]
}

/** Said around what is wanted, not of it. */
const FILLERS = new Set(
  [
    "mua bán giá rẻ ngon nhất tốt ở đâu shop online chính hãng uy tín loại hàng cần tìm",
    "đặc sản sản phẩm quảng nam đà nẵng xứ quảng việt nam địa phương tại của cho và các những",
  ].flatMap((words) => plainWords(words).split(" ")),
)

/** Without what only surrounds the thing: "mua nước mắm ngon ở đâu" → "nước mắm". */
function withoutFillers(text: string): string | null {
  const words = text.split(" ")
  const kept = words.filter((word) => !FILLERS.has(plainWords(word)))
  return kept.length === words.length ? null : kept.join(" ")
}

/** True for "đặc sản Quảng Nam": everything here is that. */
export const isAllFiller = (text: string): boolean =>
  text !== "" && withoutFillers(text) === ""

export const asTyped = (q: string): Reading => ({
  kind: "as-typed",
  text: q,
  ways: waysOf(q),
})

/** Tried when the words find nothing as they stand. */
export function otherReadings(q: string, lexicon: Lexicon, limit: number): Reading[] {
  const decoded = decodeTyping(q)
  const kept = withoutFillers(q)
  const reading = (kind: ReadingKind, text: string, ways = waysOf(text)): Reading => ({
    kind,
    text,
    ways,
  })
  return [
    ...(decoded === null ? [] : [reading("typing", decoded)]),
    ...(kept === null || kept === "" ? [] : [reading("filler", kept)]),
    ...spellings(q, lexicon, limit).map((text) =>
      // Among so many possibilities goods come first; stories contain nearly every word.
      reading("spelling", text, [whole(text, "goods"), whole(text, "names")]),
    ),
  ]
}

/** Dropping one of two words would answer another question. */
const MIN_WORDS_TO_DROP_ONE = 3

/** The text with one word less, for a page that found nothing. */
export function withOneWordLess(q: string): string[] {
  const words = q.split(" ")
  return words.length < MIN_WORDS_TO_DROP_ONE
    ? []
    : words.map((_, index) => words.toSpliced(index, 1).join(" "))
}
