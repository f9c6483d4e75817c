/**
 * What the same thing is called elsewhere in the country. Keyed on the accented word and applied
 * to documents, not to queries: the engine folds accents, and "me" alone could be mè, me or mẹ,
 * while a title is always written out.
 */
const REGIONAL: readonly (readonly [word: string, ...others: string[]])[] = [
  ["phụng", "lạc", "phộng"],
  ["phộng", "lạc", "phụng"],
  ["lạc", "phụng", "phộng"],
  ["mè", "vừng"],
  ["vừng", "mè"],
  ["bắp", "ngô"],
  ["ngô", "bắp"],
  ["heo", "lợn"],
  ["lợn", "heo"],
  ["sắn", "khoai mì"],
  ["khoai mì", "sắn"],
  // Not the other way round: "thơm" is also fragrant, as in "gạo thơm".
  ["dứa", "thơm", "khóm"],
  ["khóm", "dứa", "thơm"],
  ["chè", "trà"],
  ["trà", "chè"],
  ["khổ qua", "mướp đắng"],
  ["mướp đắng", "khổ qua"],
  ["nấm mèo", "mộc nhĩ"],
  ["mộc nhĩ", "nấm mèo"],
  ["đậu nành", "đậu tương"],
  ["đậu tương", "đậu nành"],
  ["sả", "xả"],
  ["đẳng sâm", "đảng sâm", "sâm dây"],
  ["đảng sâm", "đẳng sâm", "sâm dây"],
  ["sâm dây", "đẳng sâm", "đảng sâm"],
  ["ra zéh", "razéh", "za réh", "chè dây"],
  ["a riêu", "ariêu"],
  ["ariêu", "a riêu"],
  ["lòn bon", "bòn bon", "nam trân"],
  ["bòn bon", "lòn bon", "nam trân"],
  ["dó bầu", "trầm hương"],
  ["nhang", "hương"],
  ["lồng đèn", "đèn lồng"],
  ["đèn lồng", "lồng đèn"],
  ["mì", "mỳ"],
  ["mỳ", "mì"],
  ["cá lóc", "cá quả", "cá tràu"],
  ["yến sào", "tổ yến"],
  ["tổ yến", "yến sào"],
  ["tà vạc", "rượu cần"],
  ["bột nghệ", "tinh bột nghệ"],
]

/** Names of places that contain one of the words. */
const PLACE_NAMES =
  /(?<!\p{L})(trà (my|bồng|linh|đóa|kiệu|quế)|hương trà|ngô quyền)(?!\p{L})/giu

const wholeWord = (word: string) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu")

const RULES = REGIONAL.map(([word, ...others]) => ({ pattern: wholeWord(word), others }))

/** "Dầu phụng" → ["Dầu lạc", "Dầu phộng"]. One replacement at a time; the text itself is left out. */
export function aliasesOf(text: string): string[] {
  const named = text.replace(PLACE_NAMES, "")
  const aliases = RULES.filter(({ pattern }) => pattern.test(named)).flatMap(
    ({ pattern, others }) => others.map((other) => named.replace(pattern, other).trim()),
  )
  return [...new Set(aliases)]
}
