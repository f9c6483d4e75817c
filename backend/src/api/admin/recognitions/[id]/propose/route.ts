import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { parseRequest } from "../../../../../lib/parse-request"
import { proposeStars } from "../../../../../workflows/ocop/inputs"
import { proposeStarsWorkflow } from "../../../../../workflows/ocop/propose-stars"

const body = proposeStars.omit({ id: true })

export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<{ id: string; product_id: string }>,
): Promise<void> {
  const { stars, on } = parseRequest(body, req.body)
  const { result } = await proposeStarsWorkflow(req.scope).run({
    input: { id: req.params.id ?? "", stars, on },
  })
  res.json(result)
}
