import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { dayInVietnam, hourInVietnam } from "../contracts/calendar"
import { snapshotOf } from "../lib/invariants/connection"
import { databaseDifferences } from "../lib/invariants/database"
import { PATIENCE_MS } from "../lib/invariants/lasting"

/** When hardly anybody buys. */
const HOUR = 2

/** Looks at the whole database once a night and tells the staff when anything is not as it must be. */
export default async function reconcileNightly(
  container: MedusaContainer,
): Promise<void> {
  if (hourInVietnam() !== HOUR) return
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const found = await databaseDifferences(snapshotOf(connection), PATIENCE_MS)
  if (found.length === 0) return
  const kinds = [...new Set(found.map(({ kind }) => kind))].join(", ")
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: "",
    channel: "feed",
    template: "admin-ui",
    trigger_type: "reconcile.differences",
    idempotency_key: `reconcile:${dayInVietnam()}`,
    data: {
      title: `Đối chiếu đêm qua: ${found.length.toLocaleString("vi-VN")} sai lệch`,
      description: `${kinds}. Chạy npm run reconcile để xem từng sai lệch và cách xử lý.`,
    },
  })
}

export const config = {
  name: "reconcile-nightly",
  schedule: "7 * * * *",
}
