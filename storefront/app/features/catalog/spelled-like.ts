/** Plain words written out with the accents they have in what was found. */
import { type CatalogDocument } from "@ocop/backend/contracts/catalog"
import { plainWords, wordsOf } from "@ocop/backend/contracts/search-text"

type Named = Pick<
  CatalogDocument,
  "title" | "keywords" | "producer" | "commune" | "district"
>

/** "nuoc mam" → "nước mắm", where a product found is called so; unknown words stay plain. */
export function spelledLike(plain: string, found: readonly Named[]): string {
  const known = new Map<string, string>()
  for (const { title, keywords, producer, commune, district } of found)
    for (const text of [title, ...keywords, producer, commune ?? "", district ?? ""])
      for (const word of wordsOf(text)) {
        const key = plainWords(word)
        if (!known.has(key)) known.set(key, word.toLowerCase())
      }
  return plain
    .split(" ")
    .map((word) => known.get(word) ?? word)
    .join(" ")
}
