import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type showroomListResponse } from "../../../contracts/showroom"
import { showroomViews } from "../../../lib/showroom-views"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof showroomListResponse>>,
): Promise<void> {
  res.json({ showrooms: await showroomViews(req.scope) })
}
