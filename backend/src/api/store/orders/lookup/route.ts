import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import {
  orderLookupRequest,
  type orderLookupResponse,
} from "../../../../contracts/order-lookup"
import { orderNotFound } from "../../../../lib/api-failure"
import { lookUpOrder } from "../../../../lib/order-lookup"
import { parseRequest } from "../../../../lib/parse-request"

export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof orderLookupResponse>>,
): Promise<void> {
  const order = await lookUpOrder(req.scope, parseRequest(orderLookupRequest, req.body))
  if (!order) throw orderNotFound()
  res.set("Cache-Control", "no-store").json({ order })
}
