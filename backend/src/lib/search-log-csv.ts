import { stringify } from "csv-stringify/sync"
import { type SearchedWords } from "../contracts/search-log"

const COLUMNS: { key: keyof SearchedWords; header: string }[] = [
  { key: "query", header: "Từ khóa" },
  { key: "searches", header: "Lượt tìm" },
  { key: "zero_results", header: "Lượt không thấy" },
  { key: "results", header: "Kết quả lần cuối" },
  { key: "clicks", header: "Lượt bấm" },
  { key: "click_percent", header: "Tỷ lệ bấm (%)" },
]

/**
 * A table that Excel opens with its accents. Visitors typed the words: what Excel would take for a
 * formula is marked as text.
 */
export const searchLogCsv = (rows: readonly SearchedWords[]): string =>
  stringify([...rows], {
    bom: true,
    header: true,
    columns: COLUMNS,
    escape_formulas: true,
    record_delimiter: "windows",
  })
