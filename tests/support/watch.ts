/** What a browser says about a page besides showing it. */
import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

/**
 * Collects everything the browser complains about: script errors, blocked or failed loads.
 * @param scripts false where JavaScript is switched off: Chromium then reports every script of
 *   the page as blocked.
 */
export function watch(page: Page, scripts = true): { complaints: string[] } {
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(`script error: ${error.message}`))
  page.on("console", (message) => {
    // The status of the page itself is the test's business and is logged as an error, too.
    const ofPage = message.location().url === page.url()
    if (message.type() === "error" && !ofPage)
      complaints.push(`${message.text()} ${message.location().url}`)
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
    if (/hydrat/i.test(message.text())) complaints.push(message.text())
  })
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? ""
    if (!scripts && request.url().endsWith(".js")) return
    // Leaving a page ends what it was still loading.
    if (reason !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${reason}`)
  })
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complaints.push(`${response.url()} answered ${response.status()}`)
  })
  return { complaints }
}

/** Every rule of axe, also those beyond WCAG AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  )
  expect(found).toEqual([])
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overhang = await page.evaluate(() => {
    const root = document.documentElement
    return root.scrollWidth - root.clientWidth
  })
  expect(overhang).toBe(0)
}
