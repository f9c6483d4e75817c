/**
 * Integration tests: real PostgreSQL, Meilisearch, backend and storefront, started once by
 * `npm test`. Files share the stack and run one after the other; the faults stop services and
 * therefore come last. After each file the invariants are checked.
 */
import { join } from "node:path"
import { defineConfig } from "vitest/config"

const shared = {
  environment: "node",
  setupFiles: join(import.meta.dirname, "support/reconcile-after-file.ts"),
  pool: "forks",
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const

/** `npm test`. */
const everyTime = [
  {
    test: {
      ...shared,
      name: "integration",
      include: ["integration/**/*.test.ts"],
      sequence: { groupOrder: 0 },
    },
  },
  {
    test: {
      ...shared,
      name: "faults",
      include: ["faults/**/*.test.ts"],
      testTimeout: 180_000,
      hookTimeout: 180_000,
      sequence: { groupOrder: 1 },
    },
  },
]

/** `npm run test:faults`: the tests that read their size from support/sizes.ts, in full size. */
const inFullSize = [
  {
    test: {
      ...shared,
      name: "long",
      include: [
        "integration/stock-{findings,contest,mixed,model}.test.ts",
        "integration/{locking,promotion}.test.ts",
        "faults/killed-{completion,at-random,before-search}.test.ts",
        "faults/{postgres-immediate,two-backends}.test.ts",
      ],
      testTimeout: 900_000,
      hookTimeout: 180_000,
    },
  },
]

export default defineConfig({
  root: import.meta.dirname,
  test: {
    projects: process.env.TEST_SIZE === "long" ? inFullSize : everyTime,
  },
})
