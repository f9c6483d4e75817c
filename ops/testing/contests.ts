/** The counts that the contests of tests/ leave behind, as a table for people. */
import { existsSync, readFileSync } from "node:fs"

import { z } from "zod"

const count = z.int().nonnegative()

export const contestCounts = z.object({
  title: z.string(),
  attempted: count,
  accepted: count,
  refused: count,
  /** Asked to come back later (503 with Retry-After). */
  busy: count,
  errors: count,
  /** Of the whole contest, milliseconds. */
  ms: count,
  slowestAcceptedMs: count.optional(),
  slowestRefusedMs: count.optional(),
})
export type ContestCounts = z.infer<typeof contestCounts>

/** @param file one JSON object a line; none when it does not exist. */
export function readContests(file: string): ContestCounts[] {
  if (!existsSync(file)) return []
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => contestCounts.parse(JSON.parse(line)))
}

const HEAD = [
  "Phép thử",
  "Số lần",
  "Nhận",
  "Từ chối",
  "Bận",
  "Lỗi",
  "Tổng (s)",
  "Nhận lâu nhất (s)",
  "Từ chối lâu nhất (s)",
]

const seconds = (ms: number | undefined): string =>
  ms === undefined ? "–" : (ms / 1000).toFixed(1).replace(".", ",")

const cellsOf = (counts: ContestCounts): string[] => [
  counts.title,
  String(counts.attempted),
  String(counts.accepted),
  String(counts.refused),
  String(counts.busy),
  String(counts.errors),
  seconds(counts.ms),
  seconds(counts.slowestAcceptedMs),
  seconds(counts.slowestRefusedMs),
]

/** Lines of equal length: the first column to the left, the numbers to the right. */
export function contestTable(contests: readonly ContestCounts[]): string[] {
  const lines = [HEAD, ...contests.map(cellsOf)]
  const widths = HEAD.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  )
  return lines.map((cells) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join("  "),
  )
}
