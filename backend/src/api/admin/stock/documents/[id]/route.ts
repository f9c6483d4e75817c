import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type documentResponse } from "../../../../../contracts/stock-document-view"
import { notFound } from "../../../../../lib/api-failure"
import { documentView } from "../../../../../lib/stock-document-views"
import { stockOf } from "../../../../../lib/stock-service"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof documentResponse>>,
): Promise<void> {
  const document = await stockOf(req.scope).documentOf(req.params["id"] ?? "")
  if (!document) throw notFound("Không có phiếu này.")
  res.json({ document: await documentView(req.scope, document) })
}
