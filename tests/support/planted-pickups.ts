/** Differences about orders that are fetched at a point. */
import { type Facts, type Plant } from "./planted-rows"

const pickup = (
  { order, point }: Facts,
  status: string,
  collected: string,
  expires: string,
) => `
  insert into pickup_order (order_id, location_id, status, code, placed_at, ready_at,
    expires_at, collected_at)
  values ('${order}', '${point}', '${status}', '012345', now(), now(), ${expires}, ${collected})`

const LATER = "now() + interval '3 days'"

export const pickupPlants: readonly Plant[] = [
  {
    kind: "pickup-missing",
    invariant: "P1",
    size: 1,
    // The order's way of being sent becomes one of being fetched.
    sql: (f) => `
      update "order" set created_at = now() - interval '2 minutes' where id = '${f.order}';
      update fulfillment_set set type = 'pickup' where id in (
        select zone.fulfillment_set_id
          from order_shipping s join order_shipping_method m on m.id = s.shipping_method_id
          join shipping_option option on option.id = m.shipping_option_id
          join service_zone zone on zone.id = option.service_zone_id
         where s.order_id = '${f.order}')`,
  },
  {
    kind: "pickup-collected",
    invariant: "P2",
    size: 1,
    sql: (f) => pickup(f, "collected", "now()", LATER),
  },
  {
    kind: "pickup-overdue",
    invariant: "P3",
    size: 1_200,
    sql: (f) => pickup(f, "ready", "null", "now() - interval '20 minutes'"),
  },
]
