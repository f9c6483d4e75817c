/** Stops and starts the services under the running shop. Whoever stops one starts it again. */
import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { restartMeilisearch, stopMeilisearch } from "../../ops/services/meilisearch"
import { restartPostgres, stopPostgres } from "../../ops/services/postgres"
import { runningService } from "../../ops/run-file"
import { env } from "./env"

const ROOT = join(import.meta.dirname, "../..")

function signal(name: NodeJS.Signals): void {
  const running = runningService(env.DATA_DIR, "meilisearch")
  if (!running) throw new Error("Meilisearch is not running")
  process.kill(running.pid, name)
}

export const meilisearch = {
  kill: () => stopMeilisearch(env.DATA_DIR, "crash"),
  start: () => restartMeilisearch(env.DATA_DIR),
  /** It still takes connections, and answers none. */
  freeze: () => signal("SIGSTOP"),
  thaw: () => signal("SIGCONT"),
}

export const postgres = {
  /** As a power cut would: nothing is written down first. */
  kill: () => stopPostgres(env.DATA_DIR, "crash"),
  start: () => restartPostgres(env.DATA_DIR),
  /** Every connection breaks at once, and it is back in a moment. */
  failOver: () => restartPostgres(env.DATA_DIR, "immediate"),
}

/** `npm run reconcile`: rejects, with what it printed, when an invariant does not hold. */
export const reconcile = (...options: string[]) =>
  promisify(execFile)(
    process.execPath,
    [join(ROOT, "ops/run.mjs"), "reconcile", ...options],
    { cwd: ROOT, env: process.env },
  )
