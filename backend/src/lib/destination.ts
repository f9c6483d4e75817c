/**
 * Where a buyer's goods should come from: the point that the buyer fetches them from, or the points
 * that serve the sales channel, ranked by how near they are. One statement, read anew each time: it
 * costs about a millisecond, and a point that was closed a second ago is not asked any more.
 */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type Destination } from "../modules/inventory/context"
import { rankPoints } from "./point-ranking"

/** Each names the columns that DESTINATION_COLUMNS needs; the id is the one binding. */
export const BUYER_OF_CART = `
  select c.id, c.completed_at, c.sales_channel_id, a.metadata,
         array(select m.shipping_option_id from cart_shipping_method m
                where m.cart_id = c.id and m.deleted_at is null) as shipping_options
    from cart c left join cart_address a on a.id = c.shipping_address_id
   where c.id = ? and c.deleted_at is null`

const BUYER_OF_ORDER = `
  select o.id, o.sales_channel_id, a.metadata,
         array(select m.shipping_option_id
                 from order_shipping s join order_shipping_method m on m.id = s.shipping_method_id
                where s.order_id = o.id and s.version = o.version and s.deleted_at is null
                  and s.return_id is null and s.claim_id is null and s.exchange_id is null
              ) as shipping_options
    from "order" o left join order_address a on a.id = o.shipping_address_id
   where o.id = ? and o.deleted_at is null`

/** To be selected `from buyer`. */
export const DESTINATION_COLUMNS = `
  buyer.metadata ->> 'province_code' as province_code,
  (select jsonb_build_object('latitude', u.latitude, 'longitude', u.longitude)
     from admin_unit u
    where u.era = 'current' and u.code = buyer.metadata ->> 'commune_code'
      and u.deleted_at is null and u.latitude is not null and u.longitude is not null
  ) as position,
  (select link.stock_location_id
     from shipping_option o
     join service_zone zone on zone.id = o.service_zone_id
     join fulfillment_set s on s.id = zone.fulfillment_set_id and s.type = 'pickup'
     join location_fulfillment_set link on link.fulfillment_set_id = s.id
      and link.deleted_at is null
    where o.id = any(buyer.shipping_options)
    order by link.stock_location_id limit 1
  ) as pickup,
  (select coalesce(jsonb_agg(jsonb_build_object('locationId', location.id, 'position',
            case when s.latitude is not null and s.longitude is not null
                 then jsonb_build_object('latitude', s.latitude, 'longitude', s.longitude) end)),
            '[]')
     from sales_channel_stock_location serves
     join stock_location location on location.id = serves.stock_location_id
      and location.deleted_at is null
     left join showroom_showroom_stock_location_stock_location link
       on link.stock_location_id = location.id and link.deleted_at is null
     left join showroom s on s.id = link.showroom_id and s.deleted_at is null
    where serves.sales_channel_id = buyer.sales_channel_id and serves.deleted_at is null
  ) as points`

const position = z.object({ latitude: z.number(), longitude: z.number() }).nullable()

export const destinationRow = z
  .object({
    province_code: z.string().nullable(),
    position,
    pickup: z.string().nullable(),
    points: z.array(z.object({ locationId: z.string(), position })),
  })
  .transform(({ province_code, position: home, pickup, points }): Destination => ({
    pickupLocationId: pickup,
    points: pickup
      ? [{ locationId: pickup, rank: 0 }]
      : rankPoints({ provinceCode: province_code, position: home }, points),
  }))

async function destinationOf(
  connection: Knex,
  buyer: string,
  id: string,
): Promise<Destination | null> {
  const result = await connection.raw(
    `with buyer as (${buyer}) select ${DESTINATION_COLUMNS} from buyer`,
    [id],
  )
  const [row] = z.array(destinationRow).parse(result.rows)
  return row ?? null
}

/** @returns null when there is no such cart. */
export const destinationOfCart = (
  connection: Knex,
  cartId: string,
): Promise<Destination | null> => destinationOf(connection, BUYER_OF_CART, cartId)

/** By the order's own address and shipping. @returns null when there is no such order. */
export const destinationOfOrder = (
  connection: Knex,
  orderId: string,
): Promise<Destination | null> => destinationOf(connection, BUYER_OF_ORDER, orderId)

const orderOfLine = z.object({ order_id: z.string() })

/**
 * For goods reserved outside any request, where nobody said whither: the order that the lines
 * belong to. @returns null when they belong to none.
 */
export async function destinationOfLines(
  connection: Knex,
  lineIds: readonly string[],
): Promise<Destination | null> {
  const result = await connection.raw(
    `select order_id from order_item
      where item_id = any(?) and deleted_at is null order by created_at desc limit 1`,
    [[...lineIds]],
  )
  const [line] = z.array(orderOfLine).parse(result.rows)
  return line ? destinationOfOrder(connection, line.order_id) : null
}
