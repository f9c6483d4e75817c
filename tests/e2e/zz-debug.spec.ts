import { test } from "@playwright/test"
import { addToCart, productLinks } from "./shopping"
test("dbg", async ({ page }) => {
  test.setTimeout(180000)
  await page.goto("/san-pham?con-hang=1&nhom=thuc-pham")
  await productLinks(page).first().click()
  await addToCart(page)
  const log: string[] = []
  page.on("request", (r) => { if (r.url().includes("xa-phuong")) log.push("> " + r.url().split("?")[1]) })
  page.on("requestfailed", (r) => { if (r.url().includes("xa-phuong")) log.push("x " + r.url().split("?")[1]) })
  page.on("response", (r) => { if (r.url().includes("xa-phuong")) log.push("< " + r.status() + " " + r.url().split("?")[1]) })
  const province = page.getByLabel(/Tỉnh, thành phố/)
  const commune = page.getByLabel(/Xã, phường/)
  for (let i = 0; i < 40; i++) {
    await page.goto("/gio-hang")
    await page.getByRole("main").getByRole("link", { name: "Thanh toán" }).click()
    await province.focus()
    const labels = (await province.locator("option").allTextContents()).map((t) => t.trim())
    const steps = labels.indexOf("Thành phố Đà Nẵng")
    await page.keyboard.press("Home")
    for (let s = 0; s < steps; s++) await page.keyboard.press("ArrowDown")
    await page.waitForTimeout(1500)
    const opts = await commune.locator("option").allTextContents()
    if (opts.length < 90) { console.log(i, steps, await province.inputValue(), opts.slice(0, 3), opts.length, log.slice(-12)); }
    log.length = 0
  }
})
