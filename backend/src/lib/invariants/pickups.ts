/** P1–P3: what is to be fetched at a point is known there, is handed over there, and not kept for ever. */
import { pickupPoints } from "../pickup-points"
import { type Check } from "./check"

/** Longer than the outbox takes. */
const OPENED_WITHIN_SECONDS = 60
const EXPIRED_WITHIN_MINUTES = 15

/** Fulfilments of an order that stand. */
const HANDED_OVER = `
  select made.order_id, f.location_id, f.delivered_at
    from order_fulfillment made join fulfillment f on f.id = made.fulfillment_id
   where made.deleted_at is null and f.deleted_at is null and f.canceled_at is null`

/** Orders that staff wrote have no cart, and no message is written of them. */
const MISSING: Check = {
  invariant: "P1",
  kind: "pickup-missing",
  certainty: "doubtful",
  message: "Đơn nhận tại điểm chưa có trong danh sách của điểm.",
  mend: "Xem việc «Đơn hàng mới» ở trang Việc chờ xử lý; nếu không có: INSERT INTO outbox_message (topic, payload) VALUES ('order.placed', jsonb_build_object('order_id', '{order}')).",
  sql: `
    select 'order ' || o.id as subject, 1 as size,
           jsonb_build_object('order', o.id, 'point', place.location_id) as details
      from (${pickupPoints("o.deleted_at is null and o.canceled_at is null")}) place
      join "order" o on o.id = place.order_id
      join order_cart link on link.order_id = o.id and link.deleted_at is null
     where o.created_at < now() - interval '${OPENED_WITHIN_SECONDS} seconds'
       and not exists (select from pickup_order p where p.order_id = o.id)
       and not exists (select from (${HANDED_OVER}) made where made.order_id = o.id)`,
}

const COLLECTED: Check = {
  invariant: "P2",
  kind: "pickup-collected",
  certainty: "doubtful",
  message: "Đơn ghi là đã nhận nhưng hàng chưa giao ở điểm đó, hoặc ngược lại.",
  mend: "Hỏi điểm {point_name} khách đã nhận đơn {order} chưa. Rồi: giao lại bằng mã (POST /admin/pickups/{order}/collect), việc dở được làm nốt; chưa nhận mà ghi đã nhận thì sửa pickup_order.status về ready.",
  sql: `
    select 'pickup_order ' || p.order_id as subject, 1 as size,
           jsonb_build_object('order', p.order_id, 'point', p.location_id,
             'status', p.status) as details
      from pickup_order p
      join "order" o on o.id = p.order_id and o.deleted_at is null
     where case when p.status = 'collected'
           then not exists (select from (${HANDED_OVER}) made
                 where made.order_id = p.order_id and made.location_id = p.location_id
                   and made.delivered_at is not null)
           else exists (select from (${HANDED_OVER}) made
                 where made.order_id = p.order_id) end`,
}

const OVERDUE: Check = {
  invariant: "P3",
  kind: "pickup-overdue",
  certainty: "fact",
  message: `Đơn đã quá hạn nhận hơn ${EXPIRED_WITHIN_MINUTES} phút mà hàng còn bị giữ.`,
  mend: "Xem backend có đang chạy không: việc nền expire-pickups tự hủy đơn quá hạn. Nếu nhật ký ghi không hủy được thì hủy đơn {order} bằng tay (Đơn hàng → Hủy).",
  sql: `
    select 'pickup_order ' || p.order_id as subject,
           floor(extract(epoch from now() - p.expires_at)) as size,
           jsonb_build_object('order', p.order_id, 'point', p.location_id,
             'status', p.status) as details
      from pickup_order p
     where p.status in ('placed', 'preparing', 'ready')
       and p.expires_at < now() - interval '${EXPIRED_WITHIN_MINUTES} minutes'`,
}

export const PICKUP_CHECKS: readonly Check[] = [MISSING, COLLECTED, OVERDUE]
