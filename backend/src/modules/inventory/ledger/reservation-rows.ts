/** The framework's `reservation_item` rows; what they hold of which lot stands in the ledger. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const reservationRow = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  location_id: z.string(),
  line_item_id: z.string().nullable(),
  external_id: z.string().nullable(),
  quantity: z.number(),
  /** The line of the cart that a hold is for. */
  cart_line: z.string().nullable(),
})
export type ReservationRow = z.infer<typeof reservationRow>

/** A row whether it was put away or not. */
export type AnyRow = ReservationRow & { deleted: boolean }

export type NewReservation = {
  id: string
  inventory_item_id: string
  location_id: string
  line_item_id: string | null
  external_id: string | null
  quantity: number
  allow_backorder: boolean
  description: string | null
  created_by: string | null
  metadata: Record<string, unknown> | null
}

const COLUMNS = `id, inventory_item_id, location_id, line_item_id, external_id,
  quantity::integer as quantity, metadata->>'cart_line_item_id' as cart_line`

/** A hold has no order line yet, a cart, and a line of that cart. */
const IS_HOLD = `line_item_id is null and external_id is not null
  and metadata->>'cart_line_item_id' is not null and deleted_at is null`

export const newReservationId = (): string => generateEntityId(undefined, "resitem")

async function select(
  connection: Knex,
  where: string,
  bindings: readonly Knex.RawBinding[],
): Promise<ReservationRow[]> {
  const result = await connection.raw(
    `select ${COLUMNS} from reservation_item where ${where} order by created_at, id`,
    [...bindings],
  )
  return z.array(reservationRow).parse(result.rows)
}

/** How rows are looked for; only live ones. */
export const liveRows = {
  byId: (connection: Knex, ids: readonly string[]) =>
    select(connection, "id = any(?) and deleted_at is null", [[...ids]]),
  byLine: (connection: Knex, lineIds: readonly string[]) =>
    select(connection, "line_item_id = any(?) and deleted_at is null", [[...lineIds]]),
  byLocation: (connection: Knex, locationIds: readonly string[]) =>
    select(connection, "location_id = any(?) and deleted_at is null", [[...locationIds]]),
  holdsOf: (connection: Knex, cartId: string) =>
    select(connection, `external_id = ? and ${IS_HOLD}`, [cartId]),
}

/** Rows that were put away and may come back. */
export const deletedRows = {
  byId: (connection: Knex, ids: readonly string[]) =>
    select(connection, "id = any(?) and deleted_at is not null", [[...ids]]),
  /**
   * Of the lines' rows those that the last deletion put away: it is taken back at once when the
   * workflow that made it fails, and what was put away earlier has been replaced since.
   */
  lastOfLines: (connection: Knex, lineIds: readonly string[]) =>
    select(
      connection,
      `line_item_id = any(?) and deleted_at > now() - interval '10 minutes'
       and deleted_at = (select max(deleted_at) from reservation_item
                          where line_item_id = any(?))`,
      [[...lineIds], [...lineIds]],
    ),
}

/** Rows whether they were put away or not. */
export async function rowsById(
  connection: Knex,
  ids: readonly string[],
): Promise<AnyRow[]> {
  const result = await connection.raw(
    `select ${COLUMNS}, deleted_at is not null as deleted
       from reservation_item where id = any(?)`,
    [[...ids]],
  )
  return z.array(reservationRow.extend({ deleted: z.boolean() })).parse(result.rows)
}

/** Carts whose holds are older than `minutes`. */
export async function staleCarts(connection: Knex, minutes: number): Promise<string[]> {
  const result = await connection.raw(
    `select distinct external_id from reservation_item
      where ${IS_HOLD} and created_at < now() - make_interval(mins => ?)`,
    [minutes],
  )
  return z
    .array(z.object({ external_id: z.string() }))
    .parse(result.rows)
    .map((row) => row.external_id)
}

export async function insertRows(
  transaction: Knex.Transaction,
  rows: readonly NewReservation[],
): Promise<void> {
  if (rows.length === 0) return
  await transaction.raw(
    `insert into reservation_item (id, inventory_item_id, location_id, line_item_id, external_id,
        quantity, raw_quantity, allow_backorder, description, created_by, metadata)
     select id, inventory_item_id, location_id, line_item_id, external_id, quantity,
            jsonb_build_object('value', quantity::text, 'precision', 20),
            allow_backorder, description, created_by, metadata
       from jsonb_to_recordset(cast(? as jsonb)) as r (id text, inventory_item_id text,
            location_id text, line_item_id text, external_id text, quantity integer,
            allow_backorder boolean, description text, created_by text, metadata jsonb)`,
    [JSON.stringify(rows)],
  )
}

/**
 * Takes live rows away; a row that another command took, or that has become an order's since, is
 * left out of the result.
 * @param only "holds" leaves alone what an order has taken over meanwhile.
 */
export async function removeRows(
  transaction: Knex.Transaction,
  ids: readonly string[],
  how: "soft" | "hard",
  only: "all" | "holds" = "all",
): Promise<ReservationRow[]> {
  const which = `id = any(?) and ${only === "holds" ? IS_HOLD : "deleted_at is null"}`
  const result = await transaction.raw(
    how === "soft"
      ? `update reservation_item set deleted_at = now(), updated_at = now()
          where ${which} returning ${COLUMNS}`
      : `delete from reservation_item where ${which} returning ${COLUMNS}`,
    [[...ids]],
  )
  return z.array(reservationRow).parse(result.rows)
}

export type RowChange = {
  id: string
  quantity?: number
  location_id?: string
  description?: string | null
  allow_backorder?: boolean
  metadata?: Record<string, unknown> | null
}

/** Changes a row, and brings it back if it was put away. */
export async function updateRow(
  transaction: Knex.Transaction,
  { id, quantity, metadata, ...rest }: RowChange,
): Promise<void> {
  await transaction("reservation_item")
    .where({ id })
    .update({
      ...rest,
      ...(metadata === undefined
        ? {}
        : { metadata: metadata && JSON.stringify(metadata) }),
      ...(quantity === undefined
        ? {}
        : {
            quantity,
            raw_quantity: JSON.stringify({ value: String(quantity), precision: 20 }),
          }),
      deleted_at: null,
      updated_at: transaction.fn.now(),
    })
}

/**
 * Makes holds the reservations of an order's lines.
 * @returns how many there still were; fewer than asked for means that a hold was released.
 */
export async function adoptHolds(
  transaction: Knex.Transaction,
  lineOf: readonly { id: string; line_item_id: string }[],
): Promise<number> {
  const result = await transaction.raw(
    `update reservation_item r
        set line_item_id = adopted.line_item_id, metadata = null, description = null,
            updated_at = now()
       from unnest(cast(? as text[]), cast(? as text[])) as adopted(id, line_item_id)
      where r.id = adopted.id and r.line_item_id is null and r.deleted_at is null
     returning r.id`,
    [lineOf.map(({ id }) => id), lineOf.map(({ line_item_id }) => line_item_id)],
  )
  return z.array(z.object({ id: z.string() })).parse(result.rows).length
}

const answer = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  location_id: z.string(),
  line_item_id: z.string().nullable(),
  external_id: z.string().nullable(),
  quantity: z.coerce.number(),
  raw_quantity: z.unknown(),
  allow_backorder: z.boolean(),
  description: z.string().nullable(),
  created_by: z.string().nullable(),
  metadata: z.record(z.string(), z.unknown()).nullable(),
  created_at: z.date(),
  updated_at: z.date(),
  deleted_at: z.date().nullable(),
})
export type ReservationAnswer = z.infer<typeof answer>

/**
 * Reservations as the framework shows them, in the order of `ids`. Read in the transaction that
 * wrote them: once it is committed, nothing may fail any more, or nobody would take it back.
 */
export async function answersOf(
  transaction: Knex.Transaction,
  ids: readonly string[],
): Promise<ReservationAnswer[]> {
  if (ids.length === 0) return []
  const rows = await transaction("reservation_item")
    .select("*")
    .whereIn("id", [...ids])
  const found = z.array(answer).parse(rows)
  return ids.flatMap((id) => found.find((each) => each.id === id) ?? [])
}
