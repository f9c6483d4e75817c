/**
 * DATA_DIR/run.json: what is running on this data directory, so that a second command, a test or
 * the next start finds it. Holds no secret.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import path from "node:path"

import { z } from "zod"

import { isRunning, startMark } from "./lib/process"

const mark = z.object({ pid: z.int().positive(), started: z.string() })
const service = mark.extend({ port: z.int().positive() })

const runFile = z.object({
  /** The command that owns the services. */
  owner: mark.extend({ command: z.string() }).optional(),
  services: z.partialRecord(
    z.enum(["postgres", "meilisearch", "backend", "storefront"]),
    service,
  ),
})

export type RunFile = z.infer<typeof runFile>
export type ServiceName = keyof RunFile["services"]
export type RunningService = z.infer<typeof service>

function fileOf(dataDir: string): string {
  return path.join(dataDir, "run.json")
}

/** What was last written; an unreadable file counts as an empty one. */
export function readRun(dataDir: string): RunFile {
  const file = fileOf(dataDir)
  if (!existsSync(file)) return { services: {} }
  try {
    return runFile.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return { services: {} }
  }
}

function writeRun(dataDir: string, run: RunFile): void {
  const file = fileOf(dataDir)
  const next = `${file}.${process.pid}`
  writeFileSync(next, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 })
  renameSync(next, file)
}

/** The service if it is running now (not merely recorded). */
export function runningService(
  dataDir: string,
  name: ServiceName,
): RunningService | null {
  const found = readRun(dataDir).services[name]
  return found && isRunning(found) ? found : null
}

export function recordService(
  dataDir: string,
  name: ServiceName,
  entry: RunningService,
): void {
  const run = readRun(dataDir)
  writeRun(dataDir, { ...run, services: { ...run.services, [name]: entry } })
}

/** The command that owns the services of this data directory, if it lives. */
export function runningOwner(dataDir: string): { pid: number; command: string } | null {
  const { owner } = readRun(dataDir)
  return owner && isRunning(owner) ? owner : null
}

/** This process becomes the owner. */
export function takeOwnership(dataDir: string, command: string): void {
  const started = startMark(process.pid) ?? "unknown"
  const run = readRun(dataDir)
  writeRun(dataDir, { ...run, owner: { pid: process.pid, started, command } })
}

/** The last port of a service, so that the next start asks for the same one. */
export function lastPort(dataDir: string, name: ServiceName): number | undefined {
  return readRun(dataDir).services[name]?.port
}
