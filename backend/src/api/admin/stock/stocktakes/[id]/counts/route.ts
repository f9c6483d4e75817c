import { type MedusaRequest } from "@medusajs/framework/http"
import { recordCounts } from "../../../../../../contracts/stocktake"
import { parseLines } from "../../../../../../lib/stock-documents"
import { pathId } from "../../../../../../lib/path-id"
import { answerPosted, type StockResponse } from "../../../../../../lib/stock-answer"
import { recordCountsWorkflow } from "../../../../../../workflows/stock/stocktakes"

export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const { result } = await recordCountsWorkflow(req.scope).run({
    input: { stocktake_id: pathId(req), command: parseLines(recordCounts, req.body) },
  })
  answerPosted(res, result)
}
