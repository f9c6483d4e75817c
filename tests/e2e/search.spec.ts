/** The list as a visitor searches it: filters out of words, other readings, nothing found. */
import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible, expectNoSidewaysScroll } from "../support/watch"

const searchFor = (q: string) => `/san-pham?${new URLSearchParams({ q })}`

test("words become filters that can be seen and taken away", async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto(searchFor("nước mắm 4 sao"))
  const chips = page.getByRole("list", { name: "Đang lọc theo" })
  await expect(chips).toContainText("4 sao")
  await expect(page.getByText("Đã dùng “4 sao” làm bộ lọc.")).toBeVisible()
  // What was typed is still in the field.
  await expect(page.locator("header input[name=q]")).toHaveValue("nước mắm 4 sao")
  if (javaScriptEnabled !== false) await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await chips.getByRole("link", { name: "4 sao" }).click()
  await expect(page).toHaveURL(/q=n%C6%B0%E1%BB%9Bc(\+|%20)m%E1%BA%AFm$/)
  await expect(page.getByRole("list", { name: "Đang lọc theo" })).not.toContainText(
    "4 sao",
  )
})

test("keys of an input method are told apart from words, and can be insisted on", async ({
  page,
}) => {
  await page.goto(searchFor("nuwowcs mawms"))
  await expect(page.getByText("Đã hiểu “nuwowcs mawms” là “nước mắm”.")).toBeVisible()
  await expect(page.locator("#ket-qua h2").first()).toContainText(/nước mắm/i)
  await page.getByRole("link", { name: /Tìm đúng từng chữ/ }).click()
  await expect(
    page.getByRole("heading", { name: "Chưa có sản phẩm phù hợp" }),
  ).toBeVisible()
})

test("a slip is corrected and said to be", async ({ page }) => {
  await page.goto(searchFor("nuocc mam"))
  await expect(
    page.getByText("Không có kết quả cho “nuocc mam”. Đang hiện kết quả cho “nước mắm”."),
  ).toBeVisible()
})

test("words that nothing is called by are shown with what may be meant", async ({
  page,
}) => {
  // "man" stands in stories: mặn, mận.
  await page.goto(searchFor("nuoc man"))
  await page.getByRole("link", { name: /^nước mắm \(\d+ sản phẩm\)/ }).click()
  await expect(page.locator("#ket-qua h2").first()).toContainText(/nước mắm/i)
})

test("where nothing is found there is a way on", async ({ page, javaScriptEnabled }) => {
  await page.goto(searchFor("máy giặt mật ong"))
  await expect(
    page.getByRole("heading", { name: "Chưa có sản phẩm phù hợp" }),
  ).toBeVisible()
  await expect(
    page.getByRole("heading", { name: "Sản phẩm tiêu biểu đang bán" }),
  ).toBeVisible()
  if (javaScriptEnabled !== false) await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test("a page beyond the last one leads back", async ({ page }) => {
  await page.goto("/san-pham?trang=1000")
  await page.getByRole("link", { name: /Tới trang cuối/ }).click()
  await expect(page.locator("#ket-qua h2").first()).toBeVisible()
})

test("the communes of a chosen district can be chosen", async ({ page }) => {
  await page.goto("/san-pham?huyen=tien-phuoc")
  const filters = page.getByRole("form", { name: "Bộ lọc sản phẩm" })
  const toggle = page.locator("summary", { hasText: "Bộ lọc" })
  if (await toggle.isVisible()) await toggle.click()
  await filters.locator("summary", { hasText: "Xã, phường" }).click()
  await filters.getByRole("radio", { name: /^Tiên Cảnh/ }).check()
  if (!page.url().includes("xa="))
    await filters.getByRole("button", { name: "Áp dụng bộ lọc" }).click()
  await expect(page).toHaveURL(/xa=tien-canh/)
  await expect(page.getByRole("list", { name: "Đang lọc theo" })).toContainText(
    "Tiên Cảnh",
  )
})
