/**
 * I1, I2 and I4: the ledger, the balances by lot and the framework's levels say the same, and
 * nothing impossible. I5: of no lot does anything appear or vanish. All of it moves within one
 * transaction, so a difference is one at every moment.
 */
import { type Check } from "./check"
import { GUARDS } from "./guards"

const REBUILD =
  "Thẻ kho là gốc: chạy npm run reconcile -- --mend để tính lại số dư từ thẻ kho; nếu số đếm thực tế khác, lập phiếu kiểm kê (POST /admin/stock/documents, kind count) cho {sku} tại {point_name}, lô «{lot_code}»."

const LEDGER_BALANCE: Check = {
  invariant: "I1",
  kind: "ledger-balance",
  certainty: "fact",
  message: "Số tồn khác tổng các dòng trên thẻ kho.",
  mend: REBUILD,
  sql: `
    select concat_ws(' ', 'stock_balance', item, point, nullif(lot, '')) as subject,
           coalesce(b.on_hand, 0) - coalesce(s.on_hand, 0) as size,
           jsonb_build_object('item', item, 'point', point, 'lot', nullif(lot, ''),
             'balance', coalesce(b.on_hand, 0), 'ledger', coalesce(s.on_hand, 0)) as details
      from (select item, point, coalesce(lot, '') as lot, on_hand from reconcile_lot) s
      full join (select inventory_item_id as item, location_id as point,
                        coalesce(lot_id, '') as lot, on_hand from stock_balance) b
        using (item, point, lot)
     where coalesce(b.on_hand, 0) <> coalesce(s.on_hand, 0)`,
}

const BALANCE_RANGE: Check = {
  invariant: "I2",
  kind: "balance-range",
  certainty: "fact",
  message: "Số tồn hoặc số giữ chỗ của lô ngoài khoảng cho phép.",
  mend: "Chạy npm run reconcile -- --mend. Nếu chính thẻ kho cho số sai: đếm lại, lập phiếu kiểm kê cho {sku} tại {point_name}, lô «{lot_code}», và hủy bớt phiếu giữ chỗ nếu hàng không đủ.",
  sql: `
    select concat_ws(' ', 'stock_balance', inventory_item_id, location_id, lot_id) as subject,
           greatest(-on_hand, -reserved, reserved - greatest(on_hand, 0)) as size,
           jsonb_build_object('item', inventory_item_id, 'point', location_id, 'lot', lot_id,
             'on_hand', on_hand, 'reserved', reserved) as details
      from stock_balance
     where on_hand < 0 or reserved < 0 or reserved > on_hand`,
}

const LEVEL_RANGE: Check = {
  invariant: "I2",
  kind: "level-range",
  certainty: "fact",
  message: "Số tồn hoặc số giữ chỗ tại điểm ngoài khoảng cho phép.",
  mend: "Chạy npm run reconcile -- --mend. Nếu chính thẻ kho cho số sai: đếm lại và lập phiếu kiểm kê cho {sku} tại {point_name}.",
  sql: `
    select 'inventory_level ' || id as subject,
           greatest(-stocked_quantity, -reserved_quantity,
                    reserved_quantity - greatest(stocked_quantity, 0),
                    abs(stocked_quantity - trunc(stocked_quantity)),
                    abs(reserved_quantity - trunc(reserved_quantity))) as size,
           jsonb_build_object('item', inventory_item_id, 'point', location_id,
             'stocked', stocked_quantity, 'reserved', reserved_quantity) as details
      from inventory_level
     where deleted_at is null
       and (stocked_quantity < 0 or reserved_quantity < 0
            or reserved_quantity > stocked_quantity
            or stocked_quantity <> trunc(stocked_quantity)
            or reserved_quantity <> trunc(reserved_quantity))`,
}

const LEVEL_BALANCE: Check = {
  invariant: "I4",
  kind: "level-balance",
  certainty: "fact",
  message:
    "Tồn kho của cửa hàng trực tuyến (inventory_level) khác số dư các lô tại điểm.",
  mend: "Chạy npm run reconcile -- --mend để chép lại tồn kho của {sku} tại {point_name} từ số dư các lô.",
  sql: `
    select concat_ws(' ', 'inventory_level', item, point) as subject,
           greatest(abs(coalesce(level.stocked, 0) - coalesce(b.on_hand, 0)),
                    abs(coalesce(level.reserved, 0) - coalesce(b.reserved, 0))) as size,
           jsonb_build_object('item', item, 'point', point, 'stocked', level.stocked,
             'reserved', level.reserved, 'balance_on_hand', b.on_hand,
             'balance_reserved', b.reserved) as details
      from (select inventory_item_id as item, location_id as point,
                   sum(stocked_quantity) as stocked, sum(reserved_quantity) as reserved
              from inventory_level where deleted_at is null group by 1, 2) level
      full join (select inventory_item_id as item, location_id as point,
                        sum(on_hand) as on_hand, sum(reserved) as reserved
                   from stock_balance group by 1, 2) b using (item, point)
     where coalesce(level.stocked, 0) <> coalesce(b.on_hand, 0)
        or coalesce(level.reserved, 0) <> coalesce(b.reserved, 0)`,
}

/** The framework keeps each figure twice and reads now the one, now the other. */
const LEVEL_RAW: Check = {
  invariant: "I4",
  kind: "level-raw",
  certainty: "fact",
  message: "Hai dạng ghi của cùng một số tồn (inventory_level) khác nhau.",
  mend: "Chạy npm run reconcile -- --mend để ghi lại cả hai dạng từ số dư các lô.",
  sql: `
    select 'inventory_level ' || id as subject,
           greatest(abs(stocked_quantity - (raw_stocked_quantity ->> 'value')::numeric),
                    abs(reserved_quantity - (raw_reserved_quantity ->> 'value')::numeric)) as size,
           jsonb_build_object('item', inventory_item_id, 'point', location_id,
             'stocked', stocked_quantity, 'raw_stocked', raw_stocked_quantity ->> 'value',
             'reserved', reserved_quantity,
             'raw_reserved', raw_reserved_quantity ->> 'value') as details
      from inventory_level
     where deleted_at is null
       and (stocked_quantity <> (raw_stocked_quantity ->> 'value')::numeric
            or reserved_quantity <> (raw_reserved_quantity ->> 'value')::numeric)`,
}

const LOT_CONSERVATION: Check = {
  invariant: "I5",
  kind: "lot-conservation",
  certainty: "fact",
  message:
    "Hàng của lô không bảo toàn: nhập + trả lại + đóng giỏ, rã giỏ − xuất khác số còn ở các điểm.",
  mend: "Xem thẻ kho của {sku}, lô «{lot_code}» (GET /admin/stock/items/{item}/card), đếm lô tại mọi điểm, chạy npm run reconcile -- --mend, rồi lập phiếu kiểm kê tại điểm lệch.",
  sql: `
    select concat_ws(' ', 'stock_lot', lot, item) as subject,
           coalesce(b.on_hand, 0) - coalesce(s.moved, 0) as size,
           jsonb_build_object('item', item, 'lot', lot, 'on_hand', coalesce(b.on_hand, 0),
             'received', s.received, 'sold', s.sold, 'returned', s.returned,
             'transferred', s.transferred, 'assembled', s.assembled,
             'disassembled', s.disassembled, 'disposed', s.disposed, 'adjusted', s.adjusted) as details
      from (select item, lot, sum(on_hand) as moved,
                   sum(on_hand) filter (where kind = 'receipt') as received,
                   -sum(on_hand) filter (where kind = 'sale') as sold,
                   sum(on_hand) filter (where kind = 'return') as returned,
                   sum(on_hand) filter (where kind like 'transfer%') as transferred,
                   sum(on_hand) filter (where kind = 'assembly') as assembled,
                   sum(on_hand) filter (where kind = 'disassembly') as disassembled,
                   -sum(on_hand) filter (where kind in ('disposal', 'producer-return')) as disposed,
                   sum(on_hand) filter (where kind in ('count', 'adjustment')) as adjusted
              from reconcile_ledger where part = 'lot' and lot is not null group by 1, 2) s
      full join (select inventory_item_id as item, lot_id as lot, sum(on_hand) as on_hand
                   from stock_balance where lot_id is not null group by 1, 2) b
        using (item, lot)
     where coalesce(b.on_hand, 0) <> coalesce(s.moved, 0)`,
}

const TRANSFERS: Check = {
  invariant: "I5",
  kind: "transfer-net",
  certainty: "fact",
  message: "Phiếu chuyển: số chuyển đi khác số chuyển đến.",
  mend: "Đếm {sku}, lô «{lot_code}» tại hai điểm của phiếu {document}; lập phiếu điều chỉnh (kind adjustment) hoặc dòng sửa (POST /admin/stock/entries/:id/corrections) cho nửa bị thiếu.",
  sql: `
    select concat_ws(' ', 'stock_document', document, item, lot) as subject, on_hand as size,
           jsonb_build_object('document', document, 'item', item, 'lot', lot,
             'net', on_hand) as details
      from reconcile_ledger
     where part = 'document' and matter = 'transfer' and on_hand <> 0`,
}

const ASSEMBLIES: Check = {
  invariant: "I5",
  kind: "assembly",
  certainty: "fact",
  message:
    "Phiếu đóng giỏ quà: số thành phần đã rút khác số ghi trong thành phần của lô giỏ.",
  mend: "Đếm {sku}, lô «{lot_code}» tại điểm của phiếu {document}; lập dòng sửa cho dòng thành phần sai (POST /admin/stock/entries/:id/corrections).",
  sql: `
    select concat_ws(' ', 'stock_document', document, item, nullif(lot, '')) as subject,
           coalesce(drawn.pieces, 0) - coalesce(wanted.pieces, 0) as size,
           jsonb_build_object('document', document, 'item', item,
             'lot', nullif(lot, ''),
             'drawn', coalesce(drawn.pieces, 0), 'wanted', coalesce(wanted.pieces, 0)) as details
      from (select document, item, coalesce(lot, '') as lot, -on_hand as pieces
              from reconcile_ledger e
             where part = 'document' and matter = 'assembly'
               and (on_hand < 0 or not exists (
                     select from stock_lot_component c where c.lot_id = e.lot))) drawn
      full join (
            select e.document, c.inventory_item_id as item,
                   coalesce(c.component_lot_id, '') as lot, sum(c.quantity) as pieces
              from reconcile_ledger e join stock_lot_component c on c.lot_id = e.lot
             where e.part = 'document' and e.matter = 'assembly' and e.on_hand >= 0
             group by 1, 2, 3) wanted
        using (document, item, lot)
     where coalesce(drawn.pieces, 0) <> coalesce(wanted.pieces, 0)`,
}

/** Which lot of baskets a disassembly took apart: that of its rows whose lot has components. */
const TAKEN_APART = `
  select e.document, e.lot as basket from reconcile_ledger e
   where e.part = 'document' and e.matter = 'disassembly'
     and e.lot in (select lot_id from stock_lot_component)`

const DISASSEMBLIES: Check = {
  invariant: "I5",
  kind: "disassembly",
  certainty: "fact",
  message:
    "Rã giỏ quà: số thành phần trả về kho trên thẻ kho khác số ghi ở thành phần của lô giỏ.",
  mend: "Đếm {sku}, lô «{lot_code}» tại điểm rã giỏ; lập dòng sửa cho dòng thành phần của phiếu rã giỏ (POST /admin/stock/entries/:id/corrections), hoặc ghi lại stock_lot_component.returned của lô giỏ {basket} theo thẻ kho.",
  sql: `
    select concat_ws(' ', 'stock_lot', nullif(basket, ''), item, nullif(lot, '')) as subject,
           coalesce(back.pieces, 0) - coalesce(noted.pieces, 0) as size,
           jsonb_build_object('basket', nullif(basket, ''), 'item', item, 'lot', nullif(lot, ''),
             'given_back', coalesce(back.pieces, 0),
             'noted', coalesce(noted.pieces, 0)) as details
      from (select coalesce(apart.basket, '') as basket, e.item, coalesce(e.lot, '') as lot,
                   sum(e.on_hand) as pieces
              from reconcile_ledger e
              left join (${TAKEN_APART}) apart on apart.document = e.document
             where e.part = 'document' and e.matter = 'disassembly'
               and (apart.basket is null or e.lot is distinct from apart.basket)
             group by 1, 2, 3) back
      full join (
            select lot_id as basket, inventory_item_id as item,
                   coalesce(component_lot_id, '') as lot, sum(returned) as pieces
              from stock_lot_component group by 1, 2, 3) noted
        using (basket, item, lot)
     where coalesce(back.pieces, 0) <> coalesce(noted.pieces, 0)`,
}

/**
 * So many baskets, so many pieces of each item: what all of them were made of, in proportion. Where
 * a row of the lot was corrected, somebody has said that it is otherwise.
 */
const DISASSEMBLED_WHOLE: Check = {
  invariant: "I5",
  kind: "disassembly-whole",
  certainty: "fact",
  message: "Rã giỏ quà: số thành phần trả về không ứng với số giỏ đã rã.",
  mend: "Đếm giỏ của lô {basket} và {sku} tại điểm rã giỏ; thiếu thành phần: lập phiếu điều chỉnh (POST /admin/stock/documents, kind adjustment); sai số giỏ: lập dòng sửa cho dòng giỏ (POST /admin/stock/entries/:id/corrections).",
  sql: `
    select concat_ws(' ', 'stock_lot', c.basket, c.item) as subject,
           c.returned - b.apart * c.drawn / b.packed as size,
           jsonb_build_object('basket', c.basket, 'item', c.item, 'given_back', c.returned,
             'drawn', c.drawn, 'packed', b.packed, 'taken_apart', b.apart) as details
      from (select lot_id as basket, inventory_item_id as item, sum(quantity) as drawn,
                   sum(returned) as returned
              from stock_lot_component group by 1, 2) c
      join (select lot, coalesce(sum(on_hand) filter (where kind = 'assembly'), 0) as packed,
                   -coalesce(sum(on_hand) filter (where kind = 'disassembly'), 0) as apart
              from reconcile_ledger
             where part = 'lot' and kind in ('assembly', 'disassembly') group by 1) b
        on b.lot = c.basket
      left join (select distinct part.lot
                   from stock_entry fixed
                   join stock_entry wrong on wrong.id = fixed.corrects_id
                    and wrong.kind in ('assembly', 'disassembly')
                   join reconcile_ledger part on part.part = 'document'
                    and part.document = wrong.document_id
                    and part.matter in ('assembly', 'disassembly')
                  where fixed.corrects_id is not null) corrected on corrected.lot = c.basket
     where corrected.lot is null and b.packed > 0
       and c.returned * b.packed <> b.apart * c.drawn`,
}

const CORRECTIONS: Check = {
  invariant: "I5",
  kind: "correction",
  certainty: "fact",
  message: "Dòng sửa không khớp với dòng mà nó sửa.",
  mend: "Xem dòng {corrected} trên thẻ kho của {sku}; lập một dòng sửa mới cho đúng mặt hàng, điểm và lô (POST /admin/stock/entries/:id/corrections).",
  sql: `
    select 'stock_entry ' || original.id as subject,
           case when bool_or(c.inventory_item_id <> original.inventory_item_id
                          or c.location_id <> original.location_id
                          or c.lot_id is distinct from original.lot_id)
                then sum(abs(c.on_hand_change))
                else -sign(original.on_hand_change)
                     * (original.on_hand_change + sum(c.on_hand_change)) end as size,
           jsonb_build_object('item', original.inventory_item_id, 'point', original.location_id,
             'lot', original.lot_id, 'corrected', original.id,
             'booked', original.on_hand_change, 'taken_back', -sum(c.on_hand_change)) as details
      from stock_entry c join stock_entry original on original.id = c.corrects_id
     where c.corrects_id is not null
     group by original.id
    having bool_or(c.inventory_item_id <> original.inventory_item_id
                or c.location_id <> original.location_id
                or c.lot_id is distinct from original.lot_id)
        or sign(original.on_hand_change) * (original.on_hand_change + sum(c.on_hand_change)) < 0`,
}

const FOREIGN_LOTS: Check = {
  invariant: "I5",
  kind: "lot-of-other-item",
  certainty: "fact",
  message: "Thẻ kho ghi một lô cho mặt hàng không phải của lô đó.",
  mend: "Lập dòng sửa đưa số lượng về 0 cho các dòng của {sku} với lô {lot_code}, rồi nhập lại đúng lô (POST /admin/stock/documents, kind receipt).",
  sql: `
    select concat_ws(' ', 'stock_lot', lot.id, e.item) as subject,
           max(abs(e.on_hand)) as size,
           jsonb_build_object('item', e.item, 'lot', lot.id,
             'lot_item', lot.inventory_item_id) as details
      from reconcile_lot e join stock_lot lot on lot.id = e.lot
     where e.item <> lot.inventory_item_id
     group by e.item, lot.id`,
}

export const STOCK_CHECKS: readonly Check[] = [
  LEDGER_BALANCE,
  BALANCE_RANGE,
  LEVEL_RANGE,
  GUARDS,
  LEVEL_BALANCE,
  LEVEL_RAW,
  LOT_CONSERVATION,
  TRANSFERS,
  ASSEMBLIES,
  DISASSEMBLIES,
  DISASSEMBLED_WHOLE,
  CORRECTIONS,
  FOREIGN_LOTS,
]
