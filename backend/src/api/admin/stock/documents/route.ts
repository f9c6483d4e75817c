import { type MedusaRequest } from "@medusajs/framework/http"
import { answerPosted, type StockResponse } from "../../../../lib/stock-answer"
import { assertReferences, parseStockDocument } from "../../../../lib/stock-documents"
import { postStockDocumentWorkflow } from "../../../../workflows/stock/documents"

export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const document = parseStockDocument(req.body)
  await assertReferences(req.scope, document)
  const { result } = await postStockDocumentWorkflow(req.scope).run({ input: document })
  answerPosted(res, result)
}
