/** I12: nothing waits to be told, or to be done, for longer than a minute. */
import { type Check } from "./check"

const OLDEST_SECONDS = 60

const SEARCH_MARKS: Check = {
  invariant: "I12",
  kind: "search-mark",
  certainty: "doubtful",
  message: `Thay đổi của sản phẩm chưa vào chỉ mục tìm kiếm sau ${OLDEST_SECONDS} giây.`,
  mend: "Xem Meilisearch và backend có đang chạy không; chúng tự bắt kịp. Nếu không: npm run reindex.",
  sql: `
    select 'search_mark ' || id as subject,
           floor(extract(epoch from now() - marked_at)) as size,
           jsonb_build_object('index', index_name, 'product', product_id,
             'seconds', floor(extract(epoch from now() - marked_at))) as details
      from search_mark
     where ingested_at is null and deleted_at is null
       and marked_at < now() - interval '${OLDEST_SECONDS} seconds'`,
}

const OUTBOX_LATE: Check = {
  invariant: "I12",
  kind: "outbox-late",
  certainty: "doubtful",
  message: `Việc nền chưa làm xong sau ${OLDEST_SECONDS} giây.`,
  mend: "Xem backend (chế độ shared hoặc worker) có đang chạy không và nhật ký của nó; việc nền tự được thử lại.",
  sql: `
    select 'outbox_message ' || id as subject,
           floor(extract(epoch from now() - created_at)) as size,
           jsonb_build_object('topic', topic, 'attempts', attempts,
             'seconds', floor(extract(epoch from now() - created_at))) as details
      from outbox_message
     where parked_at is null and created_at < now() - interval '${OLDEST_SECONDS} seconds'`,
}

const OUTBOX_PARKED: Check = {
  invariant: "I12",
  kind: "outbox-parked",
  certainty: "fact",
  message: "Việc nền đã thử 5 lần không được và đang chờ người xử lý.",
  mend: "Trang quản trị → Việc chờ xử lý: xem lỗi của việc {message}, sửa nguyên nhân rồi bấm «Thử lại», hoặc «Bỏ».",
  sql: `
    select 'outbox_message ' || id as subject, 1 as size,
           jsonb_build_object('message', id, 'topic', topic, 'attempts', attempts) as details
      from outbox_message where parked_at is not null`,
}

/** Every notice of payment is dealt with, or lies in the outbox. */
const NOTICE_LOST: Check = {
  invariant: "I12",
  kind: "payment-notice-lost",
  certainty: "doubtful",
  message:
    "Thông báo thanh toán đã nhận nhưng chưa ghi sổ và không còn việc nền nào xử lý.",
  mend: "Đối chiếu sao kê với thông báo {notice} ({provider}); ghi nhận khoản thu bằng tay trên đơn hàng, rồi đặt settled_at cho thông báo.",
  sql: `
    select 'payment_notice ' || n.id as subject, coalesce(n.amount, 1) as size,
           jsonb_build_object('notice', n.id, 'provider', n.provider,
             'session', n.session_id, 'amount', n.amount) as details
      from payment_notice n
     where n.settled_at is null
       and not exists (select from outbox_message m
            where m.topic = 'payment.noticed' and m.payload ->> 'notice_id' = n.id::text)`,
}

export const QUEUE_CHECKS: readonly Check[] = [
  SEARCH_MARKS,
  OUTBOX_LATE,
  OUTBOX_PARKED,
  NOTICE_LOST,
]
