/** The embedded PostgreSQL: made, started, waited for, stopped. Loopback TCP only. */
import { execFileSync, spawnSync, type ChildProcess } from "node:child_process"
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"

import { Client } from "pg"

import { freePort } from "../lib/net"
import { ended, logTail, markOf, spawnLogged, stopProcess } from "../lib/process"
import { OperatorError } from "../lib/say"
import { waitFor } from "../lib/wait"
import { lastPort, readRun, recordService, runningService } from "../run-file"
import { embeddedSecrets } from "../secrets"
import { postgresHome, type PostgresHome } from "./postgres-home"
import { clearLeftoverServer, clearUnfinishedClusters } from "./postgres-leftovers"

const USER = "ocop"
const DATABASE = "ocop"
const START_LIMIT_MS = 60_000
const STOP_GRACE_MS = 30_000

const SERVER_SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  max_wal_size: "2GB",
  fsync: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  lc_messages: "C",
} as const

export type Postgres = {
  url: string
  port: number
  /** True when the cluster was made by this start: nothing is in it. */
  isNew: boolean
  child: ChildProcess
  logFile: string
}

function postgresLog(dataDir: string): string {
  return path.join(dataDir, "logs", "postgres.log")
}

/** The address of the embedded database. */
export function postgresUrl(port: number, password: string, database = DATABASE): string {
  return `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** The system's UTF-8 locale for the character classes (pg_trgm needs one); sorting does not depend on it. */
function utf8Locale(): string {
  const listed = spawnSync("locale", ["-a"], { encoding: "utf8" }).stdout ?? ""
  const names = listed.split("\n").map((name) => name.trim())
  const wanted = /^(C|en_US)\.utf-?8$/i
  return names.find((name) => wanted.test(name)) ?? "C"
}

function childEnv(): NodeJS.ProcessEnv {
  // Nothing of ours: PGDATA, PGPORT and the like would change what the server does.
  return { PATH: process.env["PATH"], LANG: "C", LC_ALL: "C", TZ: "UTC" }
}

/** initdb into a folder beside, renamed when it is whole: a half-made cluster is never taken for one. */
function createCluster(home: PostgresHome, password: string): void {
  const fresh = `${home.data}.new-${process.pid}`
  const passwordFile = `${fresh}.password`
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (home.user) {
    chownSync(fresh, home.user.uid, home.user.gid)
    chownSync(passwordFile, home.user.uid, home.user.gid)
  }
  const locale = utf8Locale()
  try {
    execFileSync(
      path.join(home.programs, "bin", "initdb"),
      [
        `--pgdata=${fresh}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        `--locale=${locale}`,
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      { ...home.user, cwd: fresh, env: childEnv(), stdio: "pipe", encoding: "utf8" },
    )
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    rmSync(fresh, { recursive: true, force: true })
    throw new OperatorError(`Không tạo được cơ sở dữ liệu nhúng (initdb): ${detail}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(fresh, home.data)
}

async function accepts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on("error", () => undefined)
  try {
    await client.connect()
    await client.query("select 1")
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new Client({ connectionString: postgresUrl(port, password, "postgres") })
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [
      DATABASE,
    ])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/**
 * Starts the embedded PostgreSQL of a data directory and waits until it answers. The same port as
 * last time is taken if it is free. Ends a server that an earlier run left there.
 */
export async function startPostgres(options: {
  dataDir: string
  port?: number
}): Promise<Postgres> {
  const { dataDir } = options
  const password = embeddedSecrets(dataDir).POSTGRES_PASSWORD
  const home = postgresHome(dataDir)
  clearUnfinishedClusters(home.data)
  const isNew = !existsSync(home.data)
  if (isNew) createCluster(home, password)
  else await clearLeftoverServer(home.data)
  // PostgreSQL insists on it, and a copied checkout may have widened it.
  chmodSync(home.data, 0o700)

  const port = await freePort(options.port ?? lastPort(dataDir, "postgres"))
  const logFile = postgresLog(dataDir)
  const settings = Object.entries(SERVER_SETTINGS).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ])
  const child = spawnLogged(
    path.join(home.programs, "bin", "postgres"),
    ["-D", home.data, "-p", String(port), ...settings],
    { ...home.user, cwd: home.data, env: childEnv(), logFile },
  )
  const mark = await markOf(child)
  recordService(dataDir, "postgres", { ...mark, port })
  const state = await waitFor(() => accepts(postgresUrl(port, password, "postgres")), {
    withinMs: START_LIMIT_MS,
    gone: ended(child),
  })
  if (state !== "ready") {
    await stopProcess(mark, "SIGQUIT", 5000)
    throw new OperatorError(
      `PostgreSQL nhúng không khởi động được. Nhật ký: ${logFile}\n${logTail(logFile)}`,
    )
  }
  await ensureDatabase(port, password)
  // Its owner waits for other things; a test that restarted it must be able to end.
  child.unref()
  return { url: postgresUrl(port, password), port, isNew, child, logFile }
}

/**
 * "immediate" ends every connection and writes nothing down, as a cluster does that fails over;
 * "crash" is a power cut.
 */
export type StopMode = "fast" | "immediate" | "crash"

const STOP_SIGNALS = { fast: "SIGINT", immediate: "SIGQUIT", crash: "SIGKILL" } as const

/** Stops the PostgreSQL of a data directory, whichever process started it. */
export async function stopPostgres(
  dataDir: string,
  how: StopMode = "fast",
): Promise<void> {
  const running = runningService(dataDir, "postgres")
  if (running) await stopProcess(running, STOP_SIGNALS[how], STOP_GRACE_MS)
}

/** Stops and starts it on the same port. */
export async function restartPostgres(
  dataDir: string,
  how: StopMode = "fast",
): Promise<Postgres> {
  const port = readRun(dataDir).services.postgres?.port
  await stopPostgres(dataDir, how)
  return startPostgres({ dataDir, port })
}
