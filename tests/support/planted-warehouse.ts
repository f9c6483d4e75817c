/** Differences of what is on the road, of stocktakes, and of what waits to be done. */
import { entry, type Facts, type Plant } from "./planted-rows"

const ROAD = "sloc_in_transit"

const transfer = (id: string, { point }: Facts, status: string) => `
  insert into stock_transfer (id, from_location_id, to_location_id, status)
  values ('${id}', '${point}', 'sloc_elsewhere', '${status}')`

export const warehouse: readonly Plant[] = [
  {
    // Pieces on the road that belong to no transfer.
    kind: "in-transit",
    invariant: "I5",
    size: 2,
    sql: (f) => `
      insert into inventory_level (id, inventory_item_id, location_id, raw_stocked_quantity,
        raw_reserved_quantity, raw_incoming_quantity)
      select 'ilev_planted', '${f.item}', '${ROAD}', zero, zero, zero
        from (select '{"value": "0", "precision": 20}'::jsonb as zero) nought
       where not exists (select from inventory_level
         where inventory_item_id = '${f.item}' and location_id = '${ROAD}');
      ${entry({ item: f.item, point: ROAD, kind: "receipt", onHand: 2 })}`,
  },
  {
    kind: "transfer-empty",
    invariant: "I5",
    size: 1,
    sql: (f) => transfer("planted", f, "sent"),
  },
  {
    kind: "stocktake-booked",
    invariant: "I5",
    size: 1,
    sql: (f) => `
      insert into stocktake (id, location_id) values ('planted', '${f.point}');
      insert into stock_document (id, kind, fingerprint, occurred_at, part_of)
      values ('planted', 'stocktake-approve', '', now(), 'planted')`,
  },
]

export const queues: readonly Plant[] = [
  {
    kind: "search-mark",
    invariant: "I12",
    size: 300,
    sql: () => `insert into search_mark (id, index_name, product_id, marked_at)
      values ('planted', 'product', 'prod_planted', now() - interval '5 minutes')`,
  },
  {
    kind: "outbox-late",
    invariant: "I12",
    size: 180,
    sql: () => `insert into outbox_message (topic, payload, created_at, due_at)
      values ('order.placed', '{}', now() - interval '3 minutes', now() + interval '1 hour')`,
  },
  {
    kind: "outbox-parked",
    invariant: "I12",
    size: 1,
    sql: () => `insert into outbox_message (topic, payload, attempts, parked_at)
      values ('order.placed', '{}', 5, now())`,
  },
  {
    kind: "payment-notice-lost",
    invariant: "I12",
    size: 90_000,
    sql: () => `
      insert into payment_notice (provider, fingerprint, action, session_id, amount, body)
      values ('stripe_stripe', 'planted', 'captured', 'payses_planted', 90000, '{}');
      delete from outbox_message where topic = 'payment.noticed'
        and payload ->> 'notice_id' in (
          select id::text from payment_notice where fingerprint = 'planted')`,
  },
  {
    kind: "notice-not-booked",
    invariant: "I8",
    size: 70_000,
    sql: () => `
      insert into payment_notice
        (provider, fingerprint, action, session_id, amount, body, settled_at)
      values ('stripe_stripe', 'planted', 'captured', 'payses_planted', 70000, '{}', now())`,
  },
]
