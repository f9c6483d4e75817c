import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import {
  startStocktake,
  type stocktakeListResponse,
  stocktakeQuery,
} from "../../../../contracts/stocktake"
import { parseRequest } from "../../../../lib/parse-request"
import { answerPosted, type StockResponse } from "../../../../lib/stock-answer"
import { assertLocations } from "../../../../lib/stock-documents"
import { stockOf } from "../../../../lib/stock-service"
import { startStocktakeWorkflow } from "../../../../workflows/stock/stocktakes"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof stocktakeListResponse>>,
): Promise<void> {
  const query = parseRequest(stocktakeQuery, req.query)
  const { limit, offset } = query
  const stocktakes = await stockOf(req.scope).listStocktakes(query)
  res.json({ stocktakes, limit, offset })
}

export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const start = parseRequest(startStocktake, req.body)
  await assertLocations(req.scope, { location_id: start.location_id })
  const { result } = await startStocktakeWorkflow(req.scope).run({ input: start })
  answerPosted(res, result)
}
