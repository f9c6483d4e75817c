/** Minimums ("mức tối thiểu") of items at points: setting them, and reading them with today's figures. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import {
  type MinimumBody,
  type MinimumQuery,
  minimumView,
  type MinimumView,
} from "../contracts/stock-alerts"
import { IN_TRANSIT } from "../modules/inventory/ledger/in-transit"
import { FREE, NEEDED } from "../modules/stock-alert/due"
import { ApiFailure } from "./api-failure"
import { stockAlertsOf } from "./stock-alert-service"
import { ITEM_TITLE, JOIN_SHOWROOM, POINT_NAME } from "./stock-names"

const unknown = (code: string, field: string, message: string) =>
  new ApiFailure(404, code, message, { [field]: message })

const known = z.tuple([z.object({ item: z.boolean(), location: z.boolean() })])

/** @throws ApiFailure 404 unknown_item, 404 unknown_location */
async function assertKnown(
  container: MedusaContainer,
  { inventory_item_id, location_id }: MinimumBody,
): Promise<void> {
  const result = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select exists (select from inventory_item
                     where id = :item and deleted_at is null) as item,
            exists (select from stock_location where id = :location
                       and id <> '${IN_TRANSIT}' and deleted_at is null) as location`,
    { item: inventory_item_id, location: location_id },
  )
  const [found] = known.parse(result.rows)
  if (!found.item)
    throw unknown("unknown_item", "inventory_item_id", "Không có mặt hàng này.")
  if (!found.location)
    throw unknown("unknown_location", "location_id", "Không có điểm bán này.")
}

const counted = z.array(z.object({ count: z.coerce.number() }))

/** The smallest stocks in relation to their need first. */
export async function listMinimums(
  container: MedusaContainer,
  query: MinimumQuery,
): Promise<{ minimums: MinimumView[]; count: number }> {
  const result = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select *, count(*) over () as count from (
       select m.inventory_item_id, item.sku, ${ITEM_TITLE} as title, m.location_id,
              ${POINT_NAME} as point_name, m.minimum, m.cover_days,
              coalesce(s.pieces, 0) as sold, ${NEEDED} as needed,
              (select ${FREE} from stock_balance b left join stock_lot lot on lot.id = b.lot_id
                where b.inventory_item_id = m.inventory_item_id
                  and b.location_id = m.location_id and b.on_hand > b.reserved) as free
         from stock_minimum m
         join inventory_item item on item.id = m.inventory_item_id
         join stock_location location on location.id = m.location_id
         ${JOIN_SHOWROOM}
         left join stock_sold s
           on s.inventory_item_id = m.inventory_item_id and s.location_id = m.location_id
        where (cast(:item as text) is null or m.inventory_item_id = :item)
          and (cast(:location as text) is null or m.location_id = :location)) minimum
      order by free::float8 / nullif(needed, 0) nulls last, title, point_name, location_id
      limit :limit offset :offset`,
    {
      item: query.inventory_item_id ?? null,
      location: query.location_id ?? null,
      limit: query.limit,
      offset: query.offset,
    },
  )
  return {
    minimums: z.array(minimumView).parse(result.rows),
    count: counted.parse(result.rows)[0]?.count ?? 0,
  }
}

/**
 * @returns the minimum as it now is; null when there is none any more.
 * @throws ApiFailure 404 unknown_item, 404 unknown_location, 503 busy
 */
export async function setMinimum(
  container: MedusaContainer,
  minimum: MinimumBody,
): Promise<MinimumView | null> {
  await assertKnown(container, minimum)
  await stockAlertsOf(container).setMinimums([minimum])
  const { inventory_item_id, location_id } = minimum
  const { minimums } = await listMinimums(container, {
    inventory_item_id,
    location_id,
    limit: 1,
    offset: 0,
  })
  return minimums[0] ?? null
}
