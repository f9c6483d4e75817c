/** Goods that are received must last for a while ("cận hạn"): each item says for how long. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { daysBetween, type Day } from "../../../contracts/calendar"
import { MINIMUM_DAYS_LEFT } from "../../../contracts/receiving"
import { shortLife } from "./refusals"

/** Kept in the item's metadata, which anybody may write anything into. */
const minimum = z.coerce.number().int().positive().nullable().catch(null)
const row = z.object({ id: z.string(), minimum })

/** @returns days by item, of the items that ask for any. */
export async function minimumDaysOf(
  connection: Knex,
  itemIds: readonly string[],
): Promise<Map<string, number>> {
  const result = await connection.raw(
    `select id, metadata ->> :key as minimum from inventory_item
      where id = any(:items) and metadata ->> :key is not null`,
    { key: MINIMUM_DAYS_LEFT, items: [...new Set(itemIds)] },
  )
  return new Map(
    z
      .array(row)
      .parse(result.rows)
      .flatMap(({ id, minimum: days }) => (days === null ? [] : [[id, days]])),
  )
}

/**
 * @param minimumDays that must be left; none where the item asks for none.
 * @param reason why they are taken in nevertheless.
 * @throws ApiFailure 422 short_life naming the line.
 */
export function assertLife(
  line: number,
  bestBefore: Day,
  today: Day,
  minimumDays: number | undefined,
  reason: string | undefined,
): void {
  const left = daysBetween(today, bestBefore)
  if (minimumDays !== undefined && left < minimumDays && !reason)
    throw shortLife(line, left, minimumDays)
}

/** As it stands in the ledger. */
export const shortLifeNote = (reason: string): string => `Nhận hàng cận hạn: ${reason}`
