/** Reserving goods for the lines of an order, or for a person's own reason. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { destinationOfLines } from "../../../lib/destination"
import { type Destination, isOrdering, stockContext } from "../context"
import { areLocked, type Change, levelsOf, noChange } from "./change"
import { type PointRank } from "./choose-points"
import { command, StartAnew } from "./command"
import { reserveDrafts } from "./drafts"
import { insufficient, notStockedHere } from "./failures"
import { type Demand, piecesOf, place, type Placement, shortLines } from "./placement"
import { type Answered, answered } from "./answered"
import {
  adoptHolds,
  insertRows,
  liveRows,
  type NewReservation,
  newReservationId,
  type ReservationRow,
} from "./reservation-rows"
import { endLocked, isBeingHandedOver } from "./reservations"
import { type Balance } from "./rows"
import { append, balancesAt, lockShelves, type Shelf } from "./store"

export type Request = Omit<NewReservation, "id">

const shelvesOf = (demands: readonly Demand[], points: readonly PointRank[]): Shelf[] => {
  const items = new Set(demands.map(({ inventory_item_id }) => inventory_item_id))
  return [...items].flatMap((inventory_item_id) =>
    points.map(({ locationId }) => ({ inventory_item_id, location_id: locationId })),
  )
}

export const pointsOf = ({ points, pickupLocationId }: Destination): PointRank[] =>
  pickupLocationId === null ? [...points] : [{ locationId: pickupLocationId, rank: 0 }]

/** Every point that keeps one of the items; `preferred` ones count as nearer. */
export async function allPoints(
  connection: Knex,
  items: readonly string[],
  preferred: readonly string[] = [],
): Promise<PointRank[]> {
  const result = await connection.raw(
    `select distinct location_id from inventory_level
      where inventory_item_id = any(?) and deleted_at is null`,
    [[...items]],
  )
  return z
    .array(z.object({ location_id: z.string() }))
    .parse(result.rows)
    .map(({ location_id: locationId }) => ({
      locationId,
      rank: preferred.includes(locationId) ? 0 : 1,
    }))
}

/** Work that nobody's request began, such as a payment notice, knows its order by the lines. */
async function destinationUnasked(
  connection: Knex,
  requests: readonly Request[],
): Promise<Destination | null> {
  const { actor, document } = stockContext()
  if (document !== null || actor() !== null) return null
  const lines = requests.flatMap(({ line_item_id }) => line_item_id ?? [])
  return lines.length === 0 ? null : await destinationOfLines(connection, lines)
}

/**
 * Where each demand may be met. Orders take from any point that keeps an item, what a person
 * reserves comes from the point given: null.
 */
async function freeChoice(
  connection: Knex,
  requests: readonly Request[],
): Promise<PointRank[] | null> {
  const destination =
    stockContext().destination ?? (await destinationUnasked(connection, requests))
  if (destination) return pointsOf(destination)
  if (!isOrdering()) return null
  return await allPoints(
    connection,
    requests.map(({ inventory_item_id }) => inventory_item_id),
    requests.map(({ location_id }) => location_id),
  )
}

export function refuseShort(
  demands: readonly Demand[],
  balances: readonly Balance[],
  points: readonly PointRank[],
): void {
  const lines = shortLines(demands, balances, points)
  const [first] = lines
  if (!first) return
  throw insufficient(first.available, {
    ...(demands.length > 1 ? { line: first.line } : {}),
    lines: lines.map(({ line_item_id, inventory_item_id, available }) => ({
      line_item_id,
      inventory_item_id,
      available,
    })),
  })
}

/** Takes for all demands together or refuses all; notes in `balances` what is taken. */
export function placeOrRefuse<Line extends Demand>(
  demands: readonly Line[],
  balances: readonly Balance[],
  points: readonly PointRank[],
): Placement<Line>[] {
  refuseShort(demands, balances, points)
  const placements = place(demands, balances, points)
  if (!placements) throw insufficient(0)
  return placements
}

/** An order edit reserves no more of a line than has not been handed over (medusa#16406). */
async function withinOutstanding(requests: readonly Request[]): Promise<Request[]> {
  const { outstanding } = stockContext()
  const lines = requests.flatMap(({ line_item_id }) => line_item_id ?? [])
  if (!outstanding || lines.length === 0) return [...requests]
  const left = new Map<string, number>()
  const keyOf = (line: string | null, item: string) => `${line ?? ""} ${item}`
  for (const each of await outstanding(lines))
    left.set(keyOf(each.line_item_id, each.inventory_item_id), each.quantity)
  return requests.flatMap((request) => {
    const key = keyOf(request.line_item_id, request.inventory_item_id)
    const quantity = Math.min(request.quantity, left.get(key) ?? request.quantity)
    if (left.has(key)) left.set(key, (left.get(key) ?? 0) - quantity)
    return quantity > 0 ? [{ ...request, quantity }] : []
  })
}

/**
 * The holds of a cart, given to the lines of its order.
 * @returns null when the holds are not exactly what the lines need.
 */
export function matchHolds(
  holds: readonly ReservationRow[],
  requests: readonly Pick<Request, "inventory_item_id" | "quantity" | "line_item_id">[],
): { id: string; line_item_id: string }[] | null {
  const groups = new Map<string, ReservationRow[]>()
  for (const hold of holds) {
    const key = `${hold.cart_line ?? ""} ${hold.inventory_item_id}`
    groups.set(key, [...(groups.get(key) ?? []), hold])
  }
  const open = [...groups.values()]
  if (open.length !== requests.length) return null
  const matched: { id: string; line_item_id: string }[] = []
  for (const { inventory_item_id, quantity, line_item_id } of requests) {
    const index = open.findIndex(
      (group) =>
        group[0]?.inventory_item_id === inventory_item_id &&
        group.reduce((sum, hold) => sum + hold.quantity, 0) === quantity,
    )
    const [group] = index < 0 ? [] : open.splice(index, 1)
    if (!group || line_item_id === null) return null
    matched.push(...group.map(({ id }) => ({ id, line_item_id })))
  }
  return matched
}

/** What the placements of some lines become: rows for the framework and rows for the ledger. */
export function reservationsOf<Line extends Demand>(
  placements: readonly Placement<Line>[],
  toRow: (demand: Line) => Omit<Request, "location_id" | "quantity">,
  document?: { type: string; id: string },
) {
  const rows = placements.map((placement): NewReservation => ({
    ...toRow(placement.demand),
    id: newReservationId(),
    location_id: placement.location_id,
    quantity: piecesOf(placement.taken),
  }))
  const drafts = placements.flatMap(({ taken }, index) => {
    const row = rows[index]
    return row ? reserveDrafts(row, taken, document) : []
  })
  return { rows, drafts }
}

/**
 * Reserves for all lines or for none; the sum of lines with the same item counts. One line may
 * become several reservations, one for each point that gives pieces. The holds of a cart that is
 * being completed become the order's reservations.
 * @param requests whole pieces.
 * @throws ApiFailure 409 `insufficient_inventory`, 422 `not_stocked_here`
 */
export async function createReservations(
  connection: Knex,
  requests: readonly Request[],
): Promise<Answered> {
  const handedOver = requests.filter(isBeingHandedOver)
  const wanted = await withinOutstanding(
    requests.filter((request) => !isBeingHandedOver(request)),
  )
  const { cartId } = stockContext()
  return await command(connection, async (transaction) => {
    const standing = await standingOf(transaction, handedOver)
    if (wanted.length === 0)
      return await answered(transaction, { ...noChange(), reservations: standing })
    const holds = cartId === undefined ? [] : await liveRows.holdsOf(transaction, cartId)
    const matched = matchHolds(holds, wanted)
    if (matched && (await adoptHolds(transaction, matched)) === matched.length) {
      const ids = matched.map(({ id }) => id)
      return await answered(transaction, {
        ...noChange(),
        reservations: [...standing, ...ids],
      })
    }
    // Adopted in part: another command has released some of them meanwhile.
    if (matched) throw new StartAnew()
    const change = await reserve(transaction, wanted, holds)
    return await answered(transaction, {
      ...change,
      reservations: [...standing, ...change.reservations],
    })
  })
}

/** Goods whose hand-over was called off are reserved again by that itself. */
async function standingOf(
  connection: Knex,
  requests: readonly Request[],
): Promise<string[]> {
  if (requests.length === 0) return []
  const rows = await liveRows.byLine(
    connection,
    requests.flatMap(({ line_item_id }) => line_item_id ?? []),
  )
  const items = new Set(requests.map(({ inventory_item_id }) => inventory_item_id))
  return rows.filter((row) => items.has(row.inventory_item_id)).map(({ id }) => id)
}

async function reserve(
  transaction: Knex.Transaction,
  requests: readonly Request[],
  holds: readonly ReservationRow[],
): Promise<Change> {
  const points = await freeChoice(transaction, requests)
  const shelves = points ? shelvesOf(requests, points) : [...requests]
  const levels = await lockShelves(transaction, [...shelves, ...holds])
  if (!points && !areLocked(levels, shelves)) throw notStockedHere()
  const ended = await endLocked(transaction, levels, holds, "hard", "holds")
  const balances = await balancesAt(transaction, shelves)
  const placements = points
    ? placeOrRefuse(requests, balances, points)
    : placeEach(requests, balances)
  const { rows, drafts } = reservationsOf(placements, (request) => ({
    ...request,
    external_id: request.external_id ?? stockContext().cartId ?? null,
  }))
  await append(transaction, drafts)
  await insertRows(transaction, rows)
  const ids = rows.map(({ id }) => id)
  return {
    ...noChange(),
    reservations: ids,
    created: ids,
    deleted: ended.deleted,
    levels: [...new Set([...levelsOf(levels, drafts), ...ended.levels])],
  }
}

/** Each at its own point, those of one item and point together. */
function placeEach(
  requests: readonly Request[],
  balances: readonly Balance[],
): Placement<Request>[] {
  const locations = new Set(requests.map(({ location_id }) => location_id))
  return [...locations].flatMap((locationId) =>
    placeOrRefuse(
      requests.filter(({ location_id }) => location_id === locationId),
      balances,
      [{ locationId, rank: 0 }],
    ),
  )
}
