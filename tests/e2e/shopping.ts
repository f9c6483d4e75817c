/** The steps of a purchase as people take them: roles and Vietnamese names, no selectors. */
import { expect, type Locator, type Page } from "@playwright/test"
import { randomInt } from "node:crypto"

/** A phone number that no other run uses. */
export const newPhone = (): string => `091${String(randomInt(10 ** 7)).padStart(7, "0")}`

export async function searchFor(page: Page, text: string): Promise<void> {
  const field = page.getByRole("search").first().locator("input[name=q]")
  await field.fill(text)
  await field.press("Enter")
  await expect(page).toHaveURL(/\/san-pham\?.*q=/)
}

export const productLinks = (page: Page): Locator =>
  page.getByRole("main").getByRole("article").getByRole("link")

/**
 * Chooses one option of the filters. With scripts it applies itself; without, a button does.
 * @param inAddress what the address then has
 */
export async function filterBy(
  page: Page,
  legend: string | RegExp,
  option: string | RegExp,
  { scripts, inAddress }: { scripts: boolean; inAddress: RegExp },
): Promise<void> {
  const form = page.getByRole("form", { name: "Bộ lọc sản phẩm" })
  if (!(await form.isVisible()))
    await page
      .getByText(/^(Bộ lọc|Lọc)/)
      .first()
      .click()
  const group = form.getByRole("group", { name: legend })
  const choice = group.getByLabel(option).first()
  if (!(await choice.isVisible())) await group.locator("summary").click()
  await choice.check()
  if (!scripts) await form.getByRole("button", { name: "Áp dụng bộ lọc" }).click()
  await expect(page).toHaveURL(inAddress)
}

/** Puts the product of this page into the cart and opens the cart. */
export async function addToCart(page: Page, quantity = 1): Promise<void> {
  const main = page.getByRole("main")
  await main.getByLabel("Số lượng").fill(String(quantity))
  await main.getByRole("button", { name: "Thêm vào giỏ" }).click()
  // Without scripts the answer is the cart itself.
  const heading = page.getByRole("heading", { level: 1, name: "Giỏ hàng" })
  const open = main.getByRole("status").getByRole("link", { name: "Xem giỏ hàng" })
  await expect(heading.or(open)).toBeVisible()
  if (await open.isVisible()) await open.click()
  await expect(heading).toBeVisible()
}

export type Recipient = { name: string; phone: string; address: string }

/** Fills in the checkout: province, then one of its communes. */
export async function fillCheckout(page: Page, recipient: Recipient): Promise<void> {
  const main = page.getByRole("main")
  await main.getByLabel(/Họ và tên/).fill(recipient.name)
  await main.getByLabel(/Số điện thoại/).fill(recipient.phone)
  const communes = main.getByLabel(/Xã, phường/)
  await main.getByLabel(/Tỉnh, thành phố/).selectOption({ label: "Thành phố Đà Nẵng" })
  const reload = main.getByRole("button", { name: "Chọn tỉnh" })
  if (await reload.isVisible()) await reload.click()
  await expect(communes.locator("option", { hasText: "Hội An" }).first()).toBeAttached()
  await communes.selectOption({ label: "Phường Hội An" })
  await main.getByLabel(/Số nhà|Địa chỉ/).fill(recipient.address)
}

export const orderButton = (page: Page): Locator =>
  page.getByRole("main").getByRole("button", { name: /Đặt hàng/ })

/** The code on the page that confirms the order. */
export async function orderCode(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/don-hang\/da-dat/)
  const text = await page.getByRole("main").innerText()
  const [code] = /QN\d{7,10}/.exec(text) ?? []
  expect(code, "the page names the order code").toBeDefined()
  return code ?? ""
}

export async function lookUpOrder(
  page: Page,
  code: string,
  phone: string,
): Promise<void> {
  await page.goto("/don-hang/tra-cuu")
  const main = page.getByRole("main")
  await main.getByLabel(/Mã đơn hàng/).fill(code)
  await main.getByLabel(/Số điện thoại/).fill(phone)
  await main.getByRole("button", { name: /Tra cứu|Xem đơn/ }).click()
}
