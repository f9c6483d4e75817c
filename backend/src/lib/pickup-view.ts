/** What a buyer who has been recognised sees of an order that is fetched at a point. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { type BuyerPickup, OPEN_PICKUP, PICKUP_STATUS_LABELS } from "../contracts/pickup"
import { type ShownToBuyer } from "../modules/pickup/service"
import { pickupsOf } from "./pickups"
import { pointsAt } from "./points"

/** The code while there is something to be fetched, the last moment once it is ready. */
export const toBuyerPickup = (
  { status, code, expires_at }: ShownToBuyer,
  point: BuyerPickup["point"],
): BuyerPickup => ({
  point,
  status,
  label: PICKUP_STATUS_LABELS[status],
  code: OPEN_PICKUP.includes(status) ? code : null,
  until: status === "ready" ? expires_at : null,
})

/** Undefined for an order that is sent. */
export async function pickupForBuyer(
  container: MedusaContainer,
  orderId: string,
): Promise<BuyerPickup | undefined> {
  const found = await pickupsOf(container).shownToBuyer(orderId)
  if (!found) return undefined
  const { location_id } = found
  const point = (await pointsAt(container, [location_id])).get(location_id)
  return toBuyerPickup(found, point ?? { name: "Điểm bán", handle: null })
}
