/** The tests against a running production stack: integration, browser, invariants. */
import path from "node:path"

import { ROOT } from "../lib/paths"
import { say, step } from "../lib/say"
import { reconcile } from "../reconcile"
import type { Stack } from "../stack"
import { vitest } from "./checks"
import {
  ONE_FAILED,
  ONE_PASSED,
  playwrightCounts,
  readReport,
  type Counts,
} from "./counts"
import { program, runOnScreen } from "./run"

const INTEGRATION_LIMIT_MS = 40 * 60_000
const BROWSER_LIMIT_MS = 8 * 60_000
const LONG_LIMIT_MS = 120 * 60_000

/** What the tests read (tests/support/env.ts), and what a command of ours needs on the same stack. */
export function testEnv(
  { settings, services }: Stack,
  chromium: string | undefined,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    STORE_URL: settings.storeUrl,
    BACKEND_URL: settings.backendUrl,
    DATABASE_URL: services.databaseUrl,
    MEILISEARCH_HOST: services.meilisearchHost,
    MEILISEARCH_API_KEY: services.meilisearchKey,
    ...settings.secrets,
    PORT: String(settings.port),
    BACKEND_PORT: String(settings.backendPort),
    DATA_DIR: settings.dataDir,
    MEDIA_DIR: settings.mediaDir,
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  }
}

async function browserTests(reports: string, env: NodeJS.ProcessEnv): Promise<Counts> {
  const report = path.join(reports, "browser.json")
  const code = await step(
    "Kiểm thử trên trình duyệt",
    () =>
      runOnScreen(
        [
          program("@playwright/test", "cli.js"),
          "test",
          "--config",
          "tests/playwright.config.ts",
          "--reporter=list,json",
        ],
        {
          cwd: ROOT,
          env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
          withinMs: BROWSER_LIMIT_MS,
        },
      ),
    (exitCode) => exitCode === 0,
  )
  return playwrightCounts(readReport(report), code)
}

async function invariants({ settings, services }: Stack): Promise<Counts> {
  const { isClean, report } = await step(
    "Đối chiếu bất biến (reconcile)",
    () => reconcile(settings, services),
    (result) => result.isClean,
  )
  if (!isClean) say(JSON.stringify(report, null, 2))
  return isClean ? ONE_PASSED : ONE_FAILED
}

/** Browser first: the fault tests among the integration tests kill and restart services. */
export async function stackTests(
  stack: Stack,
  reports: string,
  chromium: string | undefined,
): Promise<Counts[]> {
  const env = testEnv(stack, chromium)
  return [
    await browserTests(reports, env),
    await vitest("Kiểm thử tích hợp", {
      config: "tests/vitest.config.ts",
      name: "integration",
      reports,
      env,
      withinMs: INTEGRATION_LIMIT_MS,
    }),
    await invariants(stack),
  ]
}

/** The contests in full size, which nobody waits for at each change. */
export async function longTests(stack: Stack, reports: string): Promise<Counts[]> {
  return [
    await vitest("Kiểm thử dài", {
      config: "tests/vitest.config.ts",
      name: "long",
      reports,
      env: { ...testEnv(stack, undefined), TEST_SIZE: "long" },
      withinMs: LONG_LIMIT_MS,
    }),
    await invariants(stack),
  ]
}
