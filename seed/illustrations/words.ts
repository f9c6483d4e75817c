/** Titles as words, with their marks: without them dừa, dứa and dưa would be one fruit. */

/** Lower case, only letters and digits, one blank between words and at both ends. */
export function wordsOf(title: string): string {
  const plain = title
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
  return ` ${plain.trim()} `
}

/** Whether one of the phrases occurs in what `wordsOf` gave, as whole words. */
export const says = (words: string, ...phrases: readonly string[]): boolean =>
  phrases.some((phrase) => words.includes(` ${phrase} `))

/**
 * The rule whose phrase stands first in the words; of two that begin there, the longer one.
 * A rule is what it gives, then the phrases that speak for it.
 */
export function firstSaid<T>(
  words: string,
  rules: readonly (readonly [T, ...string[]])[],
): T | undefined {
  const found = rules.flatMap(([given, ...phrases]) =>
    phrases
      .map((phrase) => ({
        given,
        length: phrase.length,
        at: words.indexOf(` ${phrase} `),
      }))
      .filter(({ at }) => at >= 0),
  )
  return found.sort((a, b) => a.at - b.at || b.length - a.length)[0]?.given
}
