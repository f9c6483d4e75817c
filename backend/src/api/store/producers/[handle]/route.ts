import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type producerResponse } from "../../../../contracts/producer"
import { notFound } from "../../../../lib/api-failure"
import { producerViews } from "../../../../lib/producer-views"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof producerResponse>>,
): Promise<void> {
  const [producer] = await producerViews(req.scope, { handle: req.params.handle })
  if (!producer) throw notFound("Không tìm thấy chủ thể này.")
  res.json({ producer })
}
