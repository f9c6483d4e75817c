/**
 * What a result was made from, so that it is not made again. A build keeps its stamp beside the
 * output; what was done to a database is kept in DATA_DIR/build-stamps.json.
 */
import { createHash } from "node:crypto"
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"

import { z } from "zod"

const SKIPPED = new Set([
  "node_modules",
  ".medusa",
  ".cache",
  "build",
  "dist",
  "test-results",
  ".git",
])

function filesUnder(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .flatMap((entry) => {
      const full = path.join(dir, entry.name)
      return entry.isDirectory() ? filesUnder(full) : entry.isFile() ? [full] : []
    })
}

/** A hash over the names and contents of all source files under the paths (files or folders); tests do not count. */
export function sourceHash(root: string, paths: string[]): string {
  const hash = createHash("sha256")
  const files = paths.flatMap((relative) => {
    const full = path.join(root, relative)
    if (!existsSync(full)) return []
    return path.extname(full) === "" || full.endsWith("/") ? filesUnder(full) : [full]
  })
  for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name)).sort()) {
    const content = readFileSync(file)
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest("hex")
}

/** True when the output was made from these sources, to its end. */
export function isStamped(file: string, hash: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8").trim() === hash
}

/** Makes something and stamps it; without the stamp while it is being made. */
export async function makeStamped(
  file: string,
  hash: string,
  make: () => Promise<void>,
): Promise<void> {
  rmSync(file, { force: true })
  await make()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${hash}\n`)
}

const databaseStamps = z.object({
  /** The cluster's own identifier: a database made anew is another one. */
  database: z.string(),
  /** Hash of the sources that the schema was migrated with. */
  migrated: z.string().optional(),
  /** The profile that was seeded to its end; "restored" when the data came from a backup. */
  seeded: z.string().optional(),
})
export type DatabaseStamps = z.infer<typeof databaseStamps>

/** What was done to this database; empty for one that is not the one of the file. */
export function readDatabaseStamps(dataDir: string, database: string): DatabaseStamps {
  const file = path.join(dataDir, "build-stamps.json")
  if (!existsSync(file)) return { database }
  try {
    const known = databaseStamps.parse(JSON.parse(readFileSync(file, "utf8")))
    return known.database === database ? known : { database }
  } catch {
    return { database }
  }
}

export function writeDatabaseStamps(dataDir: string, stamps: DatabaseStamps): void {
  writeFileSync(
    path.join(dataDir, "build-stamps.json"),
    `${JSON.stringify(stamps, null, 2)}\n`,
  )
}
