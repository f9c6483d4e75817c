import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type ParcelPlan } from "../../../../../contracts/parcel"
import { notFound } from "../../../../../lib/api-failure"
import { cartDemand } from "../../../../../lib/cart-demand"
import { parcelsOfCart } from "../../../../../lib/cart-parcels"

/** How an order of the cart would be put together if it were placed now; nothing is held. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<ParcelPlan>,
): Promise<void> {
  const demand = await cartDemand(req.scope, req.params.id ?? "")
  if (demand === null || demand.ordered) throw notFound("Không tìm thấy giỏ hàng này.")
  const parcels = await parcelsOfCart(req.scope, demand)
  res.set("Cache-Control", "no-store").json({ parcels })
}
