import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import {
  minimumBody,
  type minimumListResponse,
  minimumQuery,
  type minimumResponse,
} from "../../../../contracts/stock-alerts"
import { parseRequest } from "../../../../lib/parse-request"
import { listMinimums, setMinimum } from "../../../../lib/stock-minimums"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof minimumListResponse>>,
): Promise<void> {
  const query = parseRequest(minimumQuery, req.query)
  const { limit, offset } = query
  res.json({ ...(await listMinimums(req.scope, query)), limit, offset })
}

/** Sets the minimum of an item at a point; both figures null: there is none any more. */
export async function PUT(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof minimumResponse>>,
): Promise<void> {
  const wanted = parseRequest(minimumBody, req.body)
  res.json({ minimum: await setMinimum(req.scope, wanted) })
}
