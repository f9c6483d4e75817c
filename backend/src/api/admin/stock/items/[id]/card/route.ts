import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { cardQuery, type cardResponse } from "../../../../../../contracts/stock-books"
import { parseRequest } from "../../../../../../lib/parse-request"
import { stockOf } from "../../../../../../lib/stock-service"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof cardResponse>>,
): Promise<void> {
  const card = await stockOf(req.scope).itemCard({
    inventory_item_id: req.params["id"] ?? "",
    ...parseRequest(cardQuery, req.query),
  })
  res.json({ card })
}
