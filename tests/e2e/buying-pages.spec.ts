import { expect, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { expectAccessible, expectNoSidewaysScroll, watch } from "../support/watch"
import {
  addToCart,
  fillCheckout,
  lookUpOrder,
  newPhone,
  orderButton,
  orderCode,
  productLinks,
} from "./shopping"

/** 422 answers of forms are logged by the browser as failed loads; they are meant. */
const meant = /422|404|429/

async function expectSound(page: Page, complaints: string[]): Promise<void> {
  await page.waitForLoadState("networkidle")
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  expect(complaints.filter((complaint) => !meant.test(complaint))).toEqual([])
}

async function fillCart(page: Page): Promise<void> {
  await page.goto("/san-pham?con-hang=1&nhom=thuc-pham")
  await productLinks(page).first().click()
  await addToCart(page)
}

test("empty cart: nothing for axe, and a way to the products", async ({ page }) => {
  const { complaints } = watch(page)
  await page.goto("/gio-hang")
  await expectSound(page, complaints)
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: /sản phẩm/i })
      .first(),
  ).toBeVisible()
})

test("the cart changes at once, keeps a refused quantity and says what is wrong", async ({
  page,
}) => {
  const { complaints } = watch(page)
  await fillCart(page)
  await expectSound(page, complaints)
  const main = page.getByRole("main")
  const quantity = main.getByRole("textbox", { name: /^Số lượng/ })
  await main.getByRole("button", { name: /^Thêm một/ }).click()
  await expect(quantity).toHaveValue("2")
  await expect(page.getByRole("banner")).toContainText("2")
  await quantity.fill("3abc")
  await quantity.press("Enter")
  await expect(main.getByText(/Số lượng phải là số nguyên/)).toBeVisible()
  await expect(quantity).toHaveValue("3abc")
  await expect(quantity).toHaveAttribute("aria-invalid", "true")
  await expectSound(page, complaints)
  await page.reload()
  await expect(quantity).toHaveValue("2")
  await main.getByRole("button", { name: /^Bỏ / }).click()
  await expect(main.getByText("Giỏ hàng đang trống")).toBeVisible()
})

test("checkout with errors: the fields are named, what was typed stays, the focus goes to the list of errors", async ({
  page,
}) => {
  const { complaints } = watch(page)
  await fillCart(page)
  const main = page.getByRole("main")
  await main.getByRole("link", { name: "Thanh toán" }).click()
  await expect(orderButton(page)).toBeVisible()
  await expectSound(page, complaints)
  await fillCheckout(page, {
    name: "Người mua thử",
    phone: "12345",
    address: "12 đường Thử Nghiệm",
  })
  await orderButton(page).click()
  await expect(page.getByRole("alert")).toBeFocused()
  const phone = main.getByLabel(/Số điện thoại/)
  await expect(phone).toHaveAttribute("aria-invalid", "true")
  await expect(phone).toHaveValue("12345")
  await expect(main.getByText(/Số điện thoại không đúng/).first()).toBeVisible()
  await expect(main.getByLabel(/Họ và tên/)).toHaveValue("Người mua thử")
  await expect(main.getByLabel(/Xã, phường/)).not.toHaveValue("")
  await expectSound(page, complaints)
})

test("the communes belong to the province chosen, however quickly it was changed", async ({
  page,
}) => {
  await fillCart(page)
  const main = page.getByRole("main")
  // What is asked for first comes last.
  let asked = 0
  await page.route(
    ({ pathname, href }) =>
      href.includes("xa-phuong") && /__manifest|xa-phuong/.test(pathname),
    async (route) => {
      asked += 1
      const late = asked === 1 ? 1_000 : 0
      await new Promise((resolve) => setTimeout(resolve, late))
      // Nothing is left to answer when the page has given the request up.
      await route.continue().catch(() => undefined)
    },
  )
  await main.getByRole("link", { name: "Thanh toán" }).click()
  const province = main.getByLabel(/Tỉnh, thành phố/)
  await province.selectOption({ label: "Thành phố Cần Thơ" })
  await province.selectOption({ label: "Thành phố Đà Nẵng" })
  await page.waitForLoadState("networkidle")
  await expect(main.getByLabel(/Xã, phường/).locator("option")).toHaveCount(95)
  await expect(main.getByLabel(/Xã, phường/)).toContainText("Phường Hội An")
})

test("a double click on «Đặt hàng» is one order; the placed order passes axe", async ({
  page,
}) => {
  const { complaints } = watch(page)
  const phone = newPhone()
  await fillCart(page)
  const main = page.getByRole("main")
  await main.getByRole("link", { name: "Thanh toán" }).click()
  await fillCheckout(page, { name: "Người mua thử", phone, address: "Thôn 2" })
  await orderButton(page).dblclick()
  const code = await orderCode(page)
  await expectSound(page, complaints)
  await page.goto("/gio-hang")
  await expect(main.getByText("Giỏ hàng đang trống")).toBeVisible()

  await page.goto("/don-hang/tra-cuu")
  await expectSound(page, complaints)
  await lookUpOrder(page, code, "0912345678")
  await expect(main.getByText(/không tìm thấy/i).first()).toBeVisible()
  await expect(main.getByLabel(/Số điện thoại/)).toHaveValue("0912345678")
  await expectSound(page, complaints)
  await lookUpOrder(page, code, phone)
  await expect(main).toContainText(code)
  await expectSound(page, complaints)
})
