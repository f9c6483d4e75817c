import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { type addressUnitsResponse } from "../../../contracts/place"
import { addressUnits } from "../../../lib/place-views"

// Anything else than one province code is treated as if no province were chosen.
const province = z
  .string()
  .regex(/^\d{2}$/)
  .nullable()
  .catch(null)

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof addressUnitsResponse>>,
): Promise<void> {
  res.json({ units: await addressUnits(req.scope, province.parse(req.query.province)) })
}
