/** Vietnamese text: one spelling in the database, one folded form to compare by. */

/** NFC, no zero-width or control characters, single spaces: what is written and what is searched for. */
export function normaliseText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200B-\u200D\uFEFF]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
}

/**
 * Lower case without diacritics: "Nước mắm Cửa Khe" → "nuoc mam cua khe".
 * đ is a letter of its own and does not decompose, so it is mapped by hand.
 */
export function foldText(text: string): string {
  return normaliseText(text)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .toLowerCase()
}

/** "Tr'Hy, Tây Giang" → "tr-hy-tay-giang": for addresses of pages. */
export function slugify(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
}
