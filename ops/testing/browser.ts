/** Finds a Chromium for the browser tests, or installs one. */
import { existsSync } from "node:fs"

import { OperatorError, say, step } from "../lib/say"
import { canInstall, installed, programOnPath, run } from "./debian"

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]

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
  const found = programOnPath(NAMES)
  if (found) return found
  return step("Cài trình duyệt Chromium", async () => {
    if (canInstall()) {
      const chromium = installed("chromium") ? programOnPath(NAMES) : null
      if (chromium) return chromium
      say("apt-get không cài được chromium: dùng bản của Playwright")
    }
    const asRoot = process.getuid?.() === 0 ? ["--with-deps"] : []
    if (run("npx", ["playwright", "install", ...asRoot, "chromium"])) return undefined
    throw new OperatorError(
      "Không có trình duyệt Chromium và không cài được. Đặt CHROMIUM_PATH tới một Chromium có sẵn.",
    )
  })
}
