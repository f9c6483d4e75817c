import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type sharesResponse, sharesQuery } from "../../../../../../contracts/stock-books"
import { parseRequest } from "../../../../../../lib/parse-request"
import { stockOf } from "../../../../../../lib/stock-service"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof sharesResponse>>,
): Promise<void> {
  const { price } = parseRequest(sharesQuery, req.query)
  const shares = await stockOf(req.scope).basketShares(req.params["id"] ?? "", price)
  res.json({ price, shares })
}
