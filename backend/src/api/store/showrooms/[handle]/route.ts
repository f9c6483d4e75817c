import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type showroomResponse } from "../../../../contracts/showroom"
import { notFound } from "../../../../lib/api-failure"
import { showroomViews } from "../../../../lib/showroom-views"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof showroomResponse>>,
): Promise<void> {
  const [showroom] = await showroomViews(req.scope, { handle: req.params.handle })
  if (!showroom) throw notFound("Không tìm thấy điểm bán này.")
  res.json({ showroom })
}
