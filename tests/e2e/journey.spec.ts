import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import {
  addToCart,
  fillCheckout,
  filterBy,
  lookUpOrder,
  newPhone,
  orderButton,
  orderCode,
  productLinks,
  searchFor,
} from "./shopping"
import { watch } from "../support/watch"

test("a visitor finds fish sauce, reads its facts, buys it and finds the order again", async ({
  page,
  javaScriptEnabled,
}) => {
  const scripts = javaScriptEnabled
  const { complaints } = watch(page, scripts)
  const main = page.getByRole("main")

  await test.step("search without marks finds fish sauce", async () => {
    await page.goto("/")
    await searchFor(page, "nuoc mam")
    await expect(productLinks(page).first()).toHaveText(/nước mắm/i)
  })

  await test.step("stars, group and district narrow the list", async () => {
    const count = () => productLinks(page).count()
    const all = await count()
    await filterBy(page, /Hạng sao/, /4 sao/, { scripts, inAddress: /sao=4/ })
    await filterBy(page, /Nhóm sản phẩm/, /Thực phẩm/, {
      scripts,
      inAddress: /nhom=thuc-pham/,
    })
    await filterBy(page, /Nơi sản xuất/, /Thăng Bình/, {
      scripts,
      inAddress: /huyen=thang-binh/,
    })
    await expect(page).toHaveURL(/q=nuoc(\+|%20)mam/)
    await expect(productLinks(page).first()).toHaveText(/nước mắm/i)
    expect(await count()).toBeLessThanOrEqual(all)
    await expect(productLinks(page).filter({ hasText: /đèn lồng/i })).toHaveCount(0)
  })

  await test.step("the product page has the facts of the certificate", async () => {
    await productLinks(page).first().click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/nước mắm/i)
    const certificate = main.getByRole("region", { name: /chứng nhận OCOP/i })
    await expect(certificate.getByRole("img", { name: /4 sao/ })).toBeVisible()
    await expect(certificate).toContainText(/Quyết định/)
    await expect(certificate).toContainText(/Ngày cấp\s*\d{2}\/\d{2}\/\d{4}/)
    await expect(certificate).toContainText(/hiệu lực[^\d]*\d{2}\/\d{2}\/\d{4}/)
    const origin = main.getByRole("region", { name: "Nơi sản xuất" })
    await expect(origin).toContainText(/huyện Thăng Bình/)
    await expect(origin).toContainText(/Nay là: Xã .+ Đà Nẵng/i)
    await expect(
      main.getByRole("link", { name: /HTX|Hợp tác xã|Công ty|Cơ sở|Hộ|THT/ }).first(),
    ).toBeVisible()
    await expect(main).toContainText(/\d{1,3}(\.\d{3})*\s₫/)
    await expect(main).toContainText(/Còn hàng|Sắp hết hàng/)
    await expect(
      main
        .getByRole("region", { name: /điểm OCOP/i })
        .getByRole("link")
        .first(),
    ).toBeVisible()
  })

  await test.step("two of it go into the cart", async () => {
    await addToCart(page, 2)
    await expect(main.getByRole("textbox", { name: /^Số lượng/ })).toHaveValue("2")
    await main.getByRole("link", { name: "Thanh toán" }).click()
  })

  const phone = newPhone()
  const code = await test.step("a guest orders, cash on delivery", async () => {
    await fillCheckout(page, {
      name: "Người mua thử",
      phone,
      address: "12 đường Thử Nghiệm",
    })
    await expect(main).toContainText(/khi nhận hàng/i)
    await orderButton(page).click()
    return orderCode(page)
  })

  await test.step("code and phone find the order again", async () => {
    await lookUpOrder(page, code, phone)
    await expect(main).toContainText(code)
    await expect(main).toContainText(/nước mắm/i)
    await expect(main).not.toContainText(phone)
  })

  expect(complaints).toEqual([])
})
