/** Adding up what the test runners say about themselves. */
import { existsSync, readFileSync } from "node:fs"

import { z } from "zod"

export type Counts = { passed: number; failed: number }

export const ONE_PASSED: Counts = { passed: 1, failed: 0 }
export const ONE_FAILED: Counts = { passed: 0, failed: 1 }

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  success: z.boolean(),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()).default([]),
})

export function add(all: Counts[]): Counts {
  return {
    passed: all.reduce((sum, one) => sum + one.passed, 0),
    failed: all.reduce((sum, one) => sum + one.failed, 0),
  }
}

/** A run that failed as a whole (a file that does not load, no test found) counts as one failure. */
function withRun(counts: Counts, succeeded: boolean): Counts {
  const silent =
    counts.passed + counts.failed === 0 || (!succeeded && counts.failed === 0)
  return silent ? { passed: counts.passed, failed: counts.failed + 1 } : counts
}

/** @param report the parsed JSON of `vitest --reporter=json` */
export function vitestCounts(report: unknown, exitCode: number): Counts {
  const parsed = vitestReport.safeParse(report)
  if (!parsed.success) return ONE_FAILED
  const { numPassedTests, numFailedTests, success } = parsed.data
  return withRun(
    { passed: numPassedTests, failed: numFailedTests },
    success && exitCode === 0,
  )
}

/** @param report the parsed JSON of `playwright --reporter=json`; a flaky test counts as failed */
export function playwrightCounts(report: unknown, exitCode: number): Counts {
  const parsed = playwrightReport.safeParse(report)
  if (!parsed.success) return ONE_FAILED
  const { stats, errors } = parsed.data
  return withRun(
    { passed: stats.expected, failed: stats.unexpected + stats.flaky },
    exitCode === 0 && errors.length === 0,
  )
}

/** The file's JSON; undefined when there is none. */
export function readReport(file: string): unknown {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return undefined
  }
}
