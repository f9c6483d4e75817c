import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type stocktakeResponse } from "../../../../../contracts/stocktake"
import { pathId } from "../../../../../lib/path-id"
import { stockOf } from "../../../../../lib/stock-service"

/** For those who count: what has been counted, not what is expected. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof stocktakeResponse>>,
): Promise<void> {
  res.json({ stocktake: await stockOf(req.scope).stocktakeOf(pathId(req)) })
}
