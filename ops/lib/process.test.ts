import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { afterEach, beforeEach, describe, expect, it } from "vitest"

import { runningOwner, runningService, recordService, takeOwnership } from "../run-file"
import { pidInFile } from "../services/postgres-leftovers"
import {
  ended,
  isRunning,
  logTail,
  markOf,
  spawnLogged,
  startMark,
  stopProcess,
} from "./process"

let dir = ""
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "ocop process "))
})
afterEach(() => rmSync(dir, { recursive: true }))

const forever = (code = "") => [
  "-e",
  `${code};console.log("up");setInterval(() => undefined, 1000)`,
]
const started = (args: string[]) =>
  spawnLogged(process.execPath, args, { env: {}, logFile: path.join(dir, "a.log") })

describe("the mark of a process", () => {
  it("knows the running process from an earlier one with the same pid", () => {
    const mark = { pid: process.pid, started: startMark(process.pid) ?? "" }
    expect(isRunning(mark)).toBe(true)
    expect(isRunning({ ...mark, started: "1" })).toBe(false)
  })

  it("is null for a pid that nobody has", async () => {
    const child = spawn(process.execPath, ["-e", ""])
    const pid = child.pid ?? 0
    await ended(child)
    expect(startMark(pid)).toBeNull()
  })
})

describe("stopping", () => {
  it("asks first", async () => {
    const child = started(forever())
    await stopProcess(await markOf(child), "SIGTERM", 5000)
    expect(await ended(child)).toBe("tín hiệu SIGTERM")
  })

  it("kills what does not listen", async () => {
    const child = started(forever('process.on("SIGTERM", () => undefined)'))
    const mark = await markOf(child)
    await expect.poll(() => logTail(path.join(dir, "a.log"))).toBe("up")
    await stopProcess(mark, "SIGTERM", 200)
    expect(await ended(child)).toBe("tín hiệu SIGKILL")
  })
})

it("finds a recorded service only while it runs", async () => {
  const child = started(forever())
  recordService(dir, "meilisearch", { ...(await markOf(child)), port: 7700 })
  expect(runningService(dir, "meilisearch")?.port).toBe(7700)
  expect(runningService(dir, "postgres")).toBeNull()
  child.kill("SIGKILL")
  await ended(child)
  expect(runningService(dir, "meilisearch")).toBeNull()
})

it("names the command that owns a data directory", () => {
  expect(runningOwner(dir)).toBeNull()
  takeOwnership(dir, "start")
  expect(runningOwner(dir)).toMatchObject({ pid: process.pid, command: "start" })
})

it.each([
  ["4711\n/data\n123", 4711],
  ["", null],
  ["-3\n", null],
  ["garbage", null],
])("reads the pid of a pid file %j", (content, pid) => {
  expect(pidInFile(content)).toBe(pid)
})
