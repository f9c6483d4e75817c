/** A search in quotation marks is meant word by word: no filters, no other readings. */
const QUOTED = /^["“”„«»](.+)["“”„«»]$/u

/** What stands between quotation marks, where the whole text does; null otherwise. */
export const literalText = (q: string): string | null =>
  QUOTED.exec(q)?.[1]?.trim() ?? null

export const quoted = (q: string): string => `“${literalText(q) ?? q}”`
