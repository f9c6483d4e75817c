/**
 * Holds ("giữ chỗ tạm"): what a cart needs is reserved in one short transaction before the long
 * work of making an order begins. Who comes too late is refused in milliseconds.
 */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Destination } from "../context"
import { areLocked, type Change, levelsOf, noChange } from "./change"
import { command, StartAnew } from "./command"
import {
  placeOrRefuse,
  pointsOf,
  refuseShort,
  reservationsOf,
} from "./create-reservations"
import { type Demand, place, shortLines } from "./placement"
import { insertRows, liveRows, type ReservationRow, staleCarts } from "./reservation-rows"
import { endLocked, endReservations } from "./reservations"
import { append, balancesAt, lockShelves, type Shelf } from "./store"

export type HoldLine = {
  /** Line of the cart. */
  line_item_id: string
  inventory_item_id: string
  /** Whole pieces of the item. */
  quantity: number
}

/** Whether holds keep exactly what the lines want, where the buyer wants it from. */
function fits(
  holds: readonly ReservationRow[],
  lines: readonly HoldLine[],
  locations: ReadonlySet<string>,
): boolean {
  const keyOf = (line: string | null, item: string) => `${line ?? ""} ${item}`
  const open = new Map<string, number>()
  for (const { line_item_id, inventory_item_id, quantity } of lines) {
    const key = keyOf(line_item_id, inventory_item_id)
    open.set(key, (open.get(key) ?? 0) + quantity)
  }
  for (const { cart_line, inventory_item_id, quantity, location_id } of holds) {
    const key = keyOf(cart_line, inventory_item_id)
    if (!locations.has(location_id)) return false
    open.set(key, (open.get(key) ?? 0) - quantity)
  }
  return [...open.values()].every((quantity) => quantity === 0)
}

/**
 * Holds what a cart needs, all of it or nothing. Asked again for the same cart, an equal hold
 * stays as it is and another one is replaced.
 * @returns `made` is false when the cart had this hold already.
 * @throws ApiFailure 409 `insufficient_inventory`
 */
export async function holdForCart(
  connection: Knex,
  {
    cartId,
    lines,
    destination,
  }: { cartId: string; lines: readonly HoldLine[]; destination: Destination },
): Promise<{ made: boolean; change: Change }> {
  const points = pointsOf(destination)
  const locations = new Set(points.map(({ locationId }) => locationId))
  const items = [...new Set(lines.map((line) => line.inventory_item_id))]
  const shelves: Shelf[] = items.flatMap((inventory_item_id) =>
    points.map(({ locationId }) => ({ inventory_item_id, location_id: locationId })),
  )
  const former = new Map<string, Shelf>()
  return await command(connection, async (transaction) => {
    // Whoever finds nothing left need not wait for those who take the last of it.
    const seen = await balancesAt(transaction, shelves)
    if (shortLines(lines, seen, points).length > 0) {
      const [own] = await liveRows.holdsOf(transaction, cartId)
      if (!own) refuseShort(lines, seen, points)
    }
    const levels = await lockShelves(transaction, [...shelves, ...former.values()])
    const holds = await liveRows.holdsOf(transaction, cartId)
    if (holds.length > 0 && fits(holds, lines, locations))
      return { made: false, change: noChange() }
    if (!areLocked(levels, holds)) {
      for (const hold of holds) former.set(hold.id, hold)
      throw new StartAnew()
    }
    const ended = await endLocked(transaction, levels, holds, "hard", "holds")
    const placements = placeOrRefuse(
      lines,
      await balancesAt(transaction, shelves),
      points,
    )
    const { rows, drafts } = reservationsOf(
      placements,
      ({ inventory_item_id, line_item_id }) => ({
        inventory_item_id,
        line_item_id: null,
        external_id: cartId,
        allow_backorder: false,
        description: "Giữ chỗ tạm khi đặt hàng",
        created_by: null,
        metadata: { cart_line_item_id: line_item_id },
      }),
      { type: "cart", id: cartId },
    )
    await append(transaction, drafts)
    await insertRows(transaction, rows)
    // Nobody needs to know of a hold but those who show what is left.
    const levelIds = [...new Set([...levelsOf(levels, drafts), ...ended.levels])]
    return { made: true, change: { ...noChange(), levels: levelIds } }
  })
}

/** Frees what a cart holds and no order has taken over. */
export async function releaseHolds(connection: Knex, cartId: string): Promise<Change> {
  return await endReservations(
    connection,
    (transaction) => liveRows.holdsOf(transaction, cartId),
    "hard",
    "holds",
  )
}

/** Frees the holds of carts whose completion ended without saying so. */
export async function releaseStaleHolds(
  connection: Knex,
  olderThanMinutes: number,
  except: readonly string[],
): Promise<Change[]> {
  const changes: Change[] = []
  for (const cartId of await staleCarts(connection, olderThanMinutes))
    if (!except.includes(cartId)) changes.push(await releaseHolds(connection, cartId))
  return changes
}

export type Parcel = {
  location_id: string
  lines: { inventory_item_id: string; quantity: number }[]
}

/** How the goods would be sent if they were ordered now; null when there are not enough. */
export async function previewParcels(
  connection: Knex,
  { lines, destination }: { lines: readonly Demand[]; destination: Destination },
): Promise<Parcel[] | null> {
  const points = pointsOf(destination)
  const items = [...new Set(lines.map((line) => line.inventory_item_id))]
  const shelves = items.flatMap((inventory_item_id) =>
    points.map(({ locationId }) => ({ inventory_item_id, location_id: locationId })),
  )
  const placements = place(lines, await balancesAt(connection, shelves), points)
  if (!placements) return null
  const parcels = new Map<string, Map<string, number>>()
  for (const { location_id, taken } of placements) {
    const parcel = parcels.get(location_id) ?? new Map<string, number>()
    for (const { balance, quantity } of taken)
      parcel.set(
        balance.inventory_item_id,
        (parcel.get(balance.inventory_item_id) ?? 0) + quantity,
      )
    parcels.set(location_id, parcel)
  }
  return [...parcels].map(([location_id, contents]) => ({
    location_id,
    lines: [...contents].map(([inventory_item_id, quantity]) => ({
      inventory_item_id,
      quantity,
    })),
  }))
}
