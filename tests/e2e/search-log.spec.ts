import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { CHROME, foundWords, loggedWith } from "../support/searched-words"
import { productLinks, searchFor } from "./shopping"

// Playwright's browser says that it is driven by a program, and would not be counted.
test.use({ userAgent: CHROME })

test("a product opened out of the results is counted once, the way back is no search", async ({
  page,
}) => {
  const [words, later] = [foundWords(), foundWords()]
  const handedOver = (text: string) =>
    expect.poll(() => loggedWith(text), { timeout: 15_000 })

  await page.goto("/")
  await searchFor(page, words)
  await handedOver(words).toMatchObject([{ searches: 1, clicks: 0 }])

  await test.step("pointing at a product is no click, though its data may be fetched", async () => {
    await productLinks(page).first().hover()
    await page.waitForLoadState("networkidle")
  })
  await productLinks(page).first().click()
  await expect(page).toHaveURL(/\/san-pham\/[a-z0-9-]+$/)
  await expect(page.getByRole("button", { name: "Thêm vào giỏ" }).first()).toBeVisible()

  await page.goBack()
  await expect(page.getByRole("heading", { level: 1 })).toContainText(words)
  // What is handed over later comes after all of the above.
  await searchFor(page, later)
  await handedOver(later).toMatchObject([{ searches: 1 }])
  expect(await loggedWith(words)).toMatchObject([
    { searches: 1, zero_results: 0, clicks: 1 },
  ])
})
