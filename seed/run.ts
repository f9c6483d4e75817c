/**
 * `medusa exec ../seed/run.ts`, from backend/: fills the database, the pictures and the search
 * projection. Every step looks at what is there first, so a second run changes nothing and a run
 * that was broken off is finished by the next.
 */
import { type ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { dayInVietnam } from "../backend/src/contracts/calendar"
import { rebuildIndexes } from "../backend/src/search/_rebuild"
import { goods } from "./data"
import { renderIllustrations, shapeFor } from "./illustrations"
import { loadProducts } from "./load/run-load"
import { readSettings } from "./settings"
import { openAccounts } from "./steps/accounts"
import { packBaskets } from "./steps/baskets"
import { createProducts, linkProducers } from "./steps/catalogue"
import { setMinimums } from "./steps/minimums"
import { openPointsOfSale } from "./steps/points"
import { recordRecognitions } from "./steps/recognitions"
import { fillRegister } from "./steps/register"
import { fillShelves } from "./steps/stock"
import { openShop } from "./steps/store"

export default async function seed({ container }: ExecArgs): Promise<void> {
  const settings = readSettings()
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const timed = async <Result>(what: string, work: () => Promise<Result>) => {
    const started = performance.now()
    const result = await work()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const count = typeof result === "number" ? `, ${result} new` : ""
    logger.info(`Seed: ${what} (${seconds} s${count})`)
    return result
  }

  const shop = await timed("store", () => openShop(container))
  await timed("register", () => fillRegister(container))
  const points = await timed("points", () => openPointsOfSale(container, shop.channelId))
  await timed("accounts", () => openAccounts(container, settings.DATA_DIR))
  if (settings.SEED_PROFILE === "empty") return
  if (settings.SEED_PROFILE === "load") {
    await timed("load", () =>
      loadProducts(container, shop, points, {
        products: settings.SEED_PRODUCTS,
        mediaDir: settings.MEDIA_DIR,
        storeUrl: settings.STORE_URL,
      }),
    )
    return
  }

  const pictures = await timed("pictures", () =>
    renderIllustrations(
      goods.map(({ handle, title, group }) => ({
        handle,
        title,
        group,
        shape: shapeFor(title, group),
      })),
      settings.MEDIA_DIR,
    ),
  )
  const frame = { ...shop, profileId: points.profileId, storeUrl: settings.STORE_URL }
  const today = dayInVietnam()
  const changes = [
    await timed("products", () => createProducts(container, pictures, frame)),
    await timed("producers", () => linkProducers(container)),
    await timed("stock", () => fillShelves(container, points.locationIds, today)),
    await timed("baskets", () => packBaskets(container, points.locationIds, today)),
    await timed("recognitions", () => recordRecognitions(container, today)),
  ]
  await timed("minimums", () => setMinimums(container, points.locationIds))
  if (changes.some((count) => count > 0))
    await timed("search", () => rebuildIndexes(container))
}
