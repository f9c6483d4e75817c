/** Runs the programs that check and test; their output goes to the screen. */
import { spawn } from "node:child_process"
import path from "node:path"

import { packageDir, ROOT } from "../lib/paths"
import { ended } from "../lib/process"
import { OperatorError, say } from "../lib/say"

/** The JavaScript file behind a package's command, e.g. ("vitest", "vitest.mjs"). */
export function program(packageName: string, file: string): string {
  const dir = packageDir(packageName)
  if (!dir) throw new OperatorError(`Thiếu gói ${packageName}: hãy chạy npm ci.`)
  return path.join(dir, file)
}

/**
 * Runs a Node program with its output on the screen and ends it after `withinMs`.
 * @returns its exit code; 1 when it was killed
 */
export async function runOnScreen(
  args: string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string; withinMs: number },
): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd ?? ROOT,
    env: options.env ?? process.env,
    stdio: ["ignore", 2, 2],
    detached: true,
  })
  const kill = () => {
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL")
    } catch {
      // It ended meanwhile.
    }
  }
  process.once("exit", kill)
  const timer = setTimeout(() => {
    say(
      `Quá ${Math.round(options.withinMs / 60_000)} phút: dừng ${path.basename(args[0] ?? "")}`,
    )
    kill()
  }, options.withinMs)
  await ended(child)
  clearTimeout(timer)
  process.off("exit", kill)
  return child.exitCode ?? 1
}
