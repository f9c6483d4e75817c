import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type StocktakeVariances } from "../../../../../../contracts/stocktake"
import { pathId } from "../../../../../../lib/path-id"
import { stockOf } from "../../../../../../lib/stock-service"

/** For whoever approves: what an approval would book, and what nobody has counted. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<StocktakeVariances>,
): Promise<void> {
  res.json(await stockOf(req.scope).stocktakeVariances(pathId(req)))
}
