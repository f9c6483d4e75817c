/** A stack of its own for tests and benchmarks: temporary data, free ports, random secrets. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { readSettings, type Settings } from "../env"
import { freePort } from "../lib/net"

/** Only these of the caller's variables matter; an address of a real database must never be used here. */
const KEPT = ["CHROMIUM_PATH"]

/** Settings on a new folder under the system's temporary one. */
export async function scratchSettings(prefix: string): Promise<Settings> {
  const dataDir = mkdtempSync(path.join(tmpdir(), `${prefix}-`))
  // The database server may run as another user, who has to get in.
  chmodSync(dataDir, 0o711)
  const kept = Object.fromEntries(KEPT.map((name) => [name, process.env[name]]))
  return readSettings({
    ...kept,
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    BACKEND_PORT: String(await freePort()),
  })
}

export function removeScratch(settings: Settings): void {
  rmSync(settings.dataDir, { recursive: true, force: true, maxRetries: 3 })
}
