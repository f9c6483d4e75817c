/** The checks that need nothing running: format, lint, types, unit tests. */
import path from "node:path"

import { step } from "../lib/say"
import { ONE_FAILED, ONE_PASSED, readReport, vitestCounts, type Counts } from "./counts"
import { program, runOnScreen } from "./run"

const CHECK_LIMIT_MS = 6 * 60_000
const WORKSPACES = ["backend", "storefront", "tests", "ops", "seed"]

const succeeded = (code: number) => code === 0

async function check(title: string, args: string[]): Promise<Counts> {
  const code = await step(
    title,
    () => runOnScreen(args, { withinMs: CHECK_LIMIT_MS }),
    succeeded,
  )
  return succeeded(code) ? ONE_PASSED : ONE_FAILED
}

/** One check each for format, lint and the types of every workspace. */
export async function staticChecks(): Promise<Counts[]> {
  const prettier = program("prettier", "bin/prettier.cjs")
  const eslint = program("eslint", "bin/eslint.js")
  const tsc = program("typescript", "bin/tsc")
  const counts = [
    await check("Định dạng (prettier)", [
      prettier,
      "--check",
      "--log-level",
      "warn",
      ".",
    ]),
    await check("Quy tắc mã nguồn (eslint)", [eslint, ".", "--max-warnings", "0"]),
  ]
  for (const workspace of WORKSPACES) {
    counts.push(
      await check(`Kiểu dữ liệu (tsc ${workspace})`, [tsc, "--noEmit", "-p", workspace]),
    )
  }
  return counts
}

/** Vitest with a configuration of the repository; `reports` is a folder for its JSON. */
export async function vitest(
  title: string,
  options: {
    config: string
    name: string
    reports: string
    env?: NodeJS.ProcessEnv
    withinMs: number
  },
): Promise<Counts> {
  const report = path.join(options.reports, `${options.name}.json`)
  const code = await step(
    title,
    () =>
      runOnScreen(
        [
          program("vitest", "vitest.mjs"),
          "run",
          "--config",
          options.config,
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${report}`,
        ],
        { env: options.env, withinMs: options.withinMs },
      ),
    succeeded,
  )
  return vitestCounts(readReport(report), code)
}

export function unitTests(reports: string): Promise<Counts> {
  return vitest("Kiểm thử đơn vị", {
    config: "vitest.config.ts",
    name: "unit",
    reports,
    withinMs: CHECK_LIMIT_MS,
  })
}
