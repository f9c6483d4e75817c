import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { type RegisterResponse } from "../../../contracts/register"
import { parseRequest } from "../../../lib/parse-request"
import { listRegister, registerQuery } from "../../../lib/register-list"
import { recognitionLine } from "../../../workflows/ocop/inputs"
import { recordRecognitionsWorkflow } from "../../../workflows/ocop/record-recognitions"

const MAX_LINES = 500

/** One line or the whole annex of a decision. */
const body = z.object({
  recognitions: z.array(recognitionLine).min(1).max(MAX_LINES),
})

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<RegisterResponse>,
): Promise<void> {
  res.json(await listRegister(req.scope, parseRequest(registerQuery, req.query)))
}

export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<{ recognitions: { id: string; product_id: string }[] }>,
): Promise<void> {
  const { recognitions } = parseRequest(body, req.body)
  const { result } = await recordRecognitionsWorkflow(req.scope).run({
    input: { recognitions },
  })
  res.status(201).json({ recognitions: result })
}
