/** The invariant check of the backend, run as a program; its findings come back as JSON. */
import { spawn } from "node:child_process"
import { closeSync } from "node:fs"
import path from "node:path"

import { z } from "zod"

import { backendEnv } from "./child-env"
import type { Settings } from "./env"
import { BACKEND_DIR } from "./lib/paths"
import { ended, logTail, openLog } from "./lib/process"
import { OperatorError } from "./lib/say"
import { medusaArgs } from "./medusa"
import type { Services } from "./services/embedded"

const logLine = z.object({
  level: z.string(),
  message: z.string(),
  timestamp: z.string(),
})

/**
 * The last JSON object or array in a text. The framework's log lines may stand around it and are
 * themselves JSON in production: those do not count.
 */
export function lastJson(text: string): unknown {
  const lines = text
    .trimEnd()
    .split("\n")
    .filter((line) => !logLine.safeParse(parsed(line)).success)
  for (let first = lines.length - 1; first >= 0; first -= 1) {
    if (!/^[[{]/.test(lines[first] ?? "")) continue
    for (let last = lines.length; last > first; last -= 1) {
      const value = parsed(lines.slice(first, last).join("\n"))
      if (value !== undefined) return value
    }
  }
  return undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * "mend": calculate the balances of stock anew from the ledger first. "at-once": do not wait for
 * what may be under way.
 */
export const RECONCILE_OPTIONS = ["mend", "at-once"] as const
export type ReconcileOption = (typeof RECONCILE_OPTIONS)[number]

/** Runs the check. `isClean` is false when it found differences. */
export async function reconcile(
  settings: Settings,
  services: Services,
  options: readonly ReconcileOption[] = [],
): Promise<{ isClean: boolean; report: unknown }> {
  const logFile = path.join(settings.dataDir, "logs", "reconcile.log")
  const log = openLog(logFile)
  const child = spawn(
    process.execPath,
    medusaArgs(["exec", "./src/scripts/reconcile.ts", ...options]),
    {
      cwd: BACKEND_DIR,
      env: backendEnv(settings, services, "production"),
      stdio: ["ignore", "pipe", log],
    },
  )
  closeSync(log)
  let output = ""
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk
  })
  const closed = new Promise((resolve) => child.once("close", resolve))
  const how = await ended(child)
  await closed
  const report = lastJson(output)
  if (report === undefined) {
    throw new OperatorError(
      `Không kiểm tra được (kết thúc với ${how}). Nhật ký: ${logFile}\n${output.slice(-2000)}\n${logTail(logFile)}`,
    )
  }
  return { isClean: how === "mã 0", report }
}
