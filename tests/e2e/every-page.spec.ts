import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { missingPages, PUBLIC_PAGES } from "../support/pages"
import { expectAccessible, expectNoSidewaysScroll, watch } from "../support/watch"

async function expectSound(page: Page, complaints: string[]): Promise<void> {
  await page.waitForLoadState("networkidle")
  await expect(page.locator("html")).toHaveAttribute("lang", "vi")
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  expect(complaints).toEqual([])
}

for (const { name, find } of PUBLIC_PAGES)
  test(`${name}: nothing for axe, nothing on the console, no sideways scroll`, async ({
    page,
  }) => {
    const { complaints } = watch(page)
    const answer = await page.goto(await find())
    expect(answer?.status()).toBe(200)
    await expectSound(page, complaints)
  })

for (const { name, path } of missingPages.filter(({ name }) =>
  /unknown (product|address)/.test(name),
))
  test(`404 of an ${name}: nothing for axe, no sideways scroll, a way on`, async ({
    page,
  }) => {
    const { complaints } = watch(page)
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expectSound(page, complaints)
    await page.getByRole("main").getByRole("link").first().click()
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Không tìm")
  })
