/** One difference of every kind, as SQL, on the facts of one order that was really placed. */
import { alertPlants } from "./planted-alerts"
import { basketPlants } from "./planted-baskets"
import {
  arrival,
  entry,
  type Facts,
  here,
  lot,
  type Plant,
  text,
  unguarded,
} from "./planted-rows"
import { pickupPlants } from "./planted-pickups"
import { queues, warehouse } from "./planted-warehouse"

const reservation = (
  id: string,
  { item, point }: Facts,
  quantity: number,
  columns: { line?: string; cart?: string; created?: string; deleted?: string },
) => `
  insert into reservation_item (id, inventory_item_id, location_id, quantity, line_item_id,
    external_id, created_at, deleted_at)
  values ('${id}', '${item}', '${point}', ${quantity}, ${text(columns.line)},
    ${text(columns.cart)}, ${columns.created ?? "now()"}, ${columns.deleted ?? "null"})`

const money = (amount: number) => `${amount}, '{"value": "${amount}", "precision": 20}'`

const capture = ({ payment }: Facts, amount: number) => `
  insert into capture (id, payment_id, amount, raw_amount)
  values ('capt_planted', '${payment}', ${money(amount)})`

const transaction = ({ order }: Facts, amount: number) => `
  insert into order_transaction (id, order_id, currency_code, reference, amount, raw_amount)
  values ('ordtrx_planted', '${order}', 'vnd', 'capture', ${money(amount)})`

const withoutChecks = (table: string, checks: readonly string[]) =>
  `alter table ${table} ${checks.map((check) => `drop constraint ${check}`).join(", ")}`

const at = ({ item, point }: Facts) =>
  `inventory_item_id = '${item}' and location_id = '${point}'`

/** One of the lots of an item at the point. */
const someLot = (
  item: string,
  { point }: Facts,
) => `ctid = (select ctid from stock_balance
  where inventory_item_id = '${item}' and location_id = '${point}' and reserved < on_hand limit 1)`

const stock: Plant[] = [
  {
    kind: "ledger-balance",
    invariant: "I1",
    size: 3,
    sql: (f) => unguarded(entry({ ...here(f), kind: "receipt", onHand: 3 })),
  },
  {
    kind: "balance-range",
    invariant: "I2",
    size: 2,
    sql: (f) =>
      `${withoutChecks("stock_balance", ["stock_on_hand_not_negative", "stock_reserved_within_on_hand"])};
       ${unguarded(`update stock_balance set on_hand = -2, reserved = 0 where ${someLot(f.other, f)}`)}`,
  },
  {
    kind: "level-range",
    invariant: "I2",
    size: 4,
    sql: (f) =>
      `${withoutChecks("inventory_level", ["inventory_level_on_hand_not_negative", "inventory_level_reserved_within_on_hand"])};
       ${unguarded(`update inventory_level set stocked_quantity = -4, reserved_quantity = 0 where inventory_item_id = '${f.other}' and location_id = '${f.point}'`)}`,
  },
  {
    kind: "guard-off",
    invariant: "I2",
    size: 1,
    sql: () => "alter table stock_balance disable trigger stock_balance_guard",
  },
  {
    kind: "level-balance",
    invariant: "I4",
    size: 5,
    sql: (f) =>
      unguarded(
        `update inventory_level set stocked_quantity = stocked_quantity + 5 where ${at(f)}`,
      ),
  },
  {
    kind: "level-raw",
    invariant: "I4",
    size: 7,
    sql: (f) =>
      unguarded(`update inventory_level set raw_stocked_quantity =
        jsonb_build_object('value', (stocked_quantity + 7)::text, 'precision', 20) where ${at(f)}`),
  },
  {
    kind: "lot-conservation",
    invariant: "I5",
    size: 3,
    sql: (f) => `${lot("lot_planted", f.item)};
      ${entry({ ...here(f), kind: "receipt", lot: "lot_planted", onHand: 10 })};
      ${unguarded("update stock_balance set on_hand = 7 where lot_id = 'lot_planted'")}`,
  },
  {
    kind: "transfer-net",
    invariant: "I5",
    size: 1,
    sql: (f) => `${arrival(f, 4)};
      ${entry({ ...here(f), kind: "transfer-out", onHand: -4, document: "planted-transfer" })};
      ${entry({ ...here(f), kind: "transfer-in", onHand: 3, document: "planted-transfer" })}`,
  },
  {
    kind: "correction",
    invariant: "I5",
    size: 1,
    sql: (f) => `${arrival(f, 1)};
      ${entry({ ...here(f), kind: "receipt", onHand: 2, document: "planted-receipt" })};
      ${entry({
        ...here(f),
        kind: "receipt",
        onHand: -3,
        corrects: "(select id from stock_entry where document_id = 'planted-receipt')",
      })}`,
  },
  {
    kind: "lot-of-other-item",
    invariant: "I5",
    size: 6,
    sql: (f) => `${lot("lot_planted", f.other)};
      ${entry({ ...here(f), kind: "receipt", lot: "lot_planted", onHand: 6 })}`,
  },
]

const reservations: Plant[] = [
  {
    kind: "ledger-reserved",
    invariant: "I3",
    size: 1,
    sql: (f) =>
      unguarded(
        `update stock_balance set reserved = reserved + 1 where ${someLot(f.item, f)}`,
      ),
  },
  {
    kind: "reservation-ledger",
    invariant: "I3",
    size: 2,
    sql: (f) =>
      `update reservation_item set quantity = quantity + 2 where id = '${f.reservation}'`,
  },
  {
    kind: "reservation-without-line",
    invariant: "I3",
    size: 2,
    sql: (f) => `${reservation("resitem_planted", f, 2, { line: "ordli_gone" })};
      ${arrival(f, 2)};
      ${entry({ ...here(f), kind: "reservation", reserved: 2, reservation: "resitem_planted" })}`,
  },
  {
    kind: "line-reserved",
    invariant: "I3",
    size: 3,
    sql: (
      f,
    ) => `update reservation_item set deleted_at = now() where id = '${f.reservation}';
      insert into stock_entry (inventory_item_id, location_id, lot_id, kind, quantity,
        on_hand_change, reserved_change, reservation_id, document_type, document_id, occurred_at)
      select inventory_item_id, location_id, lot_id, 'reservation-release', sum(reserved_change),
             0, -sum(reserved_change), reservation_id, 'test', 'planted', now()
        from stock_entry where reservation_id = '${f.reservation}'
       group by inventory_item_id, location_id, lot_id, reservation_id`,
  },
  {
    kind: "hold-stale",
    invariant: "I3",
    size: 2,
    sql: (f) => `${reservation("resitem_planted", f, 2, {
      cart: "cart_planted",
      created: "now() - interval '20 minutes'",
    })};
      ${arrival(f, 2)};
      ${entry({ ...here(f), kind: "reservation", reserved: 2, reservation: "resitem_planted" })}`,
  },
]

const orders: Plant[] = [
  {
    kind: "cart-with-orders",
    invariant: "I6",
    size: 1,
    sql: (f) => `insert into "order" (id, currency_code, metadata)
      values ('order_planted', 'vnd', jsonb_build_object('cart_id', '${f.cart}'))`,
  },
  {
    kind: "order-with-carts",
    invariant: "I6",
    size: 1,
    sql: (f) => `insert into order_cart (id, order_id, cart_id)
      values ('ordercart_planted', '${f.order}', 'cart_planted')`,
  },
  {
    kind: "order-orphaned",
    invariant: "I6",
    size: 1,
    sql: (f) => `update order_cart set deleted_at = now() where order_id = '${f.order}'`,
  },
  {
    kind: "link-without-order",
    invariant: "I6",
    size: 1,
    sql: () => `insert into order_cart (id, order_id, cart_id)
      values ('ordercart_planted', 'order_gone', 'cart_planted')`,
  },
  {
    kind: "cart-without-order",
    invariant: "I6",
    size: 1,
    sql: () => `insert into cart (id, currency_code, completed_at)
      values ('cart_planted', 'vnd', now())`,
  },
  {
    kind: "line-effect",
    invariant: "I7",
    size: 1,
    sql: (f) => `${arrival(f, 1)};
      ${entry({ ...here(f), kind: "sale", onHand: -1, reservation: f.reservation })}`,
  },
  {
    kind: "sale-without-line",
    invariant: "I7",
    size: 2,
    sql: (
      f,
    ) => `${reservation("resitem_planted", f, 2, { line: "ordli_gone", deleted: "now()" })};
      ${arrival(f, 2)};
      ${entry({ ...here(f), kind: "sale", onHand: -2, reservation: "resitem_planted" })}`,
  },
  {
    kind: "return-effect",
    invariant: "I7",
    size: 1,
    sql: (f) => entry({ ...here(f), kind: "return", onHand: 1, document: f.order }),
  },
]

const SHORT = 5_000

const payments: Plant[] = [
  {
    kind: "overpaid",
    invariant: "I8",
    size: 1_000,
    sql: (f) => `update payment set amount = amount + 1000 where id = '${f.payment}'`,
  },
  {
    kind: "paid-short",
    invariant: "I8",
    size: SHORT,
    sql: (
      f,
    ) => `update payment_collection set status = 'completed', amount = ${f.total - SHORT},
        captured_amount = ${f.total - SHORT} where id = '${f.collection}';
      ${capture(f, f.total - SHORT)}; ${transaction(f, f.total - SHORT)}`,
  },
  {
    kind: "collection-sums",
    invariant: "I8",
    size: 7_000,
    sql: (f) =>
      `update payment_collection set captured_amount = 7000 where id = '${f.collection}'`,
  },
  {
    kind: "paid-status",
    invariant: "I8",
    size: 6_000,
    sql: (f) =>
      `update payment_collection set status = 'completed', amount = 6000 where id = '${f.collection}'`,
  },
  {
    kind: "transaction-sums",
    invariant: "I8",
    size: 9_000,
    sql: (f) => transaction(f, 9_000),
  },
]

export const PLANTS: readonly Plant[] = [
  ...stock,
  ...warehouse,
  ...basketPlants,
  ...reservations,
  ...orders,
  ...payments,
  ...pickupPlants,
  ...queues,
  ...alertPlants,
]
