import { type MedusaRequest } from "@medusajs/framework/http"
import { pathId } from "../../../../../lib/path-id"
import { answerPickup, type PickupResponse } from "../../../../../lib/pickup-answer"
import { readyPickupWorkflow } from "../../../../../workflows/pickup/steps"

export async function POST(req: MedusaRequest, res: PickupResponse): Promise<void> {
  const { result } = await readyPickupWorkflow(req.scope).run({
    input: { order_id: pathId(req) },
  })
  answerPickup(res, result)
}
