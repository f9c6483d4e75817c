import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import {
  draftTransfer,
  type transferListResponse,
  transferQuery,
} from "../../../../contracts/stock-transfer"
import { parseRequest } from "../../../../lib/parse-request"
import { answerPosted, type StockResponse } from "../../../../lib/stock-answer"
import { assertLocations, parseLines } from "../../../../lib/stock-documents"
import { stockOf } from "../../../../lib/stock-service"
import { draftTransferWorkflow } from "../../../../workflows/stock/transfers"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof transferListResponse>>,
): Promise<void> {
  const query = parseRequest(transferQuery, req.query)
  const { limit, offset } = query
  res.json({ transfers: await stockOf(req.scope).listTransfers(query), limit, offset })
}

/** A new draft. */
export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const draft = parseLines(draftTransfer, req.body)
  const { from_location_id, to_location_id } = draft
  await assertLocations(req.scope, { from_location_id, to_location_id })
  const { result } = await draftTransferWorkflow(req.scope).run({ input: draft })
  answerPosted(res, result)
}
