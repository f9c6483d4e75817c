import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type stockDocumentResponse } from "../../../../contracts/stock"
import { stockOf } from "../../../../lib/stock-service"
import { assertReferences, parseStockDocument } from "../../../../lib/stock-documents"

/** 201 when posted, 200 when the same document had been posted before. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof stockDocumentResponse>>,
): Promise<void> {
  const wanted = parseStockDocument(req.body)
  await assertReferences(req.scope, wanted)
  const document = await stockOf(req.scope).postStockDocument(wanted)
  res.status(document.replayed ? 200 : 201).json({ document })
}
