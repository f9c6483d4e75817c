/** I5 for what is on the road: it belongs to a transfer that is under way. */
import { IN_TRANSIT } from "../../modules/inventory/ledger/in-transit"
import { type Check } from "./check"

const IN_TRANSIT_SUMS: Check = {
  invariant: "I5",
  kind: "in-transit",
  certainty: "fact",
  message: "Số hàng đang chuyển khác với các phiếu chuyển còn mở.",
  mend: "Xem phiếu chuyển {transfer} và thẻ kho của {sku} tại «Hàng đang chuyển»; nhận nốt hoặc đóng phiếu. Dòng ghi tay vào «Hàng đang chuyển» thì sửa về 0 bằng dòng sửa.",
  sql: `
    select concat_ws(' ', 'stock_transfer', transfer, item, lot) as subject,
           greatest(abs(pieces), 1) as size,
           jsonb_build_object('transfer', transfer, 'status', status, 'item', item,
             'lot', lot, 'pieces', pieces) as details
      from (select t.id as transfer, t.status, e.inventory_item_id as item, e.lot_id as lot,
                   sum(e.on_hand_change) as pieces
              from stock_entry e
              left join stock_document d
                on e.document_type = 'stock_document' and d.id = e.document_id
              left join stock_transfer t on t.id = d.part_of
             where e.location_id = '${IN_TRANSIT}'
             group by t.id, t.status, e.inventory_item_id, e.lot_id, e.document_line) road
     where pieces < 0 or pieces > 0 and status is distinct from 'sent'`,
}

/** A transfer that is under way has something on the road. */
const TRANSFER_EMPTY: Check = {
  invariant: "I5",
  kind: "transfer-empty",
  certainty: "fact",
  message: "Phiếu chuyển ghi là đang chuyển nhưng không còn hàng trên đường.",
  mend: "Đóng phiếu chuyển {transfer} (POST /admin/stock/transfers/{transfer}/close).",
  sql: `
    select 'stock_transfer ' || t.id as subject, 1 as size,
           jsonb_build_object('transfer', t.id) as details
      from stock_transfer t
     where t.status = 'sent'
       and not exists (select from stock_document d
             join stock_entry e on e.document_type = 'stock_document'
              and e.document_id = d.id and e.location_id = '${IN_TRANSIT}'
            where d.part_of = t.id
            having sum(e.on_hand_change) > 0)`,
}

/** What was booked for a stocktake is what was counted against what the books said then. */
const STOCKTAKE_BOOKED: Check = {
  invariant: "I5",
  kind: "stocktake-booked",
  certainty: "fact",
  message: "Đợt kiểm kê chưa duyệt nhưng đã ghi vào thẻ kho, hoặc ghi hơn một lần.",
  mend: "Xem các dòng kiểm kê của đợt {stocktake} trên thẻ kho và sửa dòng thừa về 0.",
  sql: `
    select 'stocktake ' || s.id as subject, count(distinct d.id) as size,
           jsonb_build_object('stocktake', s.id, 'status', s.status) as details
      from stocktake s
      join stock_document d on d.part_of = s.id and d.kind = 'stocktake-approve'
     group by s.id having s.status <> 'approved' or count(distinct d.id) > 1`,
}

export const WAREHOUSE_CHECKS: readonly Check[] = [
  IN_TRANSIT_SUMS,
  TRANSFER_EMPTY,
  STOCKTAKE_BOOKED,
]
