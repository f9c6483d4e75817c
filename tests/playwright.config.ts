/** Browser tests: Chromium at the two widths of the design, with and without JavaScript. */
import { defineConfig } from "@playwright/test"
import { env } from "./support/env"

const mobile = { width: 390, height: 844 }
const desktop = { width: 1280, height: 900 }

/** Files that need scripts in the page: axe runs there, the keyboard run uses the full shop. */
const WITH_SCRIPT_ONLY = /(every-page|buying-pages|keyboard|search-box)\.spec\.ts/

export default defineConfig({
  testDir: "./e2e",
  outputDir: "./test-results/e2e",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "./test-results/e2e.json" }]],
  use: {
    baseURL: env.STORE_URL,
    browserName: "chromium",
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    trace: "off",
    video: "off",
    screenshot: "off",
    launchOptions: {
      executablePath: env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    },
  },
  projects: [
    { name: "mobile", use: { viewport: mobile, hasTouch: true }, testIgnore: /keyboard/ },
    { name: "desktop", use: { viewport: desktop } },
    {
      name: "mobile-no-js",
      use: { viewport: mobile, javaScriptEnabled: false },
      testIgnore: WITH_SCRIPT_ONLY,
    },
    {
      name: "desktop-no-js",
      use: { viewport: desktop, javaScriptEnabled: false },
      testIgnore: WITH_SCRIPT_ONLY,
    },
  ],
})
