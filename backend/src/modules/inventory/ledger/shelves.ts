/** The shelves (item × point) that a document moves: made where it may, locked, or refused. */
import { generateEntityId } from "@medusajs/framework/utils"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { notStockedHere, unknownItem } from "./failures"
import { type LockedLevel, lockShelves, type Shelf, shelfKey } from "./store"

/** A shelf, and the line of the document that needs it. */
export type WantedShelf = Shelf & { line?: number }

/**
 * Shelves are made before any is locked: whoever waits here for another's new shelf holds nothing
 * that the other could be waiting for.
 */
async function makeShelves(
  transaction: Knex.Transaction,
  shelves: readonly Shelf[],
): Promise<void> {
  const wanted = [...new Map(shelves.map((shelf) => [shelfKey(shelf), shelf])).values()]
  if (wanted.length === 0) return
  await transaction.raw(
    `insert into inventory_level (id, inventory_item_id, location_id, raw_stocked_quantity,
        raw_reserved_quantity, raw_incoming_quantity)
     select wanted.id, wanted.item, wanted.location, zero, zero, zero
       from unnest(cast(:ids as text[]), cast(:items as text[]), cast(:locations as text[]))
              as wanted(id, item, location)
       join inventory_item item on item.id = wanted.item and item.deleted_at is null
      cross join (select '{"value": "0", "precision": 20}'::jsonb as zero) nought
      where not exists (select from inventory_level level
        where level.inventory_item_id = wanted.item and level.location_id = wanted.location
          and level.deleted_at is null)
      order by wanted.item, wanted.location
     on conflict do nothing`,
    {
      ids: wanted.map(() => generateEntityId(undefined, "ilev")),
      items: wanted.map((each) => each.inventory_item_id),
      locations: wanted.map((each) => each.location_id),
    },
  )
}

const known = z.array(z.object({ id: z.string() }))

/** @throws ApiFailure 404 unknown_item or 422 not_stocked_here for the first line without a shelf. */
export async function openShelves(
  transaction: Knex.Transaction,
  { kept, made = [] }: { kept: readonly WantedShelf[]; made?: readonly WantedShelf[] },
): Promise<LockedLevel[]> {
  await makeShelves(transaction, made)
  const wanted = [...kept, ...made]
  const levels = await lockShelves(transaction, wanted)
  const found = new Set(levels.map(shelfKey))
  const missing = wanted.filter((shelf) => !found.has(shelfKey(shelf)))
  if (missing.length === 0) return levels
  const items = known.parse(
    await transaction("inventory_item")
      .select("id")
      .whereIn(
        "id",
        missing.map((shelf) => shelf.inventory_item_id),
      )
      .whereNull("deleted_at"),
  )
  const [first] = missing.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  if (first === undefined) return levels
  throw items.some(({ id }) => id === first.inventory_item_id)
    ? notStockedHere(first.line)
    : unknownItem(first.line)
}
