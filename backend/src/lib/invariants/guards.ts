/** I2: the triggers and constraints that refuse the impossible, and those that announce, are on. */
import { type Check } from "./check"

const TRIGGERS = {
  stock_entry: [
    "stock_entry_apply",
    "stock_entry_append_only",
    "stock_entry_no_truncate",
    "stock_entry_announce",
  ],
  stock_lot: ["stock_lot_announce"],
  order_cart: ["outbox_order_placed"],
  product_product_ocop_recognition: ["outbox_recognition_linked"],
  ocop_recognition: [
    "ocop_recognition_announce_insert",
    "ocop_recognition_announce_update",
  ],
  pickup_order: ["pickup_announce"],
  order: ["pickup_follow_order"],
  stock_document: ["stock_document_append_only", "stock_document_no_truncate"],
  stock_document_attachment: [
    "stock_document_attachment_append_only",
    "stock_document_attachment_no_truncate",
  ],
  stock_balance: ["stock_balance_guard", "stock_balance_no_delete"],
  inventory_level: [
    "inventory_level_guard_update",
    "inventory_level_guard_insert",
    "inventory_level_guard_delete",
  ],
}

const CONSTRAINTS = {
  stock_entry: [
    "stock_entry_quantity",
    "stock_entry_reason",
    "stock_entry_reservation",
    "stock_entry_changes",
    "stock_entry_kind",
    "stock_entry_borne_by",
  ],
  stock_balance: [
    "stock_balance_key",
    "stock_on_hand_not_negative",
    "stock_reserved_not_negative",
    "stock_reserved_within_on_hand",
  ],
  stock_lot: ["stock_lot_dates", "stock_lot_recall"],
  stock_lot_component: ["stock_lot_component_returned"],
  inventory_level: [
    "inventory_level_on_hand_not_negative",
    "inventory_level_reserved_not_negative",
    "inventory_level_reserved_within_on_hand",
  ],
  reservation_item: ["reservation_item_quantity_positive"],
}

/** As rows of a VALUES list: table, name. */
const rowsOf = (guards: Record<string, string[]>): string =>
  Object.entries(guards)
    .flatMap(([table, names]) => names.map((name) => `('${table}', '${name}')`))
    .join(", ")

/** What makes the impossible impossible; somebody who repaired by hand may have left it off. */
export const GUARDS: Check = {
  invariant: "I2",
  kind: "guard-off",
  certainty: "fact",
  message:
    "Một ràng buộc bảo vệ tồn kho, hoặc trigger báo tin thay đổi, đã bị tắt hoặc bị xóa.",
  mend: "Bật lại: ALTER TABLE {table} ENABLE TRIGGER {guard}; nếu đã bị xóa, tạo lại {guard} như trong migration tạo ra nó (module inventory, ocop, pickup; bảng liên kết và bảng order: khởi động lại backend).",
  sql: `
    select concat_ws(' ', 'guard', "table", guard) as subject, 1 as size,
           jsonb_build_object('table', "table", 'guard', guard) as details
      from (select * from (values ${rowsOf(TRIGGERS)}) expected ("table", guard)
             where not exists (
               select from pg_trigger t
                where t.tgrelid = to_regclass("table") and t.tgname = guard
                  and t.tgenabled in ('O', 'A'))
            union all
            select * from (values ${rowsOf(CONSTRAINTS)}) expected ("table", guard)
             where not exists (
               select from pg_constraint c
                where c.conrelid = to_regclass("table") and c.conname = guard)) missing`,
}
