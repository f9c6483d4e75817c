/** PostgreSQL and Meilisearch as the settings ask for: given addresses, or the embedded ones. */
import { spawn } from "node:child_process"
import path from "node:path"

import { refuseUnfinished } from "../backup/marker"
import type { Settings } from "../env"
import { ROOT } from "../lib/paths"
import type { ProcessMark } from "../lib/process"
import { OperatorError, step } from "../lib/say"
import { runningOwner, runningService, takeOwnership } from "../run-file"
import { startMeilisearch, stopMeilisearch, type Meilisearch } from "./meilisearch"
import { postgresUrl, startPostgres, stopPostgres, type Postgres } from "./postgres"

export type Services = {
  databaseUrl: string
  meilisearchHost: string
  meilisearchKey: string
  /** True when the database was made by this start. */
  isNewDatabase: boolean
  /** True when the search engine holds nothing. */
  isNewIndex: boolean
  postgres: Postgres | null
  meilisearch: Meilisearch | null
}

/** The owner of a data directory holds a pipe to the guard; when we die, the guard stops what we started. */
function startGuard(dataDir: string): void {
  const guard = spawn(process.execPath, [path.join(ROOT, "ops", "guard.mjs"), dataDir], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  })
  guard.on("error", () => undefined)
  guard.unref()
}

/** Refuses a data directory that another live command owns; becomes its owner otherwise. */
export function ownDataDir(dataDir: string, command: string): void {
  refuseUnfinished(dataDir, command)
  const owner = runningOwner(dataDir)
  if (owner) {
    throw new OperatorError(
      `Thư mục dữ liệu ${dataDir} đang được lệnh «${owner.command}» dùng (tiến trình ${owner.pid}). ` +
        "Hãy dừng lệnh đó, hoặc đặt DATA_DIR khác.",
    )
  }
  takeOwnership(dataDir, command)
  startGuard(dataDir)
}

/** Starts what is not given. The caller owns the data directory. */
export async function startServices(settings: Settings): Promise<Services> {
  const { dataDir } = settings
  const given = settings.postgres
  const postgres =
    "url" in given
      ? null
      : await step("Khởi động PostgreSQL", () => startPostgres({ dataDir }))
  const engine = settings.meilisearch
  const meilisearch =
    "host" in engine
      ? null
      : await step("Khởi động Meilisearch", () =>
          startMeilisearch({ dataDir, fresh: postgres?.isNew ?? false }),
        )
  return {
    databaseUrl: "url" in given ? given.url : (postgres?.url ?? ""),
    meilisearchHost: "host" in engine ? engine.host : (meilisearch?.host ?? ""),
    meilisearchKey: "host" in engine ? engine.apiKey : engine.masterKey,
    isNewDatabase: postgres?.isNew ?? false,
    isNewIndex: meilisearch?.isNew ?? false,
    postgres,
    meilisearch,
  }
}

/** Stops the embedded services of a data directory; given ones are left alone. */
export async function stopServices(settings: Settings): Promise<void> {
  if (!("host" in settings.meilisearch)) await stopMeilisearch(settings.dataDir)
  if (!("url" in settings.postgres)) await stopPostgres(settings.dataDir)
}

/** The services that another command of ours runs on this data directory; null when there is none. */
export function servicesInUse(settings: Settings): Services | null {
  const { dataDir, postgres, meilisearch } = settings
  if (!runningOwner(dataDir)) return null
  const database = runningService(dataDir, "postgres")
  const engine = runningService(dataDir, "meilisearch")
  if (!("url" in postgres) && !database) return null
  if (!("host" in meilisearch) && !engine) return null
  const port = (service: (ProcessMark & { port: number }) | null) => service?.port ?? 0
  return {
    databaseUrl:
      "url" in postgres ? postgres.url : postgresUrl(port(database), postgres.password),
    meilisearchHost:
      "host" in meilisearch ? meilisearch.host : `http://127.0.0.1:${port(engine)}`,
    meilisearchKey: "host" in meilisearch ? meilisearch.apiKey : meilisearch.masterKey,
    isNewDatabase: false,
    isNewIndex: false,
    postgres: null,
    meilisearch: null,
  }
}
