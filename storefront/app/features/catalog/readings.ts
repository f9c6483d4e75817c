/** What the words of a search may have meant, when they find nothing as they stand. */
import { decodeTyping } from "./typing"

/** Dropping one of two words would answer another question. */
const MIN_WORDS_TO_DROP_ONE = 3

/** Best first. */
export function otherReadings(q: string): string[] {
  const decoded = decodeTyping(q)
  const words = q.split(" ")
  return [
    ...(decoded === null ? [] : [decoded]),
    ...(words.length < MIN_WORDS_TO_DROP_ONE
      ? []
      : [words.slice(0, -1).join(" "), words.slice(1).join(" ")]),
  ]
}
