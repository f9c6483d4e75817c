/** Child processes: started with a log file, recognised again later, stopped for certain. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process"
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

import { z } from "zod"

import { OperatorError } from "./say"

const LOG_LIMIT_BYTES = 10 * 1024 * 1024

/** A process as it can be found again: the start mark tells it from a later one with the same pid. */
export type ProcessMark = { pid: number; started: string }

/**
 * When the process started, in the system's own words; null when it is not running.
 * A zombie counts as not running.
 */
export function startMark(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
      // The name, in brackets, may hold spaces: count fields after it. state = 3rd, starttime = 22nd.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
      return fields[0] === "Z" ? null : (fields[19] ?? null)
    }
    const line = execFileSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], {
      encoding: "utf8",
    }).trim()
    return line === "" || line.startsWith("Z") ? null : line.replace(/^\S+\s+/, "")
  } catch {
    return null
  }
}

export function isRunning(mark: ProcessMark): boolean {
  return startMark(mark.pid) === mark.started
}

/** The log file, opened for appending; a large old one is set aside first. */
export function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true })
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES)
    renameSync(file, `${file}.1`)
  return openSync(file, "a", 0o640)
}

const jsonLine = z.object({ level: z.string(), message: z.string() })

/** A line of the framework's JSON log as a person reads it; any other line as it is. */
function readable(line: string): string {
  if (!line.startsWith("{")) return line
  try {
    const { level, message } = jsonLine.parse(JSON.parse(line))
    return `${level}: ${message}`
  } catch {
    return line
  }
}

/** The last lines of a log, for a message. */
export function logTail(file: string, lines = 15): string {
  if (!existsSync(file)) return ""
  const all = readFileSync(file, "utf8").trimEnd().split("\n")
  return all.slice(-lines).map(readable).join("\n")
}

export type SpawnOptions = {
  cwd?: string
  env: NodeJS.ProcessEnv
  logFile: string
  uid?: number
  gid?: number
}

/**
 * Starts a program that writes to its log file. It gets a process group of its own, so that Ctrl-C
 * in the terminal reaches only us and we stop the programs in order.
 */
export function spawnLogged(
  command: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  const log = openLog(options.logFile)
  try {
    return spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", log, log],
      detached: true,
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid }),
    })
  } finally {
    closeSync(log)
  }
}

/** The mark of a child that was just started; waits for the spawn to succeed. */
export async function markOf(child: ChildProcess): Promise<ProcessMark> {
  if (child.pid === undefined) {
    await new Promise((_, reject) => child.once("error", reject))
  }
  const pid = child.pid ?? 0
  const started = startMark(pid)
  return { pid, started: started ?? "ended" }
}

/** Resolves with what the child ended with ("mã 1", "tín hiệu SIGKILL"). */
export function ended(child: ChildProcess): Promise<string> {
  if (child.exitCode !== null) return Promise.resolve(`mã ${child.exitCode}`)
  if (child.signalCode !== null) return Promise.resolve(`tín hiệu ${child.signalCode}`)
  return new Promise((resolve) => {
    child.once("exit", (code, signal) =>
      resolve(signal ? `tín hiệu ${signal}` : `mã ${code ?? "?"}`),
    )
    child.once("error", (error) => resolve(error.message))
  })
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal)
    } catch {
      // Already gone, or not the leader of a group.
    }
  }
}

/**
 * Asks a process to end and waits at most `graceMs`; then what is left of its group is killed.
 * Works for processes of an earlier run too, as long as the mark still fits.
 */
export async function stopProcess(
  mark: ProcessMark,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<void> {
  if (!isRunning(mark)) return
  try {
    process.kill(mark.pid, signal)
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EPERM") {
      throw new OperatorError(
        `Không có quyền dừng tiến trình ${mark.pid}: nó thuộc về một người dùng khác.`,
      )
    }
  }
  const deadline = Date.now() + graceMs
  while (isRunning(mark) && Date.now() < deadline) await sleep(50)
  // Always: a launcher may end before the children of its group do.
  signalGroup(mark.pid, "SIGKILL")
  while (isRunning(mark)) await sleep(50)
}

/** Runs a program to its end; its output goes to the log. Throws with the last lines on failure. */
export async function runToEnd(
  title: string,
  command: string,
  args: string[],
  options: SpawnOptions,
): Promise<void> {
  const child = spawnLogged(command, args, options)
  const mark = await markOf(child)
  const stop = () => signalGroup(mark.pid, "SIGKILL")
  process.once("exit", stop)
  const how = await ended(child)
  process.off("exit", stop)
  if (how !== "mã 0") {
    throw new OperatorError(
      `${title}: kết thúc với ${how}. Nhật ký: ${options.logFile}\n${logTail(options.logFile, 30)}`,
    )
  }
}
