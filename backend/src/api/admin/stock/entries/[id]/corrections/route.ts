import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type stockDocumentResponse } from "../../../../../../contracts/stock"
import { correctionBody, entryId } from "../../../../../../contracts/stock-books"
import { parseRequest } from "../../../../../../lib/parse-request"
import { stockOf } from "../../../../../../lib/stock-service"

/** 201 when posted, 200 when the same correction had been posted before. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof stockDocumentResponse>>,
): Promise<void> {
  const correction = parseRequest(correctionBody, req.body)
  const entry_id = parseRequest(entryId, req.params["id"])
  const document = await stockOf(req.scope).correctEntry({ ...correction, entry_id })
  res.status(document.replayed ? 200 : 201).json({ document })
}
