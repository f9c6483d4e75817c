import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type alertListResponse, alertQuery } from "../../../../contracts/stock-alerts"
import { parseRequest } from "../../../../lib/parse-request"
import { listAlerts } from "../../../../lib/stock-alert-views"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof alertListResponse>>,
): Promise<void> {
  const query = parseRequest(alertQuery, req.query)
  const { limit, offset } = query
  res.json({ ...(await listAlerts(req.scope, query)), limit, offset })
}
