import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type pickupListResponse, pickupQuery } from "../../../contracts/pickup"
import { parseRequest } from "../../../lib/parse-request"
import { pickupGoods } from "../../../lib/pickup-goods"
import { pickupsOf } from "../../../lib/pickups"

/** What is to be fetched at the points, the oldest first. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof pickupListResponse>>,
): Promise<void> {
  const query = parseRequest(pickupQuery, req.query)
  const { limit, offset } = query
  const pickups = await pickupsOf(req.scope).list(query)
  const goods = await pickupGoods(
    req.scope,
    pickups.map(({ order_id }) => order_id),
  )
  res.json({
    pickups: pickups.map((pickup) => ({
      ...pickup,
      ...(goods.get(pickup.order_id) ?? { recipient: "", lines: [] }),
    })),
    limit,
    offset,
  })
}
