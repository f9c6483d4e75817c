/** Stock, reservations and orders, read straight from the tables: sums over all rows at once. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { type Difference } from "./difference"

const LEVELS = `
  SELECT level.id, level.location_id, level.inventory_item_id,
         level.stocked_quantity AS stocked, level.reserved_quantity AS reserved,
         COALESCE(SUM(reservation.quantity), 0) AS live
    FROM inventory_level level
    LEFT JOIN reservation_item reservation
      ON reservation.inventory_item_id = level.inventory_item_id
     AND reservation.location_id = level.location_id
     AND reservation.deleted_at IS NULL
   WHERE level.deleted_at IS NULL
   GROUP BY level.id`

const ORPHAN_RESERVATIONS = `
  SELECT reservation.id
    FROM reservation_item reservation
    LEFT JOIN inventory_level level
      ON level.inventory_item_id = reservation.inventory_item_id
     AND level.location_id = reservation.location_id
     AND level.deleted_at IS NULL
   WHERE reservation.deleted_at IS NULL AND level.id IS NULL`

const CARTS_WITH_TWO_ORDERS = `
  SELECT cart_id, COUNT(DISTINCT order_id) AS orders
    FROM order_cart
   WHERE deleted_at IS NULL
   GROUP BY cart_id
  HAVING COUNT(DISTINCT order_id) > 1`

const levels = z.array(
  z.object({
    id: z.string(),
    stocked: z.coerce.number(),
    reserved: z.coerce.number(),
    live: z.coerce.number(),
  }),
)
const ids = z.array(z.object({ id: z.string() }))
const carts = z.array(z.object({ cart_id: z.string(), orders: z.coerce.number() }))

async function rows<T extends z.ZodType>(
  container: MedusaContainer,
  sql: string,
  schema: T,
): Promise<z.output<T>> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await knex.raw(sql)
  return schema.parse(result.rows)
}

/** I2: on hand ≥ 0 and 0 ≤ reserved ≤ on hand. I3: reserved = Σ live reservations. */
export async function stockDifferences(
  container: MedusaContainer,
): Promise<Difference[]> {
  const differences: Difference[] = []
  for (const { id, stocked, reserved, live } of await rows(container, LEVELS, levels)) {
    const subject = `inventory_level ${id}`
    const details = { stocked, reserved, live }
    if (stocked < 0 || reserved < 0 || reserved > stocked)
      differences.push({
        invariant: "I2",
        subject,
        message: "Tồn kho hoặc số giữ chỗ ngoài khoảng cho phép.",
        details,
      })
    if (reserved !== live)
      differences.push({
        invariant: "I3",
        subject,
        message: "Số giữ chỗ khác tổng các phiếu giữ chỗ còn hiệu lực.",
        details,
      })
  }
  for (const { id } of await rows(container, ORPHAN_RESERVATIONS, ids))
    differences.push({
      invariant: "I3",
      subject: `reservation_item ${id}`,
      message: "Phiếu giữ chỗ không ứng với tồn kho nào.",
    })
  return differences
}

/** I6: at most one order per cart. */
export async function orderDifferences(
  container: MedusaContainer,
): Promise<Difference[]> {
  const doubled = await rows(container, CARTS_WITH_TWO_ORDERS, carts)
  return doubled.map(({ cart_id, orders }) => ({
    invariant: "I6",
    subject: `cart ${cart_id}`,
    message: "Một giỏ hàng thành nhiều đơn.",
    details: { orders },
  }))
}
