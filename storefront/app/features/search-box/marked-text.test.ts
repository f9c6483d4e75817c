import { expect, it } from "vitest"
import { markedText } from "./marked-text"

const marked = (name: string, typed: string) =>
  markedText(name, typed)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join("")

it.each([
  ["Nước mắm Cửa Khe", "nuoc ma", "[Nước] [mắ]m Cửa Khe"],
  ["Nước mắm".normalize("NFD"), "mắm", "Nước [mắm]"],
  ["Dầu đậu phụng", "dau", "[Dầu] [đậu] phụng"],
  ["Bánh tráng", "anh", "Bánh tráng"],
  ["Trà (túi lọc)", "tui", "Trà ([túi] lọc)"],
  ["Mật ong", "", "Mật ong"],
  ["Mật ong", "xyz", "Mật ong"],
])("%s for %j is %s", (name, typed, expected) =>
  expect(marked(name, typed)).toBe(expected),
)
