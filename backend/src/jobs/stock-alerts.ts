import { type MedusaContainer } from "@medusajs/framework/types"
import { sendStockDigests } from "../lib/send-stock-digests"
import { stockAlertsOf } from "../lib/stock-alert-service"

/**
 * What no movement tells: that a day has begun, and that a digest is due. Often and cheap (one
 * question each to the database) rather than at an hour: a missed one is made up for.
 */
export default async function stockAlerts(container: MedusaContainer): Promise<void> {
  await stockAlertsOf(container).followDay()
  await sendStockDigests(container)
}

export const config = {
  name: "stock-alerts",
  schedule: { interval: 5_000 },
}
