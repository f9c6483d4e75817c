import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { parseRequest } from "../../../../../lib/parse-request"
import { revokeRecognition } from "../../../../../workflows/ocop/inputs"
import { revokeRecognitionWorkflow } from "../../../../../workflows/ocop/revoke-recognition"

const body = revokeRecognition.omit({ id: true })

export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<{ id: string; product_id: string }>,
): Promise<void> {
  const { on, reason } = parseRequest(body, req.body)
  const { result } = await revokeRecognitionWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", on, reason },
  })
  res.json(result)
}
