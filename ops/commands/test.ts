/**
 * `npm test`: format, lint, types, unit tests, then integration and browser tests against one
 * production stack on temporary data. The last line is `N passed, N failed`.
 */
import { mkdirSync } from "node:fs"
import path from "node:path"

import type { Settings } from "../env"
import { ROOT } from "../lib/paths"
import { main, OperatorError, say } from "../lib/say"
import { withStack } from "../stack"
import { findBrowser } from "../testing/browser"
import { staticChecks, unitTests } from "../testing/checks"
import { add, ONE_FAILED, ONE_PASSED, type Counts } from "../testing/counts"
import { OUTSIDE_IMPORTS, prepareOutside } from "../testing/outside"
import { removeScratch, scratchSettings } from "../testing/scratch"
import { stackTests } from "../testing/stack-tests"

const REPORTS = path.join(ROOT, "tests", "test-results")

/** The stack and its tests; a stack that does not come up is one failure, and keeps its logs. */
async function onStack(settings: Settings): Promise<Counts[]> {
  const counts: Counts[] = []
  try {
    const chromium = await findBrowser(settings.chromiumPath)
    await withStack(
      {
        command: "test",
        settings,
        mode: "production",
        superviseServices: false,
        codeWhenAsked: 130,
        backendImports: OUTSIDE_IMPORTS,
      },
      async (stack) => {
        counts.push(ONE_PASSED, ...(await stackTests(stack, REPORTS, chromium)))
        return 0
      },
    ).then((code) => {
      if (code !== 0) throw new OperatorError("Bị dừng giữa chừng.")
    })
  } catch (error) {
    say(error instanceof OperatorError ? error.message : String(error))
    counts.push(ONE_FAILED)
  }
  return counts
}

await main(async () => {
  mkdirSync(REPORTS, { recursive: true })
  const settings = await scratchSettings("ocop-test")
  await prepareOutside()
  const checks = [...(await staticChecks()), await unitTests(REPORTS)]
  const { passed, failed } = add([...checks, ...(await onStack(settings))])
  if (failed === 0) removeScratch(settings)
  else say(`Dữ liệu và nhật ký của lần chạy: ${settings.dataDir}`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
})
