import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type lotHoldersResponse } from "../../../../../../contracts/stock-books"
import { lotHolderViews } from "../../../../../../lib/lot-holders"
import { stockOf } from "../../../../../../lib/stock-service"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof lotHoldersResponse>>,
): Promise<void> {
  const holders = await stockOf(req.scope).lotHolders(req.params["id"] ?? "")
  res.json({ holders: await lotHolderViews(req.scope, holders) })
}
