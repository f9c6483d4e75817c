import { type MedusaRequest } from "@medusajs/framework/http"
import { endStocktake } from "../../../../../../contracts/stocktake"
import { parseRequest } from "../../../../../../lib/parse-request"
import { pathId } from "../../../../../../lib/path-id"
import { answerPosted, type StockResponse } from "../../../../../../lib/stock-answer"
import { cancelStocktakeWorkflow } from "../../../../../../workflows/stock/stocktakes"

export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const { result } = await cancelStocktakeWorkflow(req.scope).run({
    input: { stocktake_id: pathId(req), command: parseRequest(endStocktake, req.body) },
  })
  answerPosted(res, result)
}
