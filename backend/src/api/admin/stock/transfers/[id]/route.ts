import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import {
  editTransfer,
  type transferResponse,
} from "../../../../../contracts/stock-transfer"
import { pathId } from "../../../../../lib/path-id"
import { answerPosted, type StockResponse } from "../../../../../lib/stock-answer"
import { parseLines } from "../../../../../lib/stock-documents"
import { stockOf } from "../../../../../lib/stock-service"
import { editTransferWorkflow } from "../../../../../workflows/stock/transfers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof transferResponse>>,
): Promise<void> {
  res.json({ transfer: await stockOf(req.scope).transferOf(pathId(req)) })
}

/** Replaces the lines of a draft. */
export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const { result } = await editTransferWorkflow(req.scope).run({
    input: { transfer_id: pathId(req), command: parseLines(editTransfer, req.body) },
  })
  answerPosted(res, result)
}
