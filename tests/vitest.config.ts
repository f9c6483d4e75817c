/**
 * Integration tests: real PostgreSQL, Meilisearch, backend and storefront, started once by
 * `npm test`. Files share the stack and run one after the other; the faults stop services and
 * therefore come last.
 */
import { defineConfig } from "vitest/config"

const shared = {
  environment: "node",
  pool: "forks",
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const

export default defineConfig({
  root: import.meta.dirname,
  test: {
    reporters: ["default", ["json", { outputFile: "test-results/integration.json" }]],
    projects: [
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
    ],
  },
})
