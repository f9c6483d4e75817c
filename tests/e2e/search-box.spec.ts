/** The search field and what it offers while somebody types. */
import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible, expectNoSidewaysScroll, watch } from "../support/watch"

const field = (page: Page) => page.getByRole("banner").getByRole("combobox")
const list = (page: Page) => page.getByRole("banner").getByRole("listbox")
const active = (page: Page) => list(page).locator('[aria-selected="true"]')

test.beforeEach(async ({ page }) => {
  await page.goto("/diem-ban")
  // A combobox only once JavaScript has taken over.
  await expect(field(page)).toBeVisible()
})

test("offers goods, producers and places, and goes there with the keyboard alone", async ({
  page,
}) => {
  const { complaints } = watch(page)
  await field(page).pressSequentially("nuoc ma")
  await expect(list(page).getByRole("option").first()).toContainText(/nước mắm/i)
  await expect(field(page)).toHaveAttribute("aria-expanded", "true")
  await expect(page.getByRole("banner").getByRole("status")).toContainText(/\d+ gợi ý/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await field(page).press("ArrowDown")
  await expect(active(page)).toHaveCount(1)
  const id = await field(page).getAttribute("aria-activedescendant")
  expect(await active(page).getAttribute("id")).toBe(id)
  await field(page).press("ArrowUp")
  await expect(active(page)).toHaveCount(0)
  await field(page).press("ArrowDown")
  await field(page).press("Enter")
  await expect(page).toHaveURL(/\/san-pham\/[a-z0-9-]+$/)
  expect(complaints).toEqual([])
})

test("Enter without a choice searches for what is written", async ({ page }) => {
  await field(page).pressSequentially("mật ong")
  await expect(list(page)).toBeVisible()
  await field(page).press("Enter")
  await expect(page).toHaveURL(/\/san-pham\?q=/)
  await expect(field(page)).toHaveValue("mật ong")
  await expect(list(page)).toBeHidden()
})

test("Escape closes the list, then empties the field; leaving closes it, too", async ({
  page,
}) => {
  await field(page).pressSequentially("trà")
  await expect(list(page)).toBeVisible()
  await field(page).press("Escape")
  await expect(list(page)).toBeHidden()
  await expect(field(page)).toHaveValue("trà")
  await field(page).press("Escape")
  await expect(field(page)).toHaveValue("")
  await field(page).pressSequentially("trà")
  await expect(list(page)).toBeVisible()
  // To the button, and out of the form.
  await field(page).press("Tab")
  await page.keyboard.press("Tab")
  await expect(list(page)).toBeHidden()
})

test("a click goes to a place", async ({ page }) => {
  await field(page).pressSequentially("tien phuoc")
  await list(page)
    .getByRole("group", { name: "Địa phương" })
    .getByRole("option", { name: /Tiên Phước/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/dia-phuong\/tien-phuoc$/)
})

test("an empty field offers the last searches, which can be forgotten", async ({
  page,
}) => {
  for (const words of ["mật ong", "quế trà my"]) {
    await field(page).fill(words)
    await field(page).press("Enter")
    await expect(page).toHaveURL(/q=/)
    await expect(page.getByRole("heading", { level: 1 })).toContainText(words)
  }
  await page.goto("/diem-ban")
  await field(page).click()
  const recent = list(page).getByRole("group", { name: "Tìm gần đây" })
  await expect(recent.getByRole("option")).toHaveText(["quế trà my", "mật ong"])
  await field(page).press("ArrowDown")
  await field(page).press("Delete")
  await expect(recent.getByRole("option")).toHaveText(["mật ong"])
  await page.getByRole("button", { name: "Xóa các tìm kiếm gần đây" }).click()
  await expect(list(page)).toBeHidden()
})

test("keys belong to the input method while it composes", async ({ page }) => {
  await field(page).pressSequentially("trà")
  await expect(list(page)).toBeVisible()
  for (const key of ["ArrowDown", "Enter", "Escape"])
    await field(page).dispatchEvent("keydown", { key, isComposing: true })
  await expect(active(page)).toHaveCount(0)
  await expect(list(page)).toBeVisible()
  await expect(page).toHaveURL(/diem-ban/)
})

test("without suggestions the field works as ever", async ({ page }) => {
  await page.route("**/api/suggest*", (route) => route.abort())
  await field(page).pressSequentially("nấm")
  await field(page).press("Enter")
  await expect(page).toHaveURL(/\/san-pham\?q=/)
})
