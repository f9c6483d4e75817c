import { type MedusaRequest } from "@medusajs/framework/http"
import { receiveTransfer } from "../../../../../../contracts/stock-transfer"
import { pathId } from "../../../../../../lib/path-id"
import { answerPosted, type StockResponse } from "../../../../../../lib/stock-answer"
import { parseLines } from "../../../../../../lib/stock-documents"
import { receiveTransferWorkflow } from "../../../../../../workflows/stock/transfers"

export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const { result } = await receiveTransferWorkflow(req.scope).run({
    input: { transfer_id: pathId(req), command: parseLines(receiveTransfer, req.body) },
  })
  answerPosted(res, result)
}
