import { type MedusaRequest } from "@medusajs/framework/http"
import { collectPickup } from "../../../../../contracts/pickup"
import { parseRequest } from "../../../../../lib/parse-request"
import { pathId } from "../../../../../lib/path-id"
import { answerPickup, type PickupResponse } from "../../../../../lib/pickup-answer"
import { collectPickupWorkflow } from "../../../../../workflows/pickup/steps"

/** Hands the goods over to whoever knows the code. */
export async function POST(req: MedusaRequest, res: PickupResponse): Promise<void> {
  const { result } = await collectPickupWorkflow(req.scope).run({
    input: { order_id: pathId(req), command: parseRequest(collectPickup, req.body) },
  })
  answerPickup(res, result)
}
