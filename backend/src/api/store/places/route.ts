import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type PlacesResponse } from "../../../contracts/place"
import { placeViews } from "../../../lib/place-views"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<PlacesResponse>,
): Promise<void> {
  res.json(await placeViews(req.scope))
}
