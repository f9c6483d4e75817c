import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type alertCountsResponse } from "../../../../../contracts/stock-alerts"
import { countAlerts } from "../../../../../lib/stock-alert-views"

/** How many alerts are open at each point. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof alertCountsResponse>>,
): Promise<void> {
  res.json({ points: await countAlerts(req.scope) })
}
