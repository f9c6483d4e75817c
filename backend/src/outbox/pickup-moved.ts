import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { formatMoment } from "../contracts/calendar"
import { type PickupView } from "../contracts/pickup"
import { pickupsOf } from "../lib/pickups"
import { pointsAt } from "../lib/points"
import { handler } from "./handler"

/** Written by the trigger on a pick-up's status. */
const payload = z.object({
  order_id: z.string(),
  status: z.enum(["ready", "expired"]),
})

type Told = { title: string; description: string }

const FEED = { channel: "feed", trigger_type: "pickup.moved", resource_type: "order" }

/** For the bell of the staff. */
const toStaff = ({ order_id, status }: PickupView, data: Told) => ({
  ...FEED,
  to: "",
  template: "admin-ui",
  resource_id: order_id,
  idempotency_key: `pickup.${status}:${order_id}`,
  data: { ...data },
})

const phones = z.array(z.object({ phone: z.string().nullable() }))

async function phoneOf(container: MedusaContainer, orderId: string): Promise<string> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select address.phone from "order" o
       join order_address address on address.id = o.shipping_address_id where o.id = ?`,
    [orderId],
  )
  return phones.parse(rows)[0]?.phone ?? ""
}

/** The code is not in it: it is shown in the look-up, to whoever knows the phone number. */
const toBuyer = (phone: string, { order_id, status }: PickupView, data: Told) => ({
  ...FEED,
  to: phone,
  template: "pickup-ready",
  resource_id: order_id,
  idempotency_key: `pickup.${status}:${order_id}:buyer`,
  data: { ...data },
})

async function noticesOf(container: MedusaContainer, pickup: PickupView) {
  const { order_id, order_code, location_id, expires_at } = pickup
  const point = (await pointsAt(container, [location_id])).get(location_id)
  const where = point?.name ?? "điểm bán"
  if (pickup.status === "expired")
    return [
      toStaff(pickup, {
        title: `Đơn ${order_code} hết hạn nhận`,
        description: `${where}: khách không đến nhận, hàng đã trả về kệ.`,
      }),
    ]
  if (pickup.status !== "ready") return []
  const until = formatMoment(new Date(expires_at))
  return [
    toStaff(pickup, {
      title: `Đơn ${order_code} sẵn sàng`,
      description: `${where}: chờ khách đến nhận trước ${until}.`,
    }),
    toBuyer(await phoneOf(container, order_id), pickup, {
      title: `Nhắn khách: đơn ${order_code} đã sẵn sàng`,
      description: `Mời bạn đến ${where} nhận hàng trước ${until}. Mã nhận hàng xem ở trang Tra cứu đơn hàng.`,
    }),
  ]
}

/** Tells buyer and staff once, of what is still so. */
export const pickupMoved = handler(
  "pickup.moved",
  "Đơn nhận tại điểm",
  payload,
  async (container, messages) => {
    for (const { order_id, status } of messages) {
      const pickup = await pickupsOf(container).find(order_id)
      if (pickup?.status !== status) continue
      const notices = await noticesOf(container, pickup)
      await container.resolve(Modules.NOTIFICATION).createNotifications(notices)
    }
  },
)
