import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import {
  type lotResponse,
  recallBody,
  type recallResponse,
} from "../../../../../../contracts/stock-books"
import { lotHolderViews } from "../../../../../../lib/lot-holders"
import { parseRequest } from "../../../../../../lib/parse-request"
import { stockOf } from "../../../../../../lib/stock-service"

export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof recallResponse>>,
): Promise<void> {
  const { reason } = parseRequest(recallBody, req.body)
  const { lot, holders } = await stockOf(req.scope).recallLot({
    lot_id: req.params["id"] ?? "",
    reason,
  })
  res.json({ lot, holders: await lotHolderViews(req.scope, holders) })
}

export async function DELETE(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof lotResponse>>,
): Promise<void> {
  const { lot } = await stockOf(req.scope).liftRecall(req.params["id"] ?? "")
  res.json({ lot })
}
