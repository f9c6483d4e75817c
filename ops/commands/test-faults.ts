/**
 * `npm run test:faults`: the contests of tests/integration and the crashes of tests/faults in full
 * size, against a production stack on temporary data. Prints what each came to; the last line is `N passed, N failed`.
 */
import { mkdirSync, rmSync } from "node:fs"
import path from "node:path"

import { ROOT } from "../lib/paths"
import { main, OperatorError, say } from "../lib/say"
import { withStack } from "../stack"
import { contestTable, readContests } from "../testing/contests"
import { add, ONE_FAILED, type Counts } from "../testing/counts"
import { OUTSIDE_IMPORTS, prepareOutside } from "../testing/outside"
import { removeScratch, scratchSettings } from "../testing/scratch"
import { longTests } from "../testing/stack-tests"

const REPORTS = path.join(ROOT, "tests", "test-results")
const CONTESTS = path.join(REPORTS, "contests.jsonl")

await main(async () => {
  mkdirSync(REPORTS, { recursive: true })
  rmSync(CONTESTS, { force: true })
  const settings = await scratchSettings("ocop-faults")
  await prepareOutside()
  const counts: Counts[] = []
  try {
    const code = await withStack(
      {
        command: "test-faults",
        settings,
        mode: "production",
        superviseServices: false,
        codeWhenAsked: 130,
        backendImports: OUTSIDE_IMPORTS,
      },
      async (stack) => {
        counts.push(...(await longTests(stack, REPORTS)))
        return 0
      },
    )
    if (code !== 0) throw new OperatorError("Bị dừng giữa chừng.")
  } catch (error) {
    say(error instanceof OperatorError ? error.message : String(error))
    counts.push(ONE_FAILED)
  }
  for (const line of contestTable(readContests(CONTESTS)))
    process.stdout.write(`${line}\n`)
  const { passed, failed } = add(counts)
  if (failed === 0) removeScratch(settings)
  else say(`Dữ liệu và nhật ký của lần chạy: ${settings.dataDir}`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
})
