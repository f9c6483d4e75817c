/**
 * Words typed with the input method switched off: "daauf mef" (Telex) and "nuoc71 mam81" (VNI) are
 * "dầu mè" and "nước mắm". The engine folds accents, so it is enough to take the keys away.
 */
import { foldText } from "@ocop/backend/contracts/text"

const ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?"
const RHYME = "[aeiouy]{1,3}(?:ng|nh|ch|c|m|n|p|t)?"
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}$`)

/** Keys of VNI stand after the letter: tones 1–5, hats and hooks 6–8, đ 9. */
const fromVni = (word: string): string =>
  /^[a-z]/.test(word) ? word.replace(/[1-9]/g, "") : word

const fromTelex = (word: string): string => {
  const vowel = word.search(/[aeiouy]/)
  if (vowel < 0) return word
  const onset = word.slice(0, vowel).replace(/^dd/, "d")
  const rest = word
    .slice(vowel)
    .replace(/aa|ee|oo/g, (pair) => pair.charAt(0))
    .replace(/(?<=[aou][a-z]*)w/g, "")
    .replace(/[sfrxj](?=d?$|[a-z]?[a-z]?$)/, "")
    .replace(/d$/, "")
  return onset + rest
}

/** The folded words meant, or null when the text is no such typing. */
export function decodeTyping(text: string): string | null {
  const words = foldText(text).split(" ")
  const decoded = words.map((word) => {
    if (SYLLABLE.test(word)) return word
    return [fromVni(word), fromTelex(word)].find((meant) => SYLLABLE.test(meant)) ?? word
  })
  const meant = decoded.join(" ")
  const legal = decoded.every((word) => SYLLABLE.test(word))
  return legal && meant !== words.join(" ") ? meant : null
}
