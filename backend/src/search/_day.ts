/** A new day takes goods out of sale without any event: those whose best-before day it is. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { type Day } from "../contracts/calendar"
import { stockToday } from "../lib/stock-day"
import { markProducts, searchQueue } from "./_queue"

const productRow = z.object({ product_id: z.string() })

/**
 * Products with pieces of a lot that is for sale on one of the two days and not on the other.
 * @param seen null: nobody looked yet; all that has expired by `today` then.
 */
async function productsTurning(
  container: MedusaContainer,
  seen: Day | null,
  today: Day,
): Promise<string[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [after, until] = seen !== null && seen > today ? [today, seen] : [seen, today]
  const result = await knex.raw(
    `select distinct variant.product_id
       from stock_lot lot
       join stock_balance balance on balance.lot_id = lot.id and balance.on_hand > 0
       join product_variant_inventory_item link
         on link.inventory_item_id = lot.inventory_item_id and link.deleted_at is null
       join product_variant variant on variant.id = link.variant_id
      where lot.best_before > coalesce(cast(:after as date), '-infinity')
        and lot.best_before <= cast(:until as date)`,
    { after, until },
  )
  return z
    .array(productRow)
    .parse(result.rows)
    .map(({ product_id }) => product_id)
}

/**
 * Has the documents renewed that the change of the day made out of date, also where midnight was
 * slept through. The day is remembered only once they are marked: broken off, it starts again.
 */
export async function followDay(container: MedusaContainer): Promise<void> {
  const queue = searchQueue(container)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [seen, today] = await Promise.all([queue.seenDay(), stockToday(knex)])
  if (seen === today) return
  await markProducts(container, await productsTurning(container, seen, today))
  await queue.rememberDay(today)
}
