/** Points as a buyer knows them, by the stock location behind them. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { type Parcel } from "../contracts/parcel"

const POINTS = `
  select location.id, coalesce(showroom.name, location.name) as name, showroom.handle
    from stock_location location
    left join showroom_showroom_stock_location_stock_location link
      on link.stock_location_id = location.id and link.deleted_at is null
    left join showroom on showroom.id = link.showroom_id and showroom.deleted_at is null
   where location.id = any(?)`

const pointRow = z.object({
  id: z.string(),
  name: z.string(),
  handle: z.string().nullable(),
})

/** By location id; also of points that have been closed since. */
export async function pointsAt(
  container: MedusaContainer,
  locationIds: readonly string[],
): Promise<ReadonlyMap<string, Parcel["point"]>> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await connection.raw(POINTS, [[...locationIds]])
  return new Map(
    z
      .array(pointRow)
      .parse(rows)
      .map(({ id, name, handle }) => [id, { name, handle }]),
  )
}
