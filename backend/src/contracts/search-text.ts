/**
 * Text as the search engines are given it, on writing and on asking: plain ASCII words, so that no
 * engine's own idea of Vietnamese matters and both find the same.
 *
 * Every text is kept twice. `plainWords` has no accents: "dừa", "dứa" and "dưa" are all "dua".
 * `accentedWords` spells the accents out in Latin letters, much as Telex does, so that the three stay
 * apart: "zzduwaf", "zzduwas", "zzduwaz". Whoever wrote accents is answered from the second form,
 * whoever left them out from the first.
 */
import { foldText, normaliseText } from "./text"

/** No Vietnamese word begins so: what is spelt out never meets what is plain. */
const SPELT_OUT = "zz"

const MARKS: Readonly<Record<string, string>> = {
  // Not the vowel again, as Telex has it: "tố" would be spelt like "toá".
  "\u0302": "q", // mũ: â, ê, ô
  "\u0306": "w", // trăng: ă
  "\u031B": "w", // móc: ơ, ư
}
const TONES: Readonly<Record<string, string>> = {
  "\u0301": "s", // sắc
  "\u0300": "f", // huyền
  "\u0309": "r", // hỏi
  "\u0303": "x", // ngã
  "\u0323": "j", // nặng
}
/** Written too, so that a word is never the beginning of another one: "dưa" of "dừa". */
const LEVEL_TONE = "z"

/** "lý" and "lí", "mỳ" and "mì" are one word; "quý" and "thủy" are not touched. */
const FINAL_Y = /^(b|ch?|d|gh?|k?h|k|l|m|nh?|p|ph|r|s|th?|tr|v|x)y$/

/** "Nước mắm (Cửa Khe)" → ["Nước", "mắm", "Cửa", "Khe"]; "Tr'Hy" → ["Tr", "Hy"]. */
export const wordsOf = (text: string): string[] =>
  normaliseText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** "Mỳ Quảng" → "mi quang". */
const plainWord = (word: string): string => foldText(word).replace(FINAL_Y, "$1i")

export const plainWords = (text: string): string => wordsOf(text).map(plainWord).join(" ")

/** True where somebody took the trouble to write an accent. */
export const isAccented = (word: string): boolean =>
  /[\p{M}đ]/u.test(word.normalize("NFD").toLowerCase())

/** Where the tone stands in the word makes no difference: "hòa" and "hoà" are spelt out alike. */
function spellOut(word: string): string {
  let letters = ""
  let tone = LEVEL_TONE
  for (const char of word.normalize("NFD").toLowerCase())
    if (char === "đ") letters += "dd"
    else if (char in TONES) tone = TONES[char] ?? tone
    else letters += MARKS[char] ?? char.replace(/\p{M}/u, "")
  return SPELT_OUT + letters.replace(FINAL_Y, "$1i") + tone
}

/** Words without an accent stay plain: they may be meant so, or their accents left out. */
export const accentedWords = (text: string): string =>
  wordsOf(text)
    .map((word) => (isAccented(word) ? spellOut(word) : plainWord(word)))
    .join(" ")
