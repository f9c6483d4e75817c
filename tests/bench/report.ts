/** The table of a bench run: every row stays in it, those that miss their target too. */
import { type Spread } from "./statistics"

export type Row = {
  title: string
  unit: string
  value: Spread
  target?: { atMost: number } | { atLeast: number }
}

/** What a workload notes its measurements with. */
export type Recorder = {
  /** Keeps every round's figure for the report, and gives their spread. */
  keep: (title: string, values: readonly number[]) => Spread
  /** To be called before each round: shows whether the machine itself was disturbed. */
  disturbance: () => void
}

export type Report = {
  at: string
  machine: { cpu: string; cores: number; node: string }
  /** Milliseconds of the same arithmetic before each round; a wide spread means a busy machine. */
  canary: Spread
  rows: Row[]
  /** Every round's figure (the first, for warming up, is left out). */
  raw: Record<string, number[]>
}

/** Above this spread of the canary the figures are not to be trusted. */
const QUIET = 1.15

const round = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

/** Null when the row has no target. The median decides. */
export function meets({ value, target }: Row): boolean | null {
  if (!target) return null
  return "atMost" in target
    ? value.median <= target.atMost
    : value.median >= target.atLeast
}

const cells = (row: Row): string[] => {
  const { value, unit, target } = row
  const wanted = target
    ? "atMost" in target
      ? `≤ ${target.atMost}`
      : `≥ ${target.atLeast}`
    : ""
  const met = meets(row)
  return [
    row.title,
    round(value.median),
    value.min === value.max ? "" : `${round(value.min)}–${round(value.max)}`,
    unit,
    wanted,
    met === null ? "" : met ? "met" : "MISSED",
  ]
}

export function printReport({ at, machine, canary, rows }: Report): void {
  const head = ["measured", "median", "min–max", "unit", "target", ""]
  const table = [head, ...rows.map(cells)]
  const widths = head.map((_, column) =>
    Math.max(...table.map((line) => (line[column] ?? "").length)),
  )
  const write = (line: string[]) =>
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
  console.log(`${at} · ${machine.cpu} × ${machine.cores} · Node ${machine.node}\n`)
  for (const line of table) write(line)
  const disturbance = canary.max / canary.min
  console.log(
    `\ncanary ${round(canary.median)} ms (${round(canary.min)}–${round(canary.max)})` +
      (disturbance > QUIET ? " – the machine was disturbed, measure again" : ""),
  )
  const missed = rows.filter((row) => meets(row) === false).length
  console.log(`${rows.length} figures, ${missed} below target`)
}
