/** A1: the alerts are those that the figures of today ask for. */
import { due } from "../../modules/stock-alert/due"
import { type Check } from "./check"

/** Doubtful: a movement, or a new day, is followed a moment later. */
const ALERTS: Check = {
  invariant: "A1",
  kind: "stock-alert",
  certainty: "doubtful",
  message: "Cảnh báo kho thiếu, thừa hoặc sai mức so với số tồn và hạn sử dụng hôm nay.",
  mend: "Xem việc nền deliver-outbox và stock-alerts có đang chạy không (nhật ký backend). Đặt lại mức tối thiểu của {sku} tại {point_name} (trang Cảnh báo kho) thì cảnh báo của mặt hàng ở điểm đó được tính lại.",
  sql: `
    select concat_ws(' ', 'stock_alert', kind, item, location, lot) as subject, 1 as size,
           jsonb_build_object('alert', kind, 'item', item, 'point', location, 'lot', lot,
             'problem', problem, 'stage', stage, 'stage_due', stage_due) as details
      from (select coalesce(a.kind, d.kind) as kind,
                   coalesce(a.inventory_item_id, d.item) as item,
                   coalesce(a.location_id, d.location) as location,
                   coalesce(a.lot_id, d.lot) as lot, a.stage, d.stage as stage_due,
                   case when a.id is null then 'missing' when d.kind is null then 'not due'
                        when a.stage is distinct from d.stage then 'other stage'
                   end as problem
              from (select *, coalesce(lot_id, '') as lot_key from stock_alert) a
              full join (select *, coalesce(lot, '') as lot_key from (${due("all")}) asked) d
                on a.inventory_item_id = d.item and a.location_id = d.location
               and a.kind = d.kind and a.lot_key = d.lot_key) compared
     where problem is not null`,
}

export const ALERT_CHECKS: readonly Check[] = [ALERTS]
