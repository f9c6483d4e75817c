import { expect, it } from "vitest"

import { add, ONE_FAILED, ONE_PASSED, playwrightCounts, vitestCounts } from "./counts"

const vitest = (numPassedTests: number, numFailedTests: number, success: boolean) => ({
  numPassedTests,
  numFailedTests,
  success,
})
const playwright = (expected: number, unexpected: number, flaky = 0) => ({
  stats: { expected, unexpected, flaky, skipped: 0 },
  errors: [],
})

it("adds up", () => {
  expect(add([ONE_PASSED, ONE_FAILED, { passed: 3, failed: 0 }])).toEqual({
    passed: 4,
    failed: 1,
  })
})

it("takes the runner's own numbers", () => {
  expect(vitestCounts(vitest(5, 0, true), 0)).toEqual({ passed: 5, failed: 0 })
  expect(vitestCounts(vitest(5, 2, false), 1)).toEqual({ passed: 5, failed: 2 })
  expect(playwrightCounts(playwright(7, 0), 0)).toEqual({ passed: 7, failed: 0 })
  expect(playwrightCounts(playwright(7, 1, 1), 1)).toEqual({ passed: 7, failed: 2 })
})

it("never lets a broken run pass for a good one", () => {
  expect(vitestCounts(undefined, 0)).toEqual(ONE_FAILED)
  expect(vitestCounts(vitest(0, 0, true), 0)).toEqual(ONE_FAILED)
  expect(vitestCounts(vitest(5, 0, false), 1)).toEqual({ passed: 5, failed: 1 })
  expect(playwrightCounts(playwright(5, 0), 1)).toEqual({ passed: 5, failed: 1 })
  expect(playwrightCounts({ ...playwright(5, 0), errors: [{}] }, 0)).toEqual({
    passed: 5,
    failed: 1,
  })
})
