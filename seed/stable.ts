/** Choices that look like chance and are the same on every machine and in every run. */

/** FNV-1a over the UTF-8 bytes: 32 bits, unsigned. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0
  }
  return value
}

/** A whole number from `from` to `to`, both included, fixed by the key. */
export const between = (key: string, from: number, to: number): number =>
  from + (hash(key) % (to - from + 1))
