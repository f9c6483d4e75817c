import { Modules } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { stockAlertsOf } from "./stock-alert-service"
import { countAlerts, mostUrgentAlerts } from "./stock-alert-views"
import { digestOf } from "./stock-digest"

/**
 * One notice per point and day of its open alerts, from six o'clock on; a morning that was slept
 * through is made up for. However often and by however many processes this is called, a point gets
 * one a day: a notice has a key, and that is unique in the database.
 */
export async function sendStockDigests(container: MedusaContainer): Promise<void> {
  await stockAlertsOf(container).whenDigestIsDue(async (day) => {
    const points = await countAlerts(container)
    if (points.length === 0) return
    const urgent = await mostUrgentAlerts(container)
    await container.resolve(Modules.NOTIFICATION).createNotifications(
      points.map((counts) => ({
        to: "",
        channel: "feed",
        template: "admin-ui",
        trigger_type: "stock.digest",
        resource_id: counts.location_id,
        resource_type: "stock_location",
        idempotency_key: `stock-digest:${counts.location_id}:${day}`,
        data: digestOf(counts, urgent.get(counts.location_id) ?? []),
      })),
    )
  })
}
