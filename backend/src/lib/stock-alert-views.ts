/** Open alerts with the figures of this moment, under the names that people know. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import {
  alertCounts,
  type AlertCounts,
  type AlertQuery,
  EXPIRY_STAGES,
  FIRST_EXPIRY_STAGE,
  type StockAlert,
} from "../contracts/stock-alerts"
import { FREE, NEEDED } from "../modules/stock-alert/due"
import { ITEM_TITLE, JOIN_SHOWROOM, POINT_NAME } from "./stock-names"
import { type Giver, suggestTransfers } from "./transfer-suggestions"

/**
 * `urgency`, the smaller the sooner: the days that a lot has left; for what runs short, the part of
 * its need that is left, as if a full shelf had the days of the first warning.
 */
const ALERTS = `
  select a.id::text as id, a.kind, a.stage, a.changed_at, a.told_on is null as is_new,
         a.inventory_item_id, item.sku, ${ITEM_TITLE} as title,
         a.location_id, ${POINT_NAME} as point_name,
         showroom.latitude, showroom.longitude,
         a.lot_id, lot.code as lot_code, lot.best_before::text as best_before,
         lot.best_before - stock_today() as days_left,
         m.minimum, m.cover_days, figures.needed, figures.pieces,
         coalesce(lot.best_before - stock_today(),
           ${FIRST_EXPIRY_STAGE}.0 * figures.pieces / nullif(figures.needed, 0), 0) as urgency
    from stock_alert a
    join inventory_item item on item.id = a.inventory_item_id
    join stock_location location on location.id = a.location_id
    ${JOIN_SHOWROOM}
    left join stock_lot lot on lot.id = a.lot_id
    left join stock_minimum m on a.kind = 'low-stock'
     and m.inventory_item_id = a.inventory_item_id and m.location_id = a.location_id
    left join stock_sold s
      on s.inventory_item_id = a.inventory_item_id and s.location_id = a.location_id
   cross join lateral (
     select ${NEEDED} as needed,
            case a.kind when 'low-stock' then ${FREE}
                 else coalesce(sum(b.on_hand) filter (where b.lot_id = a.lot_id), 0)::integer
            end as pieces
       from stock_balance b left join stock_lot lot on lot.id = b.lot_id
      where b.inventory_item_id = a.inventory_item_id and b.location_id = a.location_id
        and b.on_hand > 0) figures
   where (cast(:location as text) is null or a.location_id = :location)
     and (cast(:kind as text) is null or a.kind = :kind)`

const common = z.object({
  id: z.string(),
  changed_at: z.date().transform((at) => at.toISOString()),
  is_new: z.boolean(),
  inventory_item_id: z.string(),
  sku: z.string().nullable(),
  title: z.string(),
  location_id: z.string(),
  point_name: z.string(),
  pieces: z.number(),
})
const lowStock = common.extend({
  kind: z.literal("low-stock"),
  minimum: z.number().nullable(),
  cover_days: z.number().nullable(),
  needed: z.number(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
})
const nearExpiry = common.extend({
  kind: z.literal("near-expiry"),
  stage: z.literal(EXPIRY_STAGES),
  lot_id: z.string(),
  lot_code: z.string(),
  best_before: z.string(),
  days_left: z.number(),
})
const row = z.discriminatedUnion("kind", [lowStock, nearExpiry])
type Row = z.output<typeof row>

const positionOf = (place: { latitude: number | null; longitude: number | null }) =>
  place.latitude !== null && place.longitude !== null
    ? { latitude: place.latitude, longitude: place.longitude }
    : null

/** OCOP points that have more of some items than they need themselves. */
const GIVERS = `
  select item, location_id, point_name, latitude, longitude, free - kept as surplus
    from (select b.inventory_item_id as item, b.location_id, showroom.name as point_name,
                 showroom.latitude, showroom.longitude, ${FREE} as free,
                 case when m.inventory_item_id is null then coalesce(s.pieces, 0)
                      else ${NEEDED} end as kept
            from stock_balance b
            left join stock_lot lot on lot.id = b.lot_id
            join stock_location location on location.id = b.location_id
             and location.deleted_at is null
            ${JOIN_SHOWROOM}
            left join stock_minimum m
              on m.inventory_item_id = b.inventory_item_id and m.location_id = b.location_id
            left join stock_sold s
              on s.inventory_item_id = b.inventory_item_id and s.location_id = b.location_id
           where b.inventory_item_id = any(?) and b.on_hand > b.reserved
             and showroom.id is not null
           group by b.inventory_item_id, b.location_id, showroom.id, m.inventory_item_id,
                    m.location_id, s.pieces) shelf
   where free > kept`

const giverRow = z.object({
  item: z.string(),
  location_id: z.string(),
  point_name: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  surplus: z.number(),
})

async function giversOf(
  container: MedusaContainer,
  items: readonly string[],
): Promise<ReadonlyMap<string, Giver[]>> {
  const givers = new Map<string, Giver[]>()
  if (items.length === 0) return givers
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(GIVERS, [[...new Set(items)]])
  for (const { item, latitude, longitude, ...giver } of z.array(giverRow).parse(rows)) {
    const known = givers.get(item) ?? []
    known.push({ ...giver, position: positionOf({ latitude, longitude }) })
    givers.set(item, known)
  }
  return givers
}

async function withSuggestions(
  container: MedusaContainer,
  rows: readonly Row[],
): Promise<StockAlert[]> {
  const givers = await giversOf(
    container,
    rows.flatMap((each) => (each.kind === "low-stock" ? [each.inventory_item_id] : [])),
  )
  return rows.map((each) => {
    if (each.kind === "near-expiry") return each
    const { latitude, longitude, ...alert } = each
    const missing = alert.needed - alert.pieces
    return {
      ...alert,
      suggestions: suggestTransfers(
        {
          location_id: alert.location_id,
          position: positionOf({ latitude, longitude }),
          missing,
        },
        givers.get(alert.inventory_item_id) ?? [],
      ),
    }
  })
}

const countRow = z.tuple([z.object({ count: z.coerce.number() })])

/** One page of the open alerts, the most urgent first, and how many there are. */
export async function listAlerts(
  container: MedusaContainer,
  query: AlertQuery,
): Promise<{ alerts: StockAlert[]; count: number }> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const filter = { location: query.location_id ?? null, kind: query.kind ?? null }
  const [page, total] = await Promise.all([
    knex.raw(
      `select * from (${ALERTS}) alert
        order by urgency, title, point_name, id limit :limit offset :offset`,
      { ...filter, limit: query.limit, offset: query.offset },
    ),
    knex.raw(
      `select count(*) from stock_alert a
        where (cast(:location as text) is null or a.location_id = :location)
          and (cast(:kind as text) is null or a.kind = :kind)`,
      filter,
    ),
  ])
  const alerts = await withSuggestions(container, z.array(row).parse(page.rows))
  return { alerts, count: countRow.parse(total.rows)[0].count }
}

const MOST_URGENT = 3

/** Of each point the few alerts that are the most urgent, without suggestions. */
export async function mostUrgentAlerts(
  container: MedusaContainer,
): Promise<ReadonlyMap<string, Row[]>> {
  const result = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select * from (
       select *, row_number() over (partition by location_id order by urgency, title, id)
                   as place
         from (${ALERTS}) alert) placed
      where place <= :most order by location_id, place`,
    { location: null, kind: null, most: MOST_URGENT },
  )
  const byPoint = new Map<string, Row[]>()
  for (const alert of z.array(row).parse(result.rows))
    byPoint.set(alert.location_id, [...(byPoint.get(alert.location_id) ?? []), alert])
  return byPoint
}
export type UrgentAlert = Row

/** Points with open alerts, in the order of their names. */
export async function countAlerts(container: MedusaContainer): Promise<AlertCounts[]> {
  const result = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select a.location_id, ${POINT_NAME} as point_name,
            (count(*) filter (where a.kind = 'low-stock'))::integer as low_stock,
            (count(*) filter (where a.stage > 0))::integer as near_expiry,
            (count(*) filter (where a.stage = 0))::integer as expired,
            (count(*) filter (where a.told_on is null))::integer as new
       from stock_alert a
       join stock_location location on location.id = a.location_id
       ${JOIN_SHOWROOM}
      group by a.location_id, showroom.name, location.name`,
  )
  const collator = new Intl.Collator("vi")
  return z
    .array(alertCounts)
    .parse(result.rows)
    .sort((a, b) => collator.compare(a.point_name, b.point_name))
}
