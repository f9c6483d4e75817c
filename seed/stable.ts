/** Choices that look like chance and are the same on every machine and in every run. */
import { createHash } from "node:crypto"

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

/** A UUID (version 8: of our own making) that is fixed by the key. */
export function uuidOf(key: string): string {
  const hex = createHash("sha256").update(key).digest("hex")
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-")
}
