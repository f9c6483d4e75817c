import { foldText } from "@ocop/backend/contracts/text"

export type Part = { text: string; marked: boolean }

/** A name in parts, those marked that begin like a typed word, accents left aside. */
export function markedText(name: string, typed: string): Part[] {
  const text = name.normalize("NFC")
  const folded = foldText(text)
  const words = foldText(typed).split(" ").filter(Boolean)
  // Folding keeps one letter one letter; where it does not, nothing is marked.
  if (words.length === 0 || folded.length !== text.length)
    return [{ text, marked: false }]
  const marks = new Array<boolean>(text.length).fill(false)
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      if (at === 0 || !/[a-z0-9]/.test(folded.charAt(at - 1)))
        marks.fill(true, at, at + word.length)
  const parts: Part[] = []
  for (const [index, letter] of [...text].entries()) {
    const marked = marks[index] === true
    const last = parts.at(-1)
    if (last?.marked === marked) last.text += letter
    else parts.push({ text: letter, marked })
  }
  return parts
}
