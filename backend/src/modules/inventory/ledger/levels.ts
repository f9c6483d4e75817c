/** Shelves (item × point): opening, closing, and changing what lies on them without a document. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { type SYSTEM_REASON_LABELS } from "../../../contracts/stock"
import { byExpiry, freeIn, take } from "./allocate"
import { areLocked, type Change, levelsOf, noChange } from "./change"
import { command } from "./command"
import { documentOr } from "./drafts"
import {
  notStockedHere,
  shelfExists,
  shelfNotEmpty,
  stockReserved,
  unknownItem,
} from "./failures"
import { type Balance, type EntryDraft } from "./rows"
import { append, balancesAt, lockShelves, type Shelf, shelfKey } from "./store"

type Reason = keyof typeof SYSTEM_REASON_LABELS
const BY_HAND = { type: "admin-edit", id: "inventory-level" }

const draftOf = (
  shelf: Shelf & { lot_id?: string | null },
  change: number,
  reason: Reason,
): EntryDraft => ({
  inventory_item_id: shelf.inventory_item_id,
  location_id: shelf.location_id,
  lot_id: shelf.lot_id ?? null,
  kind: "adjustment",
  quantity: Math.abs(change),
  on_hand_change: change,
  reserved_change: 0,
  reason,
  ...documentOr(BY_HAND),
})

/** Goods without a lot first, then what must not be sold anyway, then what expires first. */
const byWorth = (a: Balance, b: Balance): number => worth(a) - worth(b) || byExpiry(a, b)
const worth = ({ lot_id, sellable }: Balance): number =>
  lot_id === null ? 0 : sellable ? 2 : 1

/** @throws ApiFailure 409 `stock_reserved` when fewer pieces are free. */
function changeDrafts(
  shelf: Shelf,
  change: number,
  balances: readonly Balance[],
  reason: Reason,
): EntryDraft[] {
  if (change === 0) return []
  if (change > 0) return [draftOf(shelf, change, reason)]
  const here = at(balances, shelf)
  const taken = take(here, -change, byWorth)
  if (!taken) throw stockReserved(freeIn(here))
  return taken.map(({ balance, quantity }) => draftOf(balance, -quantity, reason))
}

const at = (balances: readonly Balance[], shelf: Shelf): Balance[] =>
  balances.filter(
    ({ inventory_item_id, location_id }) =>
      inventory_item_id === shelf.inventory_item_id && location_id === shelf.location_id,
  )

export const onHandAt = (balances: readonly Balance[], shelf: Shelf): number =>
  at(balances, shelf).reduce((sum, { on_hand }) => sum + on_hand, 0)

export type Adjustment = Shelf & {
  /** Whole pieces, up or down. */
  change: number
}

/** Adjustments of one shelf together. */
export function perShelf(adjustments: readonly Adjustment[]): Adjustment[] {
  const shelves = new Map<string, Adjustment>()
  for (const each of adjustments) {
    const key = `${each.inventory_item_id}@${each.location_id}`
    const { change = 0 } = shelves.get(key) ?? {}
    shelves.set(key, { ...each, change: change + each.change })
  }
  return [...shelves.values()]
}

/**
 * Changes on-hand stock by hand; what is reserved stays.
 * @throws ApiFailure 409 `stock_reserved`, 422 `not_stocked_here`
 */
export async function adjustShelves(
  connection: Knex,
  adjustments: readonly Adjustment[],
): Promise<Change> {
  const wanted = perShelf(adjustments)
  return await command(connection, async (transaction) => {
    const levels = await lockShelves(transaction, wanted)
    if (!areLocked(levels, wanted)) throw notStockedHere()
    const balances = await balancesAt(transaction, wanted)
    const drafts = wanted.flatMap((each) =>
      changeDrafts(each, each.change, balances, "admin-edit"),
    )
    await append(transaction, drafts)
    return { ...noChange(), levels: levelsOf(levels, drafts) }
  })
}

export type LevelInput = Shelf & {
  stocked_quantity?: number
  incoming_quantity?: number
  metadata?: Record<string, unknown> | null
}

/**
 * Sets figures of shelves. On-hand is set to what is given, whatever it was the moment before.
 * @throws ApiFailure 409 `stock_reserved`, 422 `not_stocked_here`
 */
export async function updateShelves(
  connection: Knex,
  given: readonly LevelInput[],
): Promise<Change> {
  // A shelf that is named twice gets the last figure, not the sum of two differences.
  const inputs = [...new Map(given.map((input) => [shelfKey(input), input])).values()]
  return await command(connection, async (transaction) => {
    const levels = await lockShelves(transaction, inputs)
    if (!areLocked(levels, inputs)) throw notStockedHere()
    const balances = await balancesAt(transaction, inputs)
    const drafts = inputs.flatMap((input) =>
      input.stocked_quantity === undefined
        ? []
        : changeDrafts(
            input,
            input.stocked_quantity - onHandAt(balances, input),
            balances,
            "admin-edit",
          ),
    )
    await append(transaction, drafts)
    for (const { incoming_quantity: incoming, metadata, ...shelf } of inputs) {
      if (incoming === undefined && metadata === undefined) continue
      await transaction("inventory_level")
        .where({
          inventory_item_id: shelf.inventory_item_id,
          location_id: shelf.location_id,
        })
        .whereNull("deleted_at")
        .update({
          ...(incoming === undefined
            ? {}
            : { incoming_quantity: incoming, raw_incoming_quantity: raw(incoming) }),
          ...(metadata === undefined
            ? {}
            : { metadata: metadata && JSON.stringify(metadata) }),
          updated_at: transaction.fn.now(),
        })
    }
    return { ...noChange(), levels: levels.map(({ id }) => id) }
  })
}

const raw = (quantity: number): string =>
  JSON.stringify({ value: String(quantity), precision: 20 })

/**
 * Opens shelves; what lies on them from the start is booked as their opening balance.
 * @returns ids of the new levels, in the order of the input.
 * @throws ApiFailure 404 `unknown_item`, 409 `shelf_exists`
 */
export async function createShelves(
  connection: Knex,
  inputs: readonly LevelInput[],
): Promise<string[]> {
  const rows = inputs.map((input) => ({
    ...input,
    id: generateEntityId(undefined, "ilev"),
  }))
  await command(connection, async (transaction) => {
    await insertLevels(transaction, rows)
    const drafts = rows.flatMap((row) =>
      changeDrafts(row, row.stocked_quantity ?? 0, [], "opening"),
    )
    await append(transaction, drafts)
  })
  return rows.map(({ id }) => id)
}

const idRow = z.object({ id: z.string() })

async function insertLevels(
  transaction: Knex.Transaction,
  rows: readonly (LevelInput & { id: string })[],
): Promise<void> {
  const items = new Set(rows.map(({ inventory_item_id }) => inventory_item_id))
  const known = await transaction("inventory_item")
    .select("id")
    .whereIn("id", [...items])
    .whereNull("deleted_at")
  if (z.array(idRow).parse(known).length < items.size) throw unknownItem()
  const result = await transaction.raw(
    `insert into inventory_level (id, inventory_item_id, location_id, raw_stocked_quantity,
        raw_reserved_quantity, incoming_quantity, raw_incoming_quantity, metadata)
     select id, inventory_item_id, location_id, '{"value": "0", "precision": 20}',
            '{"value": "0", "precision": 20}', coalesce(incoming_quantity, 0),
            jsonb_build_object('value', coalesce(incoming_quantity, 0)::text, 'precision', 20),
            metadata
       from jsonb_to_recordset(cast(? as jsonb)) as r (id text, inventory_item_id text,
            location_id text, incoming_quantity numeric, metadata jsonb)
      order by inventory_item_id, location_id
     on conflict do nothing
     returning id`,
    [JSON.stringify(rows)],
  )
  if (z.array(idRow).parse(result.rows).length < rows.length) throw shelfExists()
}

const levelRow = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  location_id: z.string(),
})

async function levelsById(connection: Knex, ids: readonly string[]) {
  const rows = await connection("inventory_level")
    .select("id", "inventory_item_id", "location_id")
    .whereIn("id", [...ids])
    .whereNull("deleted_at")
  return z.array(levelRow).parse(rows)
}

/**
 * Undoes the opening of shelves: what is left of the opening balance is written off, the shelves
 * are removed.
 * @throws ApiFailure 409 `stock_reserved` when an order holds pieces.
 */
export async function removeShelves(
  connection: Knex,
  ids: readonly string[],
): Promise<void> {
  await command(connection, async (transaction) => {
    const levels = await lockShelves(transaction, await levelsById(transaction, ids))
    const balances = await balancesAt(transaction, levels)
    const reserved = balances.some((balance) => balance.reserved > 0)
    if (reserved) throw stockReserved(freeIn(balances))
    await append(
      transaction,
      balances.map((each) => draftOf(each, -each.on_hand, "unshelved")),
    )
    await transaction("inventory_level")
      .whereIn("id", [...ids])
      .delete()
  })
}

/**
 * @throws ApiFailure 409 `stock_reserved` or `shelf_not_empty` when anything lies on the shelves
 * that are found by `column`.
 */
export async function assertEmpty(
  connection: Knex,
  column: "id" | "inventory_item_id" | "location_id",
  values: readonly string[],
): Promise<void> {
  const rows = await connection("inventory_level")
    .select("stocked_quantity", "reserved_quantity")
    .whereIn(column, [...values])
    .whereNull("deleted_at")
    .where("stocked_quantity", ">", 0)
  const full = z
    .array(
      z.object({
        stocked_quantity: z.coerce.number(),
        reserved_quantity: z.coerce.number(),
      }),
    )
    .parse(rows)
  const [first] = full
  if (!first) return
  const reserved = full.find((row) => row.reserved_quantity > 0)
  throw reserved
    ? stockReserved(reserved.stocked_quantity - reserved.reserved_quantity)
    : shelfNotEmpty()
}
