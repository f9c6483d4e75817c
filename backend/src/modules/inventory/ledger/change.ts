/** What a command has changed, for whoever must be told. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type LockedLevel, type Shelf, shelfKey } from "./store"

export type Change = {
  /** Reservations that the command was about, in the order of its input. */
  reservations: string[]
  created: string[]
  updated: string[]
  deleted: string[]
  /** Inventory levels whose figures moved. */
  levels: string[]
  opened: string[]
  closed: string[]
}

export const noChange = (): Change => ({
  reservations: [],
  created: [],
  updated: [],
  deleted: [],
  levels: [],
  opened: [],
  closed: [],
})

/** Whether all shelves are among the locked ones. */
export function areLocked(
  levels: readonly LockedLevel[],
  shelves: readonly Shelf[],
): boolean {
  const locked = new Set(levels.map(shelfKey))
  return shelves.every((shelf) => locked.has(shelfKey(shelf)))
}

/** Ids of the levels that belong to some shelves. */
export function levelsOf(
  levels: readonly LockedLevel[],
  shelves: readonly Shelf[],
): string[] {
  const wanted = new Set(shelves.map(shelfKey))
  return levels.filter((level) => wanted.has(shelfKey(level))).map(({ id }) => id)
}

/** The levels of some shelves, as changed. */
export async function changedAt(
  connection: Knex,
  shelves: readonly Shelf[],
): Promise<Change> {
  const result = await connection.raw(
    `select distinct level.id
       from inventory_level level
       join unnest(cast(? as text[]), cast(? as text[])) as moved(item, location)
         on level.inventory_item_id = moved.item and level.location_id = moved.location
      where level.deleted_at is null`,
    [
      shelves.map((each) => each.inventory_item_id),
      shelves.map((each) => each.location_id),
    ],
  )
  const rows = z.array(z.object({ id: z.string() })).parse(result.rows)
  return { ...noChange(), levels: rows.map(({ id }) => id) }
}
