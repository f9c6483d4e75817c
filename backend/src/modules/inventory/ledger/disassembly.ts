/** Gift baskets taken apart ("rã giỏ"): their components come back to the lots they are of. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { shareOut } from "../../../contracts/money"
import { type StockDocument } from "../../../contracts/stock"
import { balanceOf } from "./draw"
import { insufficient, stockReserved } from "./failures"
import { namedLots } from "./lot-book"
import { type Head, rowOf } from "./plan"
import { lotNotAtPoint, notABasket, unknownLot } from "./refusals"
import { type Balance, type EntryDraft, freeOf } from "./rows"
import { openShelves } from "./shelves"
import { balancesAt, type Shelf } from "./store"

type Disassembly = Extract<StockDocument, { kind: "disassembly" }>

/** Pieces of one lot of a component that are still in baskets, be these sold or not. */
export type Packed = { inventory_item_id: string; left: number }

/**
 * What some of the baskets that are left give back. A basket does not know which of two lots its
 * pieces are of, so each item is shared over its lots by what is left of them, in whole pieces. The
 * last baskets give back all that is left: over all baskets of the lot it is what was drawn.
 * @param baskets taken apart, at most `left`.
 * @returns pieces by place in `packed`.
 */
export function givenBack(
  packed: readonly Packed[],
  baskets: number,
  left: number,
): number[] {
  const pieces = packed.map(() => 0)
  for (const item of new Set(packed.map(({ inventory_item_id }) => inventory_item_id))) {
    const places = packed.flatMap((each, place) =>
      each.inventory_item_id === item ? [{ place, left: each.left }] : [],
    )
    const weights = places.map((each) => each.left)
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    const back = Math.floor((all * baskets) / left)
    // Weights that are all zero would share alike; there is nothing to share then.
    if (back === 0) continue
    const shares = shareOut(back, weights)
    places.forEach(({ place }, index) => (pieces[place] = shares[index] ?? 0))
  }
  return pieces
}

const component = z.object({
  line: z.number(),
  inventory_item_id: z.string(),
  component_lot_id: z.string().nullable(),
  quantity: z.number(),
  returned: z.number(),
})
type Component = z.infer<typeof component>

const COLUMNS = Object.keys(component.shape)

const componentsOf = async (connection: Knex, lotId: string): Promise<Component[]> =>
  z
    .array(component)
    .parse(
      await connection("stock_lot_component")
        .select(COLUMNS)
        .where({ lot_id: lotId })
        .orderBy("line"),
    )

/**
 * Whoever changes what a lot of baskets is made of, at whichever point, waits here for the others.
 * To be called after the shelves are locked.
 */
export const lockComponents = async (
  transaction: Knex.Transaction,
  lotId: string,
): Promise<void> => {
  await transaction("stock_lot_component")
    .select("line")
    .where({ lot_id: lotId })
    .orderBy("line")
    .forUpdate()
}

const packedBaskets = z.tuple([z.object({ left: z.coerce.number() })])

/** Baskets of the lot that were packed and not taken apart, wherever they are now. */
async function basketsLeft(connection: Knex, lotId: string): Promise<number> {
  const result = await connection.raw(
    `select coalesce(sum(on_hand_change), 0) as left from stock_entry
      where lot_id = ? and kind in ('assembly', 'disassembly')`,
    [lotId],
  )
  return packedBaskets.parse(result.rows)[0].left
}

/** Only baskets that lie here and that nobody has reserved, though they be expired or recalled. */
function assertFree(
  balances: readonly Balance[],
  { inventory_item_id, lot_id, quantity }: Disassembly,
): void {
  const balance = balanceOf(balances, inventory_item_id, lot_id)
  if (!balance) throw lotNotAtPoint()
  const free = freeOf(balance)
  if (free >= quantity) return
  throw balance.on_hand >= quantity ? stockReserved(free) : insufficient(free)
}

/** @throws ApiFailure 404 unknown_lot, 422 not_a_basket */
async function basketOf(
  transaction: Knex.Transaction,
  { inventory_item_id, lot_id }: Disassembly,
): Promise<Component[]> {
  const lot = (await namedLots(transaction, [lot_id])).get(lot_id)
  if (lot?.inventory_item_id !== inventory_item_id) throw unknownLot()
  const components = await componentsOf(transaction, lot_id)
  if (components.length === 0) throw notABasket()
  return components
}

/**
 * Opens the shelves that it needs itself: which ones, only the lot knows.
 * @throws ApiFailure 404 unknown_lot, unknown_item; 422 not_a_basket, not_stocked_here,
 * lot_not_at_point; 409 insufficient_inventory, stock_reserved.
 */
export async function planDisassembly(
  transaction: Knex.Transaction,
  head: Head,
  document: Disassembly,
): Promise<EntryDraft[]> {
  const { inventory_item_id, location_id, lot_id, quantity } = document
  const basket: Shelf = { inventory_item_id, location_id }
  const parts = await basketOf(transaction, document)
  await openShelves(transaction, {
    kept: [basket],
    made: parts.map((part) => ({
      inventory_item_id: part.inventory_item_id,
      location_id,
    })),
  })
  assertFree(await balancesAt(transaction, [basket]), document)
  await lockComponents(transaction, lot_id)
  const left = await basketsLeft(transaction, lot_id)
  if (left < quantity) throw insufficient(Math.max(0, left))
  // Read again under the lock: another point may have taken baskets of the lot apart meanwhile.
  const components = await componentsOf(transaction, lot_id)
  const pieces = givenBack(
    components.map((each) => ({ ...each, left: each.quantity - each.returned })),
    quantity,
    left,
  )
  const back = components.flatMap((each, place) => {
    const change = pieces[place] ?? 0
    return change > 0 ? [{ ...each, change }] : []
  })
  for (const { line, change } of back)
    await transaction("stock_lot_component")
      .where({ lot_id, line })
      .increment("returned", change)
  return [
    rowOf(head, {
      ...basket,
      lot_id,
      kind: "disassembly",
      change: -quantity,
      line: null,
    }),
    ...back.map((each) =>
      rowOf(head, {
        inventory_item_id: each.inventory_item_id,
        location_id,
        lot_id: each.component_lot_id,
        kind: "disassembly",
        change: each.change,
        line: each.line,
      }),
    ),
  ]
}
