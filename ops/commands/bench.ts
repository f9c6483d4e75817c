/** `npm run bench`: the workloads of tests/bench against a production stack on temporary data. */
import { cpSync, existsSync } from "node:fs"
import path from "node:path"

import { readSettings } from "../env"
import { tsxLoader } from "../lib/paths"
import { main, say } from "../lib/say"
import { withStack } from "../stack"
import { findBrowser } from "../testing/browser"
import { OUTSIDE_IMPORTS, prepareOutside } from "../testing/outside"
import { runOnScreen } from "../testing/run"
import { removeScratch, scratchSettings } from "../testing/scratch"
import { testEnv } from "../testing/stack-tests"

const BENCH_LIMIT_MS = 45 * 60_000
/** The search at 100,000 products, asked for by name. */
const GROWTH_LIMIT_MS = 120 * 60_000

/** The reports outlive the temporary data: they move to the installation's own data directory. */
function keepReports(scratchDir: string): void {
  const made = path.join(scratchDir, "bench")
  if (!existsSync(made)) return
  const kept = path.join(readSettings(process.env).dataDir, "bench")
  cpSync(made, kept, { recursive: true })
  say(`Kết quả được giữ ở ${kept}`)
}

await main(async () => {
  const settings = await scratchSettings("ocop-bench")
  await prepareOutside()
  const chromium = await findBrowser(settings.chromiumPath)
  try {
    return await withStack(
      {
        command: "bench",
        settings,
        mode: "production",
        superviseServices: true,
        codeWhenAsked: 130,
        backendImports: OUTSIDE_IMPORTS,
      },
      (stack) =>
        runOnScreen(
          [
            "--import",
            tsxLoader(),
            path.join("tests", "bench", "run.ts"),
            ...process.argv.slice(2),
          ],
          {
            env: testEnv(stack, chromium),
            withinMs: process.argv.includes("search-growth")
              ? GROWTH_LIMIT_MS
              : BENCH_LIMIT_MS,
          },
        ),
    )
  } finally {
    keepReports(settings.dataDir)
    removeScratch(settings)
  }
})
