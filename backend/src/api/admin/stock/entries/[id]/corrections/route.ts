import { type MedusaRequest } from "@medusajs/framework/http"
import { correctionBody, entryId } from "../../../../../../contracts/stock-books"
import { parseRequest } from "../../../../../../lib/parse-request"
import { answerPosted, type StockResponse } from "../../../../../../lib/stock-answer"
import { correctStockEntryWorkflow } from "../../../../../../workflows/stock/documents"

export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const correction = parseRequest(correctionBody, req.body)
  const entry_id = parseRequest(entryId, req.params["id"])
  const { result } = await correctStockEntryWorkflow(req.scope).run({
    input: { ...correction, entry_id },
  })
  answerPosted(res, result)
}
