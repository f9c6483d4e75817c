import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type producerListResponse } from "../../../contracts/producer"
import { producerViews } from "../../../lib/producer-views"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof producerListResponse>>,
): Promise<void> {
  res.json({ producers: await producerViews(req.scope) })
}
