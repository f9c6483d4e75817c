/** Alerts that have recovered: what they were about, since when, until when, and what ended them. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { type AlertQuery, closedAlert, type ClosedAlert } from "../contracts/stock-alerts"
import { ITEM_TITLE, JOIN_SHOWROOM, POINT_NAME } from "./stock-names"

const moment = z.date().transform((at) => at.toISOString())
const row = closedAlert.extend({ opened_at: moment, closed_at: moment })
const countRow = z.tuple([z.object({ count: z.coerce.number() })])

const WANTED = `(cast(:location as text) is null or a.location_id = :location)
   and (cast(:kind as text) is null or a.kind = :kind)`

/** One page, the newest first, and how many there are. */
export async function listClosedAlerts(
  container: MedusaContainer,
  query: AlertQuery,
): Promise<{ alerts: ClosedAlert[]; count: number }> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const filter = { location: query.location_id ?? null, kind: query.kind ?? null }
  const [page, total] = await Promise.all([
    knex.raw(
      `select a.id::text as id, a.kind, a.stage, a.opened_at, a.closed_at, a.closed_by_kind,
              a.inventory_item_id, item.sku, ${ITEM_TITLE} as title,
              a.location_id, ${POINT_NAME} as point_name,
              a.lot_id, lot.code as lot_code, lot.best_before::text as best_before
         from stock_alert_closed a
         join inventory_item item on item.id = a.inventory_item_id
         join stock_location location on location.id = a.location_id
         ${JOIN_SHOWROOM}
         left join stock_lot lot on lot.id = a.lot_id
        where ${WANTED}
        order by a.closed_at desc, a.id desc limit :limit offset :offset`,
      { ...filter, limit: query.limit, offset: query.offset },
    ),
    knex.raw(`select count(*) from stock_alert_closed a where ${WANTED}`, filter),
  ])
  return {
    alerts: z.array(row).parse(page.rows),
    count: countRow.parse(total.rows)[0].count,
  }
}
