import { type MedusaRequest } from "@medusajs/framework/http"
import { sendTransfer } from "../../../../../../contracts/stock-transfer"
import { parseRequest } from "../../../../../../lib/parse-request"
import { pathId } from "../../../../../../lib/path-id"
import { answerPosted, type StockResponse } from "../../../../../../lib/stock-answer"
import { sendTransferWorkflow } from "../../../../../../workflows/stock/transfers"

export async function POST(req: MedusaRequest, res: StockResponse): Promise<void> {
  const { result } = await sendTransferWorkflow(req.scope).run({
    input: { transfer_id: pathId(req), command: parseRequest(sendTransfer, req.body) },
  })
  answerPosted(res, result)
}
