/** Stars, prices and the like in a search: "4 sao", "dưới 100k", "còn hàng". */
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { foldText, normaliseText } from "@ocop/backend/contracts/text"

/** A stretch of the text and the filter it stands for. */
export type Meant = { start: number; end: number; filter: Partial<CatalogQuery> }

const DIGITS: Readonly<Record<string, number>> = { ba: 3, bon: 4, nam: 5 }
const STAR = "([345]|ba|bon|nam)"
const SIGN = "(?:sao|stars?|\\*+|★+)"
const OCOP = "(?:ocop ?)?(?:hang ?|dat ?|loai ?)?"

const starOf = (word: string | undefined) =>
  word === undefined ? 0 : (DIGITS[word] ?? Number(word))
const from = (low: number, high = 5) => [3, 4, 5].filter((n) => low <= n && n <= high)

const THOUSAND = 1_000
const MILLION = 1_000_000
const NUMBER = "(\\d[\\d.,]*)"
const UNIT = "(k|nghin|ngan|ng|tr|trieu|cu|m|dong|vnd|d|₫)"
const AMOUNT = `${NUMBER} ?${UNIT}?(\\d)?`

/**
 * "100k", "100.000đ", "1tr5", "1,5 triệu" → đồng; null for what is no price. Without a unit small
 * numbers are thousands, as people say them ("dưới 100").
 */
function dong(number = "", unit = "", tail = ""): number | null {
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(number)
  const value = Number(grouped ? number.replace(/[.,]/g, "") : number.replace(",", "."))
  if (!Number.isFinite(value) || value <= 0) return null
  const tenths = tail === "" ? 0 : Number(tail) / 10
  if (/^(tr|trieu|cu|m)$/.test(unit)) return Math.round((value + tenths) * MILLION)
  if (/^(k|nghin|ngan|ng)$/.test(unit)) return Math.round((value + tenths) * THOUSAND)
  return Math.round(unit === "" && value < THOUSAND ? value * THOUSAND : value)
}

type Rule = {
  pattern: string
  filter: (groups: (string | undefined)[]) => Partial<CatalogQuery> | null
}

const price = (min: number | null, max: number | null): Partial<CatalogQuery> | null =>
  (min === null && max === null) || (max !== null && max <= (min ?? 0))
    ? null
    : { price: { min: min ?? 0, max } }

/** About: a fifth more or less, in round thousands. */
const about = (amount: number, factor: number) =>
  Math.round((amount * factor) / THOUSAND) * THOUSAND

/** Longer ones first: "từ 4 sao trở lên" is more than "4 sao". */
const RULES: readonly Rule[] = [
  {
    pattern: `${OCOP}(?:tu ?)?${STAR} ?${SIGN}? ?(?:-|–|den|toi|,|va|hoac) ?${STAR} ?${SIGN}`,
    filter: ([one, other]) => ({ stars: from(starOf(one), starOf(other)) }),
  },
  {
    pattern: `${OCOP}(?:tu|tren|toi thieu|it nhat) ?${STAR} ?${SIGN}(?: ?tro len)?`,
    filter: ([star]) => ({ stars: from(starOf(star)) }),
  },
  {
    pattern: `${OCOP}${STAR} ?${SIGN} ?(?:tro len|\\+)`,
    filter: ([star]) => ({ stars: from(starOf(star)) }),
  },
  {
    pattern: `${OCOP}${STAR} ?${SIGN}(?: ?ocop)?`,
    filter: ([star]) => ({ stars: [starOf(star)] }),
  },
  {
    pattern: `(?:gia ?)?(?:tu|trong khoang|khoang)? ?${AMOUNT} ?(?:-|–|den|toi) ?${NUMBER} ?${UNIT}(\\d)?`,
    filter: ([number, unit, tail, otherNumber, otherUnit, otherTail]) =>
      price(
        dong(number, unit || otherUnit, tail),
        dong(otherNumber, otherUnit, otherTail),
      ),
  },
  {
    pattern: `(?:gia ?)?(?:duoi|khong qua|toi da|nho hon|it hon|re hon|<=?) ?${AMOUNT}`,
    filter: ([number, unit, tail]) => price(null, dong(number, unit, tail)),
  },
  {
    pattern: `(?:gia ?)?(?:tren|hon|tu|toi thieu|it nhat|lon hon|>=?) ?${AMOUNT}(?: ?tro len)?`,
    filter: ([number, unit, tail]) =>
      // "từ 3" alone says nothing about money.
      unit || Number(number) >= THOUSAND || /[.,]\d{3}/.test(number ?? "")
        ? price(dong(number, unit, tail), null)
        : null,
  },
  {
    pattern: `(?:gia ?)?(?:khoang|tam|co) ?${NUMBER} ?${UNIT}(\\d)?`,
    filter: ([number, unit, tail]) => {
      const amount = dong(number, unit, tail)
      return amount === null ? null : price(about(amount, 0.8), about(amount, 1.2))
    },
  },
  { pattern: "(?:con|dang con|san) hang", filter: () => ({ inStock: true }) },
  {
    pattern: "(?:con|dang) (?:hieu luc|han)|(?:co )?chung nhan ocop|ocop",
    filter: () => ({ certified: true }),
  },
]

const EDGE_BEFORE = "(?<![\\p{L}\\p{N}.,])"
const EDGE_AFTER = "(?![\\p{L}\\p{N}])"

const COMPILED = RULES.map(({ pattern, filter }) => ({
  pattern: new RegExp(`${EDGE_BEFORE}${pattern}${EDGE_AFTER}`, "gu"),
  filter,
}))

/** What the figures and fixed phrases of a text stand for; stretches never overlap. */
export function figureWords(text: string): Meant[] {
  // Folding NFC text keeps every position: one letter stays one letter.
  const folded = foldText(text)
  if (folded.length !== normaliseText(text).length) return []
  const meant: Meant[] = []
  for (const { pattern, filter } of COMPILED)
    for (const match of folded.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].trimEnd().length
      if (meant.some((other) => start < other.end && other.start < end)) continue
      const found = filter(match.slice(1))
      if (found) meant.push({ start, end, filter: found })
    }
  return meant
}
