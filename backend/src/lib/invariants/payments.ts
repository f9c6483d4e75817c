/**
 * I8: of no order is more paid than it cost, and it counts as paid when all of it is. Cash on
 * delivery is authorised when the order is placed and captured once the money is there. Amounts are
 * đồng; less than one is rounding.
 */
import { type Check } from "./check"

const OVERPAID: Check = {
  invariant: "I8",
  kind: "overpaid",
  certainty: "doubtful",
  message: "Số tiền thu hoặc giữ cho đơn lớn hơn giá trị đơn.",
  mend: "Hoàn phần thừa cho khách của đơn {order} (Đơn hàng → Thanh toán → Hoàn tiền); khoản chưa thu: hủy và tạo lại với đúng số tiền.",
  sql: `
    select 'order ' || order_id as subject,
           promised - refunded - largest_total as size,
           jsonb_build_object('order', order_id, 'total', largest_total,
             'payments', promised, 'refunded', refunded) as details
      from reconcile_paid
     where promised - refunded - largest_total >= 1`,
}

const PAID_SHORT: Check = {
  invariant: "I8",
  kind: "paid-short",
  certainty: "doubtful",
  message: "Đơn được coi là đã trả đủ nhưng số tiền thu nhỏ hơn giá trị đơn.",
  mend: "Đối chiếu sao kê; thu phần còn thiếu của đơn {order} (Đơn hàng → Thanh toán → Tạo khoản thu) hoặc ghi giảm giá cho phần đó.",
  sql: `
    select 'order ' || order_id as subject, current_total - captured as size,
           jsonb_build_object('order', order_id, 'total', current_total,
             'captured', captured) as details
      from reconcile_paid
     where closed and completed and not canceled and current_total - captured >= 1`,
}

const COLLECTION_SUMS: Check = {
  invariant: "I8",
  kind: "collection-sums",
  certainty: "doubtful",
  message:
    "Số đã thu hoặc đã hoàn ghi trên khoản thanh toán khác tổng các lần thu, hoàn.",
  mend: "Các lần thu, hoàn là gốc. Đối chiếu sao kê rồi ghi lại captured_amount = {captured}, refunded_amount = {refunded} cho payment_collection {collection}.",
  sql: `
    select 'payment_collection ' || id as subject,
           greatest(abs(captured_noted - captured), abs(refunded_noted - refunded)) as size,
           jsonb_build_object('collection', id, 'captured', captured, 'refunded', refunded,
             'captured_noted', captured_noted, 'refunded_noted', refunded_noted) as details
      from reconcile_collection
     where abs(captured_noted - captured) >= 1 or abs(refunded_noted - refunded) >= 1`,
}

const PAID_STATUS: Check = {
  invariant: "I8",
  kind: "paid-status",
  certainty: "doubtful",
  message: "Trạng thái khoản thanh toán không đúng với số tiền đã thu.",
  mend: "Đối chiếu sao kê. Đã thu đủ: đặt payment_collection {collection} thành completed; chưa đủ: thu phần thiếu (Đơn hàng → Thanh toán) hoặc trả trạng thái về authorized.",
  sql: `
    select 'payment_collection ' || id as subject, greatest(abs(amount - captured), 1) as size,
           jsonb_build_object('collection', id, 'status', status, 'amount', amount,
             'captured', captured) as details
      from reconcile_collection
     where status = 'completed' and amount - captured >= 1
        or status not in ('completed', 'canceled') and amount > 0 and captured >= amount`,
}

const TRANSACTION_SUMS: Check = {
  invariant: "I8",
  kind: "transaction-sums",
  certainty: "doubtful",
  message: "Số tiền ghi trên đơn khác tổng các lần thu trừ các lần hoàn.",
  mend: "Các lần thu, hoàn là gốc. Thêm hoặc bỏ dòng order_transaction còn thiếu hoặc thừa của đơn {order} rồi chạy lại npm run reconcile.",
  sql: `
    select 'order ' || order_id as subject,
           coalesce(noted.amount, 0) - (paid.captured - paid.refunded) as size,
           jsonb_build_object('order', order_id, 'noted', coalesce(noted.amount, 0),
             'captured', paid.captured, 'refunded', paid.refunded) as details
      from reconcile_paid paid
      left join (select order_id, sum(amount) as amount from order_transaction
                  where deleted_at is null and reference in ('capture', 'refund')
                  group by 1) noted using (order_id)
     where abs(coalesce(noted.amount, 0) - (paid.captured - paid.refunded)) >= 1`,
}

/** What a bank or card processor told of and what was booked for it. */
const NOTICE_NOT_BOOKED: Check = {
  invariant: "I8",
  kind: "notice-not-booked",
  certainty: "doubtful",
  message: "Thông báo thanh toán đã xử lý nhưng số tiền chưa được ghi thu đủ.",
  mend: "Đối chiếu sao kê với thông báo {notice} ({provider}); ghi thu phần thiếu trên đơn hàng (Đơn hàng → Thanh toán).",
  sql: `
    select 'payment_notice ' || n.id as subject, n.amount - booked.amount as size,
           jsonb_build_object('notice', n.id, 'provider', n.provider,
             'session', n.session_id, 'noticed', n.amount, 'booked', booked.amount) as details
      from payment_notice n
     cross join lateral (
           select coalesce(sum(c.amount), 0) as amount
             from payment p
             join capture c on c.payment_id = p.id and c.deleted_at is null
            where p.payment_session_id = n.session_id and p.deleted_at is null) booked
     where n.action = 'captured' and n.settled_at is not null and n.session_id is not null
       and n.amount - booked.amount >= 1`,
}

export const PAYMENT_CHECKS: readonly Check[] = [
  OVERPAID,
  PAID_SHORT,
  COLLECTION_SUMS,
  PAID_STATUS,
  TRANSACTION_SUMS,
  NOTICE_NOT_BOOKED,
]
