/**
 * Words of a search that mean a filter become one: "nước mắm 4 sao Hội An dưới 200k" is "nước mắm"
 * with three filters. A text in quotation marks is taken literally.
 */
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { normaliseText } from "@ocop/backend/contracts/text"
import { literalText } from "./literal-text"
import { figureWords, type Meant } from "./figure-words"
import { mayBe, nameKey, type Vocabulary } from "./vocabulary"

export type Understanding = {
  /** What is left to be searched for and the filters, those of the address and those of the words. */
  query: CatalogQuery
  /** The words that became filters, as they were typed. */
  phrases: string[]
}

/** Left over when the filters are taken out: "ở Hội An", "của HTX …", "giá dưới 100k". */
const LOOSE_ENDS =
  /^(?:ở|tại|từ|của|và|giá|loại|hàng|sản phẩm)$|^(?:o|tai|tu|cua|va|gia)$/iu

/** Which filters of the address already say something: words don't contradict a choice. */
function isOpen(query: CatalogQuery, filter: Partial<CatalogQuery>): boolean {
  if (filter.stars) return query.stars.length === 0
  if (filter.districts) return query.districts.length === 0 && query.commune === null
  if (filter.commune) return query.commune === null
  if (filter.price) return query.price === null
  if (filter.producer) return query.producer === null
  if (filter.group) return query.group === null
  if (filter.entityType) return query.entityType === null
  return true
}

type Word = { text: string; start: number; end: number }
const wordsIn = (text: string, taken: readonly Meant[]): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .map((match) => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(
      ({ start, end }) => !taken.some((each) => start < each.end && each.start < end),
    )

/** Names of the vocabulary in the text, the longest first. */
function namesIn(
  text: string,
  vocabulary: Vocabulary,
  taken: readonly Meant[],
): (Meant & { everyday: boolean })[] {
  const words = wordsIn(text, taken)
  const found: (Meant & { everyday: boolean })[] = []
  for (
    let length = Math.min(words.length, vocabulary.longest + 4);
    length > 0;
    length -= 1
  )
    for (let index = 0; index + length <= words.length; index += 1) {
      const span = words.slice(index, index + length)
      const [first, last] = [span[0], span.at(-1)]
      if (!first || !last) continue
      const [start, end] = [first.start, last.end]
      if ([...found, ...taken].some((each) => start < each.end && each.start < end))
        continue
      const typed = text.slice(start, end)
      const name = vocabulary.names
        .get(nameKey(typed))
        ?.find((each) => mayBe(typed, each.name))
      if (name) found.push({ start, end, filter: name.filter, everyday: name.everyday })
    }
  return found
}

const cut = (text: string, spans: readonly Meant[]): string => {
  const kept = [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)
  return normaliseText(kept.replace(/(?<=^|\s)[,;.\-–+]+(?=\s|$)/gu, " "))
}

/** Prepositions and the like at the edges say nothing once their noun has become a filter. */
function trimmed(text: string): string {
  let words = text.split(" ").filter(Boolean)
  while (words.length > 0 && LOOSE_ENDS.test(words.at(-1) ?? ""))
    words = words.slice(0, -1)
  while (words.length > 0 && LOOSE_ENDS.test(words[0] ?? "")) words = words.slice(1)
  return words.join(" ")
}

export function understand(query: CatalogQuery, vocabulary: Vocabulary): Understanding {
  const text = query.q
  if (text === "" || literalText(text) !== null) return { query, phrases: [] }

  const figures = figureWords(text).filter(({ filter }) => isOpen(query, filter))
  const names = namesIn(text, vocabulary, figures).filter(({ filter }) =>
    isOpen(query, filter),
  )
  const certain = [...figures, ...names.filter(({ everyday }) => !everyday)]
  // "thảo dược" is a group, "trà thảo dược" is a tea.
  const everyday = names.filter((each) => each.everyday)
  const alone =
    everyday.length > 0 && trimmed(cut(text, [...certain, ...everyday])) === ""
  const meant = alone ? [...certain, ...everyday] : certain

  const used: Meant[] = []
  let understood: CatalogQuery = query
  // A commune may be named with its district, which says less.
  const inOrder = [...meant].sort(
    (a, b) =>
      Number(b.filter.districts !== undefined) - Number(a.filter.districts !== undefined),
  )
  for (const span of inOrder)
    if (isOpen(understood, span.filter)) {
      understood = { ...understood, ...span.filter }
      used.push(span)
    }
  if (used.length === 0) return { query, phrases: [] }
  return {
    query: { ...understood, q: trimmed(cut(text, used)) },
    phrases: used
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => text.slice(start, end)),
  }
}
