import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import {
  type documentListResponse,
  documentQuery,
} from "../../../../contracts/stock-document-view"
import { parseRequest } from "../../../../lib/parse-request"
import { answerPosted, type StockResponse } from "../../../../lib/stock-answer"
import { documentHeads } from "../../../../lib/stock-document-views"
import { assertReferences, parseStockDocument } from "../../../../lib/stock-documents"
import { stockOf } from "../../../../lib/stock-service"
import { postStockDocumentWorkflow } from "../../../../workflows/stock/documents"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof documentListResponse>>,
): Promise<void> {
  const filter = parseRequest(documentQuery, req.query)
  const { documents, next } = await stockOf(req.scope).listDocuments(filter)
  res.json({ documents: await documentHeads(req.scope, documents), next })
}

export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const document = parseStockDocument(req.body)
  await assertReferences(req.scope, document)
  const { result } = await postStockDocumentWorkflow(req.scope).run({ input: document })
  answerPosted(res, result)
}
