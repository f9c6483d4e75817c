import { readdirSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { expect, it } from "vitest"

const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => /^Migration\d+\.[jt]s$/.test(file))
    .map((file) => file.slice(0, -".ts".length))
    .sort()

/** The module loads migrations of its own folder only: one that an upgrade adds must be added here. */
it("carries every migration of the framework's provider", () => {
  const framework = createRequire(import.meta.url).resolve("@medusajs/search-postgres")
  const theirs = namesIn(join(dirname(framework), "migrations"))
  expect(theirs.length).toBeGreaterThan(0)
  expect(namesIn(join(import.meta.dirname, "migrations"))).toEqual(theirs)
})
