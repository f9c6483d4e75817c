import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { formatVnd } from "../contracts/money"
import { formatOrderCode } from "../contracts/order-code"
import { pickupsOf } from "../lib/pickups"
import { handler } from "./handler"

/** Written by the trigger on the link of an order to its cart. */
const payload = z.object({ order_id: z.string() })

const placed = z.object({
  id: z.string(),
  display_id: z.number(),
  pieces: z.coerce.number(),
  total: z.coerce.number(),
})

/** Orders that stand: a payment that was refused has taken others back. */
async function ordersOf(container: MedusaContainer, ids: readonly string[]) {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select o.id, o.display_id, coalesce(sum(item.quantity), 0) as pieces,
              (select (s.totals ->> 'current_order_total')::numeric from order_summary s
                where s.order_id = o.id and s.version = o.version and s.deleted_at is null
                limit 1) as total
         from "order" o
         join order_item item on item.order_id = o.id and item.version = o.version
          and item.deleted_at is null
        where o.id = any(?) and o.deleted_at is null and o.canceled_at is null
        group by o.id`,
    [[...ids]],
  )
  return z.array(placed).parse(rows)
}

/** Opens what is to be fetched, and tells the staff: once an order, however often the message comes. */
export const orderPlaced = handler(
  "order.placed",
  "Đơn hàng mới",
  payload,
  async (container, messages) => {
    const orders = await ordersOf(
      container,
      messages.map(({ order_id }) => order_id),
    )
    if (orders.length === 0) return
    await pickupsOf(container).open(orders.map(({ id }) => id))
    await container.resolve(Modules.NOTIFICATION).createNotifications(
      orders.map(({ id, display_id, pieces, total }) => ({
        to: "",
        channel: "feed",
        template: "admin-ui",
        trigger_type: "order.placed",
        resource_id: id,
        resource_type: "order",
        idempotency_key: `order.placed:${id}`,
        data: {
          title: `Đơn hàng mới ${formatOrderCode(display_id)}`,
          description: `${pieces.toLocaleString("vi-VN")} món, ${formatVnd(total)}`,
        },
      })),
    )
  },
)
