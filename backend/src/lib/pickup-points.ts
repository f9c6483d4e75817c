/**
 * Which orders are fetched at a point, and at which. Told by the same tables as `pickup` in
 * destination.ts, for many orders at once.
 * @param which a condition on `o`, the order.
 */
export const pickupPoints = (which = "true"): string => `
  select o.id as order_id, min(link.stock_location_id) as location_id
    from "order" o
    join order_shipping s on s.order_id = o.id and s.version = o.version
     and s.deleted_at is null and s.return_id is null and s.claim_id is null
     and s.exchange_id is null
    join order_shipping_method m on m.id = s.shipping_method_id
    join shipping_option option on option.id = m.shipping_option_id
    join service_zone zone on zone.id = option.service_zone_id
    join fulfillment_set fetched on fetched.id = zone.fulfillment_set_id
     and fetched.type = 'pickup'
    join location_fulfillment_set link on link.fulfillment_set_id = fetched.id
     and link.deleted_at is null
   where ${which}
   group by o.id`
