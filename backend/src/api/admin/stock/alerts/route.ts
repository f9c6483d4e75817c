import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import {
  type alertListResponse,
  alertQuery,
  type closedAlertListResponse,
} from "../../../../contracts/stock-alerts"
import { parseRequest } from "../../../../lib/parse-request"
import { listClosedAlerts } from "../../../../lib/stock-alert-history"
import { listAlerts } from "../../../../lib/stock-alert-views"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<
    z.output<typeof alertListResponse> | z.output<typeof closedAlertListResponse>
  >,
): Promise<void> {
  const query = parseRequest(alertQuery, req.query)
  const { limit, offset } = query
  const list = query.state === "closed" ? listClosedAlerts : listAlerts
  res.json({ ...(await list(req.scope, query)), limit, offset })
}
