/** Finds a Chromium for the browser tests, or installs one. */
import { spawnSync } from "node:child_process"
import { accessSync, constants, existsSync, readFileSync } from "node:fs"
import path from "node:path"

import { ROOT } from "../lib/paths"
import { OperatorError, say, step } from "../lib/say"

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]

function onPath(): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/bin"]
  for (const name of NAMES) {
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
  // Ubuntu's package is only a door to snap, which containers do not have.
  return /^ID="?debian"?$/m.test(readFileSync(file, "utf8"))
}

function run(command: string, args: string[]): boolean {
  return (
    spawnSync(command, args, {
      cwd: ROOT,
      stdio: ["ignore", 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0
  )
}

/**
 * The path of a Chromium: the one that was named, the system's, Debian's package (as root); else
 * undefined, after Playwright installed its own.
 */
export async function findBrowser(
  named: string | undefined,
): Promise<string | undefined> {
  if (named) {
    if (existsSync(named)) return named
    throw new OperatorError(`CHROMIUM_PATH=${named}: không có tệp này.`)
  }
  const found = onPath()
  if (found) return found
  return step("Cài trình duyệt Chromium", async () => {
    if (process.getuid?.() === 0 && isDebian()) {
      const installed =
        run("apt-get", ["update"]) && run("apt-get", ["install", "-y", "chromium"])
      const chromium = onPath()
      if (installed && chromium) return chromium
      say("apt-get không cài được chromium: dùng bản của Playwright")
    }
    const asRoot = process.getuid?.() === 0 ? ["--with-deps"] : []
    if (run("npx", ["playwright", "install", ...asRoot, "chromium"])) return undefined
    throw new OperatorError(
      "Không có trình duyệt Chromium và không cài được. Đặt CHROMIUM_PATH tới một Chromium có sẵn.",
    )
  })
}
