/** I6: a cart becomes one order and is found again. I7: a line moves stock once. */
import { type Check } from "./check"

/** Which order was made of which cart: by the link, by the order's own note, by their payment. */
const MADE_OF = `
  select link.cart_id, link.order_id from order_cart link
    join "order" o on o.id = link.order_id and o.deleted_at is null
   where link.deleted_at is null
  union
  select metadata ->> 'cart_id', id from "order"
   where deleted_at is null and metadata ->> 'cart_id' is not null`

const CART_WITH_ORDERS: Check = {
  invariant: "I6",
  kind: "cart-with-orders",
  certainty: "doubtful",
  message: "Một giỏ hàng thành nhiều đơn.",
  mend: "Hỏi khách đơn nào đúng rồi hủy đơn thừa trong số {orders} (Đơn hàng → Hủy): hàng giữ cho đơn đó được trả lại kho.",
  sql: `
    select 'cart ' || cart_id as subject, count(*) - 1 as size,
           jsonb_build_object('cart', cart_id,
             'orders', string_agg(order_id, ', ' order by order_id)) as details
      from (${MADE_OF}) made group by cart_id having count(*) > 1`,
}

const ORDER_WITH_CARTS: Check = {
  invariant: "I6",
  kind: "order-with-carts",
  certainty: "doubtful",
  message: "Một đơn gắn với nhiều giỏ hàng.",
  mend: "Đối chiếu đơn {order} với các giỏ {carts}; xóa liên kết order_cart sai hoặc sửa metadata.cart_id của đơn.",
  sql: `
    select 'order ' || order_id as subject, count(*) - 1 as size,
           jsonb_build_object('order', order_id,
             'carts', string_agg(cart_id, ', ' order by cart_id)) as details
      from (${MADE_OF}) made group by order_id having count(*) > 1`,
}

/** Orders that staff wrote have no cart at all; a buyer's order names it at least in one place. */
const ORDER_ORPHANED: Check = {
  invariant: "I6",
  kind: "order-orphaned",
  certainty: "doubtful",
  message: "Đơn của khách không gắn với giỏ hàng: lần đặt hàng bị đứt giữa chừng.",
  mend: "Việc nền release-holds xóa đơn dở sau 10 phút: xem backend có đang chạy không. Nếu vẫn còn: gửi lại việc đặt hàng của giỏ {cart} (POST /store/carts/{cart}/complete), hoặc hủy đơn {order} (Đơn hàng → Hủy).",
  sql: `
    select 'order ' || o.id as subject, 1 as size,
           jsonb_build_object('order', o.id,
             'cart', coalesce(o.metadata ->> 'cart_id', paid.cart_id)) as details
      from "order" o
      left join (select p.order_id, min(c.cart_id) as cart_id
                   from order_payment_collection p
                   join cart_payment_collection c
                     on c.payment_collection_id = p.payment_collection_id
                  where p.deleted_at is null group by 1) paid on paid.order_id = o.id
     where o.deleted_at is null and not o.is_draft_order and o.status <> 'canceled'
       and coalesce(o.metadata ->> 'cart_id', paid.cart_id) is not null
       and not exists (select from order_cart link
                        where link.order_id = o.id and link.deleted_at is null)`,
}

const LINK_WITHOUT_ORDER: Check = {
  invariant: "I6",
  kind: "link-without-order",
  certainty: "doubtful",
  message: "Giỏ hàng gắn với một đơn không có.",
  mend: "Xóa liên kết {link} trong bảng order_cart để khách đặt lại được giỏ {cart}; nếu khách đã được báo mã đơn, liên hệ và lập lại đơn.",
  sql: `
    select 'order_cart ' || link.id as subject, 1 as size,
           jsonb_build_object('link', link.id, 'cart', link.cart_id,
             'order', link.order_id) as details
      from order_cart link
     where link.deleted_at is null
       and not exists (select from "order" o
                        where o.id = link.order_id and o.deleted_at is null)`,
}

const CART_WITHOUT_ORDER: Check = {
  invariant: "I6",
  kind: "cart-without-order",
  certainty: "doubtful",
  message: "Giỏ hàng ghi là đã đặt xong nhưng không có đơn.",
  mend: "Liên hệ khách của giỏ {cart}; đặt cart.completed_at về NULL để đặt lại được giỏ (POST /store/carts/{cart}/complete).",
  sql: `
    select 'cart ' || c.id as subject, 1 as size, jsonb_build_object('cart', c.id) as details
      from cart c left join (${MADE_OF}) made on made.cart_id = c.id
     where c.completed_at is not null and c.deleted_at is null and made.order_id is null`,
}

const LINE_EFFECT: Check = {
  invariant: "I7",
  kind: "line-effect",
  certainty: "doubtful",
  message: "Số giữ chỗ và xuất bán trên thẻ kho cho một dòng đơn khác số đã đặt.",
  mend: "Xem thẻ kho của {sku} theo đơn {order}. Thiếu: giữ chỗ hoặc giao hàng cho dòng {line} qua trang Đơn hàng. Thừa: nhập trả phần thừa (POST /admin/stock/documents, kind return) sau khi đếm lại.",
  sql: `
    select concat_ws(' ', 'order_line_item', l.line, l.item) as subject,
           coalesce(e.reserved, 0) + coalesce(e.sold, 0) - l.required
             * case when l.canceled then l.fulfilled else l.quantity end as size,
           jsonb_build_object('order', l.order_id, 'line', l.line, 'item', l.item,
             'ordered', l.quantity * l.required, 'canceled', l.canceled,
             'reserved', coalesce(e.reserved, 0), 'sold', coalesce(e.sold, 0)) as details
      from reconcile_line l left join reconcile_effect e using (line, item)
     where l.item is not null and not l.draft and not l.recomposed
       and not (l.before_ledger and l.fulfilled > 0)
       and coalesce(e.reserved, 0) + coalesce(e.sold, 0)
           <> l.required * case when l.canceled then l.fulfilled else l.quantity end`,
}

const SALE_WITHOUT_LINE: Check = {
  invariant: "I7",
  kind: "sale-without-line",
  certainty: "doubtful",
  message: "Thẻ kho xuất bán cho một dòng không có trong đơn hàng nào.",
  mend: "Tìm đơn của dòng {line} trong nhật ký; nếu hàng chưa rời điểm, nhập trả {sku} (POST /admin/stock/documents, kind return).",
  sql: `
    select concat_ws(' ', 'order_line_item', e.line, e.item) as subject, e.sold as size,
           jsonb_build_object('line', e.line, 'item', e.item, 'sold', e.sold) as details
      from reconcile_effect e
     where e.sold <> 0
       and not exists (select from reconcile_line l where l.line = e.line)`,
}

const RETURN_EFFECT: Check = {
  invariant: "I7",
  kind: "return-effect",
  certainty: "doubtful",
  message: "Số hàng khách trả đã nhập lại kho khác số ghi trên đơn.",
  mend: "Đếm lại {sku}; thiếu: nhập trả (POST /admin/stock/documents, kind return); thừa: lập dòng sửa cho dòng trả của đơn {order} (POST /admin/stock/entries/:id/corrections).",
  sql: `
    select concat_ws(' ', 'order', order_id, item) as subject,
           coalesce(booked.pieces, 0) - wanted.pieces as size,
           jsonb_build_object('order', order_id, 'item', item, 'received', wanted.pieces,
             'booked', coalesce(booked.pieces, 0)) as details
      from (select order_id, item, sum(received * required) as pieces from reconcile_line
             where item is not null group by 1, 2
            having not bool_or(recomposed or before_ledger or draft)) wanted
      left join (
            select coalesce(back.order_id, e.document) as order_id, e.item,
                   sum(e.on_hand) as pieces
              from reconcile_ledger e left join "return" back on back.id = e.document
             where e.part = 'document' and e.matter = 'return' group by 1, 2) booked
        using (order_id, item)
     where coalesce(booked.pieces, 0) <> wanted.pieces`,
}

export const ORDER_CHECKS: readonly Check[] = [
  CART_WITH_ORDERS,
  ORDER_WITH_CARTS,
  ORDER_ORPHANED,
  LINK_WITHOUT_ORDER,
  CART_WITHOUT_ORDER,
  LINE_EFFECT,
  SALE_WITHOUT_LINE,
  RETURN_EFFECT,
]
