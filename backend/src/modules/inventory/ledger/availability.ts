/** What can be sold: neither reserved, nor expired, nor recalled, nor on the road. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"

/** Columns without which the framework cannot say what is available. */
const NEEDED = [
  "id",
  "stocked_quantity",
  "reserved_quantity",
  "raw_stocked_quantity",
  "raw_reserved_quantity",
]
const AVAILABLE = "available_quantity"

type Config = { select?: readonly unknown[] }

/**
 * Adds to the columns asked for what the available quantity is made of.
 * @param path where the levels are in the result, e.g. "location_levels."
 */
export function withFigures<Given extends Config>(config: Given, path = ""): Given {
  const { select } = config
  if (!Array.isArray(select) || !select.includes(`${path}${AVAILABLE}`)) return config
  return {
    ...config,
    select: [...new Set([...select, ...NEEDED.map((column) => `${path}${column}`)])],
  }
}

const blockedRow = z.object({ id: z.string(), blocked: z.number() })

/** Free pieces at levels that must not be sold, by level; levels without any are left out. */
async function blockedAt(
  connection: Knex,
  levelIds: readonly string[],
): Promise<Map<string, number>> {
  const result = await connection.raw(
    `select level.id, sum(b.on_hand - b.reserved)::integer as blocked
       from inventory_level level
       join stock_balance b on b.inventory_item_id = level.inventory_item_id
        and b.location_id = level.location_id and b.on_hand > b.reserved
       left join stock_lot lot on lot.id = b.lot_id
      where level.id = any(?) and not stock_sellable(b.location_id, lot)
      group by level.id`,
    [[...levelIds]],
  )
  return new Map(
    z
      .array(blockedRow)
      .parse(result.rows)
      .map(({ id, blocked }) => [id, blocked]),
  )
}

type Level = {
  id: string
  stocked_quantity?: number
  reserved_quantity?: number
  available_quantity?: number
}

const isLevel = (value: unknown): value is Level =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string"

/** The levels loaded with some items; none where they were not asked for. */
export const levelsIn = (items: readonly object[]): Level[] =>
  items.flatMap((item) =>
    "location_levels" in item && Array.isArray(item.location_levels)
      ? item.location_levels.filter(isLevel)
      : [],
  )

/** Corrects what the framework has worked out from stocked and reserved pieces alone. */
export async function correctAvailable(
  connection: Knex,
  levels: readonly Level[],
): Promise<void> {
  const shown = levels.filter((level) => level.available_quantity !== undefined)
  if (shown.length === 0) return
  const blocked = await blockedAt(
    connection,
    shown.map(({ id }) => id),
  )
  for (const level of shown) {
    const left = (level.available_quantity ?? 0) - (blocked.get(level.id) ?? 0)
    level.available_quantity = Math.max(0, left)
  }
}

/** @returns sellable free pieces of an item at some points; at all of them without `locations`. */
export async function sellableFree(
  connection: Knex,
  item: string,
  locations: readonly string[] | null,
): Promise<number> {
  const result = await connection.raw(
    `select coalesce(sum(b.on_hand - b.reserved), 0)::integer as free
       from stock_balance b
       join inventory_level level on level.inventory_item_id = b.inventory_item_id
        and level.location_id = b.location_id and level.deleted_at is null
       left join stock_lot lot on lot.id = b.lot_id
      where b.inventory_item_id = ? and b.on_hand > 0 and (b.location_id = any(?) or ?)
        and stock_sellable(b.location_id, lot)`,
    [item, [...(locations ?? [])], locations === null],
  )
  return z.object({ free: z.number() }).parse(result.rows[0]).free
}
