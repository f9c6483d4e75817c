/**
 * Words as outlines. No font is taken from the machine, so a label looks the same wherever the
 * seed runs, with every Vietnamese mark in its place.
 */
import { createRequire } from "node:module"
import { create, type Font } from "fontkit"
import { readFileSync } from "node:fs"
import { round } from "./brush"

export type Weight = 500 | 600 | 700 | 800

// The family is published in pieces; Vietnamese words need letters of several of them.
const SUBSETS = ["latin", "vietnamese", "latin-ext"] as const
const files = createRequire(__filename)
const opened = new Map<Weight, Font[]>()

function fontsOf(weight: Weight): Font[] {
  const known = opened.get(weight)
  if (known) return known
  const fonts = SUBSETS.map((subset) => {
    const file = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff`
    const font = create(readFileSync(files.resolve(file)))
    if (!("layout" in font)) throw new Error(`${file} is a collection, not a font`)
    return font
  })
  opened.set(weight, fonts)
  return fonts
}

interface Run {
  font: Font
  text: string
}

/** Cuts the text where the piece of the family that has the letter changes. */
function runs(text: string, weight: Weight): Run[] {
  const fonts = fontsOf(weight)
  const cut: Run[] = []
  for (const char of text.normalize("NFC")) {
    const last = cut.at(-1)
    const code = char.codePointAt(0) ?? 0
    if (last?.font.hasGlyphForCodePoint(code)) {
      last.text += char
      continue
    }
    const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(code))
    if (!font) throw new Error(`Be Vietnam Pro has no letter ${JSON.stringify(char)}`)
    cut.push({ font, text: char })
  }
  return cut
}

const widths = new Map<string, number>()

/** The width of one line at size 1. */
export function widthOf(text: string, weight: Weight): number {
  const key = `${weight} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  const width = runs(text, weight).reduce(
    (sum, run) => sum + run.font.layout(run.text).advanceWidth / run.font.unitsPerEm,
    0,
  )
  widths.set(key, width)
  return width
}

/** One line as path data, its baseline at (x, y) and `x` its left, middle or right. */
export function outline(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: Weight,
  anchor: "start" | "middle" | "end" = "middle",
): string {
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor]
  let pen = x - widthOf(text, weight) * size * shift
  let d = ""
  for (const { font, text: part } of runs(text, weight)) {
    const scale = size / font.unitsPerEm
    const laid = font.layout(part)
    laid.glyphs.forEach((glyph, index) => {
      for (const { command, args } of glyph.path.commands) {
        const letter = {
          moveTo: "M",
          lineTo: "L",
          quadraticCurveTo: "Q",
          bezierCurveTo: "C",
        }
        if (command === "closePath") {
          d += "Z"
          continue
        }
        const points = args.map((value, at) =>
          round(at % 2 === 0 ? pen + value * scale : y - value * scale),
        )
        d += letter[command] + points.join(" ")
      }
      pen += (laid.positions[index]?.xAdvance ?? 0) * scale
    })
  }
  return d
}

/** Every way to break the words into `count` lines, in order. */
function* breaks(words: readonly string[], count: number): Generator<string[]> {
  if (count === 1) {
    yield [words.join(" ")]
    return
  }
  for (let first = 1; first <= words.length - count + 1; first++) {
    for (const rest of breaks(words.slice(first), count - 1)) {
      yield [words.slice(0, first).join(" "), ...rest]
    }
  }
}

/** Pairs of syllables that are one word: a line does not end between them. */
const COMPOUNDS = new Set(
  (
    "nước mắm|mè đen|đèn lồng|bánh tráng|mật ong|tinh dầu|tinh bột|truyền thống|nguyên chất|" +
    "đậu phụng|đậu phộng|đậu đen|đậu xanh|đậu nành|đồng hồ|ngũ cốc|đặc sản|gia vị|linh chi|" +
    "trầm hương|thổ cẩm|thảo dược|thảo mộc|con giáp|phong thủy|mỹ nghệ|cảnh mỹ|túi lọc|cao cấp|" +
    "tinh khiết|cao lầu|rau má|rau câu|xà lách|khổ qua|khăn choàng|chổi đót|vũ nữ|sản phẩm|" +
    "trang trí|dịch vụ|trải nghiệm|du lịch|dinh dưỡng|huỳnh đàn|bào ngư|mộc nhĩ|cà gai|gai leo|" +
    "chè dây|chè vằng|nước yến|nước cốt|cầu vồng|thát lát|diêu hồng|hương trầm|quạt gỗ|cắm bút|" +
    "nếp đắng|cá mối|chả bò|chả heo|chả cá|tô văn|đóng hũ|tinh chế|sấy khô|sấy giòn|thủy canh|" +
    "hoa hồng|hoa vàng|cái quạt|quạt mo|sông tranh|xông khói|đẳng sâm|lòn bon|ba kích|trà my"
  ).split("|"),
)

const bare = (word: string): string => word.replaceAll(/[^\p{L}]/gu, "")
const isName = (word: string): boolean => /^\p{Lu}/u.test(bare(word))

/** From 1 downwards: how well a text reads when broken into these lines. */
function ease(lines: readonly string[]): number {
  let value = 1
  const lengths = lines.map((each) => each.length)
  value -= 0.1 * (1 - Math.min(...lengths) / Math.max(...lengths))
  for (const [index, each] of lines.slice(0, -1).entries()) {
    const before = each.split(" ").at(-1) ?? ""
    const after = lines[index + 1]?.split(" ")[0] ?? ""
    if (COMPOUNDS.has(`${bare(before)} ${bare(after)}`.toLowerCase())) value -= 0.25
    // The first word of a title is a capital too, but no name.
    if (isName(before) && isName(after) && !(index === 0 && before === each))
      value -= 0.26
  }
  return value
}

export interface FittedText {
  lines: string[]
  /** Letter size in pixels of the drawing. */
  size: number
}

/** Vietnamese capitals carry two marks: less leading than this and they touch the line above. */
export const LEADING = 1.24

/** The best setting of the text in at most three lines that fits the box (pixels). */
export function fit(
  text: string,
  width: number,
  height: number,
  weight: Weight,
  largest = 64,
): FittedText {
  // A dash must not begin a line of its own: it stays with the word before it.
  const words = text
    .trim()
    .replaceAll(/\s+([–—-])\s+/g, "\u00a0$1 ")
    .split(/ +/)
  let best: FittedText = { lines: [text], size: 0 }
  let score = 0
  for (let count = 1; count <= Math.min(3, words.length); count++) {
    for (const lines of breaks(words, count)) {
      const widest = Math.max(...lines.map((each) => widthOf(each, weight)))
      const size = Math.min(largest, width / widest, height / (LEADING * count))
      const value = size * ease(lines)
      if (value <= score + 0.01) continue
      best = { lines, size }
      score = value
    }
  }
  return best
}

/** The fitted text as path data, centred on (cx, cy). */
export function block(
  fitted: FittedText,
  cx: number,
  cy: number,
  weight: Weight,
): string {
  const { lines, size } = fitted
  // Capital letters are .7 of the size: that, not the em, is what the eye centres.
  const first = cy + size * 0.35 - ((lines.length - 1) * size * LEADING) / 2
  return lines
    .map((each, index) => outline(each, cx, first + index * size * LEADING, size, weight))
    .join("")
}
