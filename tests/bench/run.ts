/**
 * `npm run bench [-- pages search stock warehouse]`: the workloads, every answer checked, and claims made of ratios
 * against a peer in the same run. Nothing else should run on the machine.
 */
import { mkdir, writeFile } from "node:fs/promises"
import { cpus } from "node:os"
import { join } from "node:path"
import { env } from "../support/env"
import { canary } from "./load"
import { pageRows } from "./pages"
import { printReport, type Recorder, type Report, type Row } from "./report"
import { searchRows } from "./search"
import { searchGrowthRows } from "./search-growth"
import { spread } from "./statistics"
import { stockRows } from "./stock"
import { warehouseRows } from "./warehouse"

const WORKLOADS = {
  pages: pageRows,
  search: searchRows,
  stock: stockRows,
  warehouse: warehouseRows,
}
/** Takes an hour, and leaves a catalogue behind that the others are not meant for. */
const ONLY_BY_NAME = { "search-growth": searchGrowthRows }
const ALL = { ...WORKLOADS, ...ONLY_BY_NAME }

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in ALL))
if (unknown.length > 0)
  throw new Error(
    `unknown workload ${unknown.join(", ")}: ${Object.keys(ALL).join(", ")}`,
  )

const canaries: number[] = []
const raw: Record<string, number[]> = {}
const recorder: Recorder = {
  keep(title, values) {
    raw[title] = [...values]
    return spread(values)
  },
  disturbance() {
    canaries.push(canary())
  },
}

const rows: Row[] = []
for (const [name, measure] of Object.entries(ALL))
  if (asked.length === 0 ? name in WORKLOADS : asked.includes(name))
    rows.push(...(await measure(recorder)))

const report: Report = {
  at: new Date().toISOString(),
  machine: {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    node: process.version,
  },
  canary: spread(canaries),
  rows,
  raw,
}
const folder = join(env.DATA_DIR, "bench")
await mkdir(folder, { recursive: true })
const file = join(folder, `${report.at.replace(/[:.]/g, "-")}.json`)
await writeFile(file, JSON.stringify(report, null, 2))
printReport(report)
console.log(`\n${file}`)
