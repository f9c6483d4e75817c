import { type MedusaRequest } from "@medusajs/framework/http"
import { closeTransfer } from "../../../../../../contracts/stock-transfer"
import { parseRequest } from "../../../../../../lib/parse-request"
import { pathId } from "../../../../../../lib/path-id"
import { answerPosted, type StockResponse } from "../../../../../../lib/stock-answer"
import { closeTransferWorkflow } from "../../../../../../workflows/stock/transfers"

export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const { result } = await closeTransferWorkflow(req.scope).run({
    input: { transfer_id: pathId(req), command: parseRequest(closeTransfer, req.body) },
  })
  answerPosted(res, result)
}
