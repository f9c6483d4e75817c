/** I3: what is reserved is what the ledger reserved, what live reservations hold, what orders need. */
import { type Check } from "./check"

/** As long as a cart may take to become an order. */
export const HOLD_MINUTES = 15

const BALANCE_RESERVED: Check = {
  invariant: "I3",
  kind: "ledger-reserved",
  certainty: "fact",
  message: "Số giữ chỗ của lô khác tổng các dòng giữ chỗ trên thẻ kho.",
  mend: "Chạy npm run reconcile -- --mend để tính lại số giữ chỗ của {sku} tại {point_name}, lô «{lot_code}» từ thẻ kho.",
  sql: `
    select concat_ws(' ', 'stock_balance', item, point, nullif(lot, '')) as subject,
           coalesce(b.reserved, 0) - coalesce(s.reserved, 0) as size,
           jsonb_build_object('item', item, 'point', point, 'lot', nullif(lot, ''),
             'balance', coalesce(b.reserved, 0), 'ledger', coalesce(s.reserved, 0)) as details
      from (select item, point, coalesce(lot, '') as lot, reserved from reconcile_lot) s
      full join (select inventory_item_id as item, location_id as point,
                        coalesce(lot_id, '') as lot, reserved from stock_balance) b
        using (item, point, lot)
     where coalesce(b.reserved, 0) <> coalesce(s.reserved, 0)`,
}

const RESERVATION_LEDGER: Check = {
  invariant: "I3",
  kind: "reservation-ledger",
  certainty: "fact",
  message: "Phiếu giữ chỗ còn hiệu lực khác số mà thẻ kho đang giữ cho nó.",
  mend: "Xóa phiếu giữ chỗ {reservation} trong trang quản trị (Kho → Giữ chỗ) rồi giữ chỗ lại cho đơn; nếu phiếu đã xóa mà thẻ kho còn giữ, gọi DELETE /admin/reservations/{reservation}.",
  sql: `
    select 'reservation_item ' || reservation as subject,
           coalesce(live.quantity, 0) - coalesce(booked.quantity, 0) as size,
           jsonb_build_object('reservation', reservation, 'item', item, 'point', point,
             'reservation_quantity', coalesce(live.quantity, 0),
             'ledger', coalesce(booked.quantity, 0)) as details
      from (select id as reservation, inventory_item_id as item, location_id as point, quantity
              from reservation_item where deleted_at is null) live
      full join (select reservation, item, point, reserved as quantity from reconcile_ledger
                  where part = 'reservation' and reservation is not null and reserved <> 0) booked
        using (reservation, item, point)
     where coalesce(live.quantity, 0) <> coalesce(booked.quantity, 0)`,
}

const RESERVATION_WITHOUT_LINE: Check = {
  invariant: "I3",
  kind: "reservation-without-line",
  certainty: "doubtful",
  message:
    "Phiếu giữ chỗ còn hiệu lực cho một dòng không có, đã hủy hoặc đã giao đủ trong đơn hàng.",
  mend: "Xóa phiếu giữ chỗ {reservation} trong trang quản trị (Kho → Giữ chỗ): hàng trở lại bán được.",
  sql: `
    select 'reservation_item ' || r.id as subject, r.quantity as size,
           jsonb_build_object('reservation', r.id, 'item', r.inventory_item_id,
             'point', r.location_id, 'line', r.line_item_id,
             'order', (select min(order_id) from reconcile_line l
                        where l.line = r.line_item_id)) as details
      from reservation_item r
     where r.deleted_at is null and r.line_item_id is not null
       and not exists (select from reconcile_line l
                        where l.line = r.line_item_id and not l.canceled
                          and l.quantity > l.fulfilled)`,
}

const LINE_RESERVED: Check = {
  invariant: "I3",
  kind: "line-reserved",
  certainty: "doubtful",
  message: "Số giữ chỗ cho một dòng của đơn đang mở khác số còn phải giao.",
  mend: "Thiếu: việc nền release-holds giữ chỗ lại sau 10 phút nếu đủ hàng; nếu không, giữ chỗ cho dòng {line} của đơn {order} trong trang quản trị (Đơn hàng → Phân bổ hàng). Thừa: sửa hoặc xóa phiếu giữ chỗ của dòng này (Kho → Giữ chỗ).",
  sql: `
    select concat_ws(' ', 'order_line_item', l.line, l.item) as subject,
           coalesce(held.quantity, 0) - (l.quantity - l.fulfilled) * l.required as size,
           jsonb_build_object('order', l.order_id, 'line', l.line, 'item', l.item,
             'needed', (l.quantity - l.fulfilled) * l.required,
             'reserved', coalesce(held.quantity, 0)) as details
      from reconcile_line l
      left join (select line_item_id as line, inventory_item_id as item, sum(quantity) as quantity
                   from reservation_item where deleted_at is null and line_item_id is not null
                  group by 1, 2) held using (line, item)
     where l.item is not null and not l.canceled and not l.draft and not l.recomposed
       and l.quantity > l.fulfilled
       and coalesce(held.quantity, 0) <> (l.quantity - l.fulfilled) * l.required`,
}

const STALE_HOLDS: Check = {
  invariant: "I3",
  kind: "hold-stale",
  certainty: "fact",
  message: `Giữ chỗ tạm của một giỏ hàng đã quá ${HOLD_MINUTES} phút.`,
  mend: "Việc nền release-holds phải tự bỏ: xem backend có đang chạy không. Bỏ tay: xóa phiếu giữ chỗ {reservation} (Kho → Giữ chỗ).",
  sql: `
    select 'reservation_item ' || id as subject, quantity as size,
           jsonb_build_object('reservation', id, 'item', inventory_item_id, 'point', location_id,
             'cart', external_id,
             'minutes', floor(extract(epoch from now() - created_at) / 60)) as details
      from reservation_item
     where deleted_at is null and line_item_id is null and external_id like 'cart\\_%'
       and created_at < now() - interval '${HOLD_MINUTES} minutes'`,
}

export const RESERVATION_CHECKS: readonly Check[] = [
  BALANCE_RESERVED,
  RESERVATION_LEDGER,
  RESERVATION_WITHOUT_LINE,
  LINE_RESERVED,
  STALE_HOLDS,
]
