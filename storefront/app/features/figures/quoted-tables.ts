/** Published figures, gathered under the table they were printed in. */
import { type QuotedFigure } from "@ocop/backend/contracts/figures"

export type QuotedTable = {
  table: string
  as_of: string
  source: string
  rows: { key: string; label: string; value: string }[]
  notes: string[]
}

const number = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 })

/** One table per title, day and source, in the order given. */
export function quotedTables(figures: readonly QuotedFigure[]): QuotedTable[] {
  const tables = new Map<string, QuotedTable>()
  for (const { key, table, label, value, unit, as_of, source, note } of figures) {
    const id = JSON.stringify([table, as_of, source])
    const entry = tables.get(id) ?? { table, as_of, source, rows: [], notes: [] }
    entry.rows.push({ key, label, value: `${number.format(value)} ${unit}`.trim() })
    if (note !== null && !entry.notes.includes(note)) entry.notes.push(note)
    tables.set(id, entry)
  }
  return [...tables.values()]
}
