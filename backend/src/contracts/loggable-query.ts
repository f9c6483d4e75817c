/** Which searches may be written down at all: words for goods, never words about a person. */
import { foldText, normaliseText } from "./text"

export const MAX_LOGGED_LENGTH = 80
/** Phone, identity card, bank card and order numbers have at least so many. */
const TOO_MANY_DIGITS = 6

/** Full-width and other forms of "@" and of digits are taken for what they look like. */
const plain = (text: string): string => text.normalize("NFKC")

const PERSONAL: readonly ((text: string) => boolean)[] = [
  // E-mail addresses and names of accounts.
  (text) => text.includes("@"),
  // Wherever they stand: "0905 123.456" is a phone number, and so may be "09 (nhà) 05123456".
  (text) => (text.match(/\p{Nd}/gu)?.length ?? 0) >= TOO_MANY_DIGITS,
  // The beginning of an order code.
  (text) => /(^|[^\p{L}\p{N}])qn[\s.\-–]*\p{Nd}/iu.test(text),
  // The address of a page may name a person or hold a key.
  (text) => /:\/\/|\bwww\.|\.(com|net|org|vn)\b/i.test(text),
]

/**
 * What a visitor searched for as it may be counted: one spelling, lower case, with the accents as
 * typed. Null when it may hold personal data, is too long to be a few words, or has no letter and no
 * digit at all. What is refused is kept nowhere.
 */
export function loggableQuery(text: string): string | null {
  const query = normaliseText(text).toLocaleLowerCase("vi").normalize("NFC")
  // Halves of characters, and what stands for bytes that were none.
  if (/[\p{Cs}\uFFFD]/u.test(query) || !/[\p{L}\p{N}]/u.test(foldText(query))) return null
  if ([...query].length > MAX_LOGGED_LENGTH) return null
  return PERSONAL.some((isPersonal) => isPersonal(plain(query))) ? null : query
}
