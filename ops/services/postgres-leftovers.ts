/** What an earlier run may have left: a running server, a pid file, a half-made cluster. */
import { execFileSync } from "node:child_process"
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

import { startMark, stopProcess } from "../lib/process"
import { OperatorError, say } from "../lib/say"

const POSTGRES_MAJOR = "18"
const STOP_GRACE_MS = 30_000
const ORPHAN_WAIT_MS = 15_000

/** Processes of PostgreSQL that work in this cluster: every one of them has it as its working directory. */
function processesIn(data: string): number[] {
  const real = realpathSync(data)
  if (process.platform !== "linux") {
    const lines = execFileSync("ps", ["-A", "-o", "pid=,command="], { encoding: "utf8" })
    return lines
      .split("\n")
      .filter((line) => line.includes("postgres") && line.includes(real))
      .map((line) => Number.parseInt(line, 10))
      .filter((pid) => pid !== process.pid)
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`) === real &&
          /postgres/.test(readFileSync(`/proc/${pid}/comm`, "utf8"))
        )
      } catch {
        return false
      }
    })
}

/** The pid in postmaster.pid (its first line), or null. */
export function pidInFile(content: string): number | null {
  const pid = Number.parseInt(content.split("\n")[0] ?? "", 10)
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

/**
 * Ends a server that an earlier run left behind, waits for its workers, and removes a pid file
 * whose number now belongs to another program (PostgreSQL would refuse to start beside it).
 */
export async function clearLeftoverServer(data: string): Promise<void> {
  const file = path.join(data, "postmaster.pid")
  const pid = existsSync(file) ? pidInFile(readFileSync(file, "utf8")) : null
  const started = pid === null ? null : startMark(pid)
  if (pid !== null && started !== null && processesIn(data).includes(pid)) {
    say(`PostgreSQL của lần chạy trước còn sống (tiến trình ${pid}): đang dừng lại`)
    await stopProcess({ pid, started }, "SIGINT", STOP_GRACE_MS)
  }
  // Workers of a killed server notice it by themselves; until then the cluster is still in use.
  const deadline = Date.now() + ORPHAN_WAIT_MS
  while (processesIn(data).length > 0) {
    if (Date.now() > deadline) {
      throw new OperatorError(
        `Còn tiến trình PostgreSQL đang dùng ${data}: ${processesIn(data).join(", ")}. Hãy dừng chúng rồi chạy lại.`,
      )
    }
    await sleep(200)
  }
  rmSync(file, { force: true })
}

/** Removes clusters that initdb did not finish; sets aside a folder that is no cluster. */
export function clearUnfinishedClusters(data: string): void {
  const home = path.dirname(data)
  const name = path.basename(data)
  for (const entry of readdirSync(home)) {
    if (entry.startsWith(`${name}.new-`)) {
      rmSync(path.join(home, entry), { recursive: true, force: true })
    }
  }
  if (!existsSync(data)) return
  const isCluster =
    existsSync(path.join(data, "PG_VERSION")) &&
    existsSync(path.join(data, "global", "pg_control"))
  if (!isCluster) {
    const aside = `${data}.broken-${Date.now()}`
    renameSync(data, aside)
    say(`${data} không phải một cơ sở dữ liệu trọn vẹn: đã chuyển sang ${aside}`)
    return
  }
  const major = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim()
  if (major !== POSTGRES_MAJOR) {
    throw new OperatorError(
      `Dữ liệu ở ${data} thuộc PostgreSQL ${major}, bản nhúng là ${POSTGRES_MAJOR}. ` +
        "Hãy chuyển dữ liệu bằng pg_dump, hoặc đặt DATA_DIR khác.",
    )
  }
}
