/** Programs that tests need and npm does not bring: the system's, or Debian's packages (as root). */
import { spawnSync } from "node:child_process"
import { accessSync, constants, existsSync, readFileSync } from "node:fs"
import path from "node:path"

import { ROOT } from "../lib/paths"

/** The path of the first of these programs that is there. */
export function programOnPath(names: readonly string[]): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/bin"]
  for (const name of names) {
    for (const folder of folders) {
      try {
        const file = path.join(folder, name)
        accessSync(file, constants.X_OK)
        return file
      } catch {
        // Not here.
      }
    }
  }
  return null
}

function isDebian(): boolean {
  const file = "/etc/os-release"
  if (!existsSync(file)) return false
  // Ubuntu's packages may be only a door to snap, which containers do not have.
  return /^ID="?debian"?$/m.test(readFileSync(file, "utf8"))
}

/** Runs a program with its output on the screen. @returns whether it succeeded. */
export function run(command: string, args: string[]): boolean {
  return (
    spawnSync(command, args, {
      cwd: ROOT,
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0
  )
}

/** Whether packages can be installed here at all. */
export const canInstall = (): boolean => process.getuid?.() === 0 && isDebian()

export const installed = (packageName: string): boolean =>
  run("apt-get", ["update"]) && run("apt-get", ["install", "-y", packageName])
