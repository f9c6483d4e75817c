import { expect, type Locator, type Page } from "@playwright/test"
import { test } from "../support/browser-test"
import { newPhone, orderButton, orderCode, productLinks } from "./shopping"

/** More stops than any page has before its content ends. */
const MAX_STOPS = 150

/** Whoever sees the screen must see where the focus is: on screen, with an outline around it. */
async function expectFocusSeen(page: Page): Promise<void> {
  const focus = () =>
    page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return { what: "nothing" }
      // The page itself moved the focus to its new content, which is no stop of the Tab key.
      if (element.tagName === "MAIN") return { outlined: true, seen: true }
      const box = element.getBoundingClientRect()
      /** It may be drawn around the field together with its button. */
      const outlined = [element, element.parentElement].some((candidate) => {
        if (!candidate) return false
        const style = getComputedStyle(candidate)
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      })
      const seen =
        box.width > 0 &&
        box.height > 0 &&
        box.bottom > 0 &&
        box.top < innerHeight &&
        box.right > 0 &&
        box.left < innerWidth
      return { outlined, seen, what: element.outerHTML.slice(0, 120) }
    })
  // The page may still be scrolling there.
  await expect
    .poll(focus, { timeout: 3_000 })
    .toMatchObject({ outlined: true, seen: true })
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    await page.keyboard.press("Tab")
    const atEnd = await page.evaluate(() => document.activeElement === document.body)
    if (atEnd) continue
    await expectFocusSeen(page)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error("the Tab key does not reach it")
}

/** Moves a select by arrow keys to the option with that label. */
async function arrowTo(page: Page, select: Locator, label: string): Promise<void> {
  const options = await select.locator("option").allTextContents()
  const steps = options.findIndex((option) => option.trim() === label)
  expect(steps, `${label} among ${options.join(", ")}`).toBeGreaterThanOrEqual(0)
  await page.keyboard.press("Home")
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("ArrowDown")
  await expect(select.locator("option:checked")).toHaveText(label)
}

test("the whole purchase with the keyboard alone", async ({ page }) => {
  const main = page.getByRole("main")
  await page.goto("/")

  await test.step("the first stop jumps over the header", async () => {
    await page.keyboard.press("Tab")
    const skip = page.getByRole("link", { name: /Bỏ qua đến nội dung/ })
    await expect(skip).toBeFocused()
    await expectFocusSeen(page)
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    const inMain = await main.evaluate((element) =>
      element.contains(document.activeElement),
    )
    expect(inMain).toBe(true)
  })

  await test.step("search", async () => {
    await page.goto("/")
    await tabTo(page, page.getByRole("search").first().getByRole("combobox"))
    await page.keyboard.type("nuoc mam")
    await page.keyboard.press("Enter")
    await expect(page).toHaveURL(/q=nuoc(\+|%20)mam/)
  })

  await test.step("a filter", async () => {
    const stars = page.getByRole("form", { name: "Bộ lọc sản phẩm" }).getByLabel(/3 sao/)
    await tabTo(page, stars.first())
    await page.keyboard.press("Space")
    await expect(page).toHaveURL(/sao=3/)
  })

  await test.step("the product", async () => {
    await tabTo(page, productLinks(page).first())
    await page.keyboard.press("Enter")
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/nước mắm/i)
    await tabTo(page, main.getByRole("button", { name: "Thêm vào giỏ" }))
    await page.keyboard.press("Enter")
    const open = main.getByRole("status").getByRole("link", { name: "Xem giỏ hàng" })
    await tabTo(page, open)
    await page.keyboard.press("Enter")
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Giỏ hàng")
  })

  await test.step("checkout", async () => {
    await tabTo(page, main.getByRole("link", { name: "Thanh toán" }))
    await page.keyboard.press("Enter")
    await tabTo(page, main.getByLabel(/Họ và tên/))
    await page.keyboard.insertText("Người mua thử")
    await tabTo(page, main.getByLabel(/Số điện thoại/))
    await page.keyboard.type(newPhone())
    const province = main.getByLabel(/Tỉnh, thành phố/)
    await tabTo(page, province)
    await arrowTo(page, province, "Thành phố Đà Nẵng")
    const commune = main.getByLabel(/Xã, phường/)
    await expect(
      commune.locator("option", { hasText: "Phường Hội An" }).first(),
    ).toBeAttached()
    await tabTo(page, commune)
    await arrowTo(page, commune, "Phường Hội An")
    await tabTo(page, main.getByLabel(/Số nhà|Địa chỉ/))
    await page.keyboard.insertText("12 đường Thử Nghiệm")
    await tabTo(page, orderButton(page))
    await page.keyboard.press("Enter")
    await orderCode(page)
  })
})
