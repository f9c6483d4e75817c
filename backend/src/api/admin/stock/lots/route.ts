import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type lotListResponse, lotQuery } from "../../../../contracts/stock-books"
import { parseRequest } from "../../../../lib/parse-request"
import { stockOf } from "../../../../lib/stock-service"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof lotListResponse>>,
): Promise<void> {
  const filter = parseRequest(lotQuery, req.query)
  const lots = await stockOf(req.scope).listLots(filter)
  res.json({ lots, limit: filter.limit, offset: filter.offset })
}
