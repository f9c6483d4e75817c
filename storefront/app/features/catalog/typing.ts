/**
 * Words typed with the input method switched off: "daauf mef" (Telex) and "nuoc71 mam81" (VNI) are
 * "dầu mè" and "nước mắm". Keys may come late, as typists do: "nuocws", "dduowngf", "duong9".
 */
import { foldText, normaliseText } from "@ocop/backend/contracts/text"

const ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?"
// A doubled vowel is a hat not yet put on.
const RHYME = "(?!.*(?:aa|ee|oo))[aeiouy]{1,3}(?:ng|nh|ch|c|m|n|p|t)?"
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}$`)
const NUMBER = /^\d+$/

const HAT = "\u0302" // â ê ô
const HORN = "\u031B" // ơ ư
const BREVE = "\u0306" // ă

const TELEX_TONES: Readonly<Record<string, string>> = {
  s: "\u0301",
  f: "\u0300",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
}
const VNI_TONES: Readonly<Record<string, string>> = {
  1: "\u0301",
  2: "\u0300",
  3: "\u0309",
  4: "\u0303",
  5: "\u0323",
}

/** Letters so far, each with the mark on it, and the tone of the word. */
class Word {
  readonly letters: { base: string; mark: string }[] = []
  tone = ""

  add(base: string) {
    this.letters.push({ base, mark: "" })
  }

  /** Puts a mark on the last letter that can carry it; false when there is none. */
  mark(bases: string, mark: string): boolean {
    const letter = this.letters.findLast(
      (each) => bases.includes(each.base) && each.mark === "",
    )
    if (!letter) return false
    letter.mark = mark
    return true
  }

  /** "uo" takes the horn on both: "nươc", "rươu". */
  horn(): boolean {
    const pair = this.letters.findIndex(
      ({ base }, index) => base === "u" && this.letters[index + 1]?.base === "o",
    )
    if (pair < 0) return this.mark("ou", HORN)
    for (const letter of this.letters.slice(pair, pair + 2)) letter.mark = HORN
    return true
  }

  /** The one key for three marks: "mưa", "hoặc", "quăng", "nước". */
  hook(): boolean {
    const index = this.letters.findLastIndex(({ base }) => "aou".includes(base))
    const [before, last] = [this.letters[index - 1], this.letters[index]]
    if (last?.base !== "a") return this.horn()
    const glide = this.letters[index - 2]?.base === "q"
    if (before?.base === "u" && !glide) {
      before.mark = HORN
      return true
    }
    return this.mark("a", BREVE)
  }

  strike(): boolean {
    const first = this.letters[0]
    if (first?.base !== "d") return false
    first.base = "đ"
    return true
  }

  get hasVowel(): boolean {
    return this.letters.some(({ base }) => "aeiouy".includes(base))
  }

  toString(): string {
    const carrier = this.tone === "" ? -1 : toneCarrier(this.letters)
    return this.letters
      .map(({ base, mark }, index) => base + mark + (index === carrier ? this.tone : ""))
      .join("")
      .normalize("NFC")
  }
}

/** On which letter the tone is written: "hòa", "thủy", "mía", "hoàn", "khuỷu", "được". */
function toneCarrier(letters: readonly { base: string; mark: string }[]): number {
  const word = letters.map(({ base }) => base).join("")
  const glide = /^(qu|gi)(?=[aeiouy])/.test(word) ? 2 : 0
  const vowels = letters.flatMap(({ base }, index) =>
    index >= glide && "aeiouy".includes(base) ? [index] : [],
  )
  const marked = vowels.filter((index) => letters[index]?.mark !== "").at(-1)
  if (marked !== undefined) return marked
  const [first = -1, second] = vowels
  if (second === undefined) return first
  const open = vowels.at(-1) === letters.length - 1
  return vowels.length === 2 && open ? first : second
}

function fromTelex(typed: string): string {
  const word = new Word()
  for (const key of typed) {
    const tone = TELEX_TONES[key]
    if (tone !== undefined && word.hasVowel) word.tone = tone
    else if (key === "w") {
      if (!word.hook()) word.add(key)
    } else if (key === "d" && word.letters.length > 0 && word.strike()) continue
    else if ("aeo".includes(key) && word.letters.some(({ base }) => base === key))
      word.mark(key, HAT)
    else word.add(key)
  }
  return word.toString()
}

function fromVni(typed: string): string {
  const word = new Word()
  for (const key of typed) {
    const tone = VNI_TONES[key]
    if (tone !== undefined) word.tone = tone
    else if (key === "6") word.mark("aeo", HAT)
    else if (key === "7") word.horn()
    else if (key === "8") word.mark("a", BREVE)
    else if (key === "9") word.strike()
    else word.add(key)
  }
  return word.toString()
}

const isSyllable = (word: string) => SYLLABLE.test(foldText(word))

function decodeWord(word: string): string | null {
  if (NUMBER.test(word) || isSyllable(word)) return word
  if (!/^[a-z]+[a-z0-9]*$/.test(word)) return null
  const decoded = /\d/.test(word) ? fromVni(word) : fromTelex(word)
  return isSyllable(decoded) ? decoded : null
}

/** "nuwowcs mawms" → "nước mắm"; null when the text is no such typing. */
export function decodeTyping(text: string): string | null {
  const words = normaliseText(text).toLowerCase().split(" ")
  const decoded = words.map(decodeWord)
  const meant = decoded.join(" ")
  return decoded.includes(null) || meant === words.join(" ") ? null : meant
}
