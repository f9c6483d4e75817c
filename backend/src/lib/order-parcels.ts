/** From which points an order comes, and how far each parcel is. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { type OrderParcel, type OrderStage } from "../contracts/order-lookup"
import { toParcels } from "./parcels"
import { pointsAt } from "./points"

// A line of several components (a basket made up to order) is told by the one that says most.
const PARCELS = `
  with line as (
    select l.id, l.variant_id, l.created_at,
           concat_ws(', ', coalesce(l.product_title, l.title),
             case when l.variant_title !~* '^default' then l.variant_title end) as title
      from order_item i join order_line_item l on l.id = i.item_id
      join "order" o on o.id = i.order_id and o.version = i.version
     where i.order_id = :order and i.deleted_at is null
  ), packed as (
    select r.location_id, 'placed' as stage, r.line_item_id, r.inventory_item_id,
           sum(r.quantity) as quantity
      from reservation_item r
     where r.line_item_id in (select id from line) and r.deleted_at is null
     group by 1, 2, 3, 4
    union all
    select f.location_id,
           case when f.delivered_at is not null then 'delivered'
                when f.shipped_at is not null then 'shipped'
                when f.packed_at is not null then 'packed' else 'placed' end,
           item.line_item_id, item.inventory_item_id, sum(item.quantity)
      from order_fulfillment made
      join fulfillment f on f.id = made.fulfillment_id and f.canceled_at is null
       and f.deleted_at is null
      join fulfillment_item item on item.fulfillment_id = f.id and item.deleted_at is null
     where made.order_id = :order and made.deleted_at is null
     group by 1, 2, 3, 4
  )
  select packed.location_id, packed.stage, line.title,
         ceil(max(packed.quantity / coalesce(kit.required_quantity, 1))) as quantity
    from packed
    join line on line.id = packed.line_item_id
    left join product_variant_inventory_item kit on kit.variant_id = line.variant_id
     and kit.inventory_item_id = packed.inventory_item_id and kit.deleted_at is null
   group by packed.location_id, packed.stage, line.id, line.title, line.created_at
   order by line.created_at, line.id`

const packedRow = z.object({
  location_id: z.string(),
  stage: z.enum(["placed", "packed", "shipped", "delivered"]),
  title: z.string(),
  quantity: z.coerce.number().int().positive(),
})

const ON_THE_WAY: readonly OrderStage[] = ["placed", "packed", "shipped", "delivered"]

/**
 * Goods that wait at a point are one parcel, goods handed over another; those furthest behind come
 * first. None for an order that was cancelled.
 */
export async function parcelsOfOrder(
  container: MedusaContainer,
  orderId: string,
): Promise<OrderParcel[]> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await connection.raw(PARCELS, { order: orderId })
  const packed = z.array(packedRow).parse(result.rows)
  const points = await pointsAt(
    container,
    packed.map(({ location_id }) => location_id),
  )
  return ON_THE_WAY.flatMap((stage) =>
    toParcels(
      packed.filter((row) => row.stage === stage),
      points,
    ).map((parcel) => ({ ...parcel, stage })),
  )
}
