/** How an order's reservations look to the framework while goods are handed over. Pure. */
import { type InventoryTypes } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { type Fulfilment } from "../context"

type Reservation = InventoryTypes.ReservationItemDTO

/**
 * The framework takes the whole quantity from each reservation of a line. It is shown one of each
 * line and item, the one at the point of the hand-over, with the pieces of them all.
 */
export function onePerLine(
  reservations: readonly Reservation[],
  { lineIds, locationId }: Fulfilment,
): Reservation[] {
  const shown = new Map<string, Reservation>()
  for (const reservation of reservations) {
    const { id, line_item_id: line, inventory_item_id: item } = reservation
    const splits = typeof line === "string" && lineIds.includes(line)
    const key = splits ? `${line} ${item}` : id
    const other = shown.get(key)
    if (!other) {
      shown.set(key, { ...reservation })
      continue
    }
    const quantity = MathBN.add(other.quantity, reservation.quantity).toNumber()
    const nearer = reservation.location_id === locationId ? reservation : other
    shown.set(key, { ...nearer, quantity })
  }
  return [...shown.values()]
}
