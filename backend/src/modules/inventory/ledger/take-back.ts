/** Goods that had left come back: a hand-over called off, or a customer's return. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type Fulfilment } from "../context"
import { type Change, levelsOf, noChange } from "./change"
import { command } from "./command"
import { orderChanged } from "./failures"
import { type Adjustment } from "./levels"
import {
  insertRows,
  liveRows,
  newReservationId,
  rowsById,
  updateRow,
} from "./reservation-rows"
import { type EntryDraft } from "./rows"
import { openShelves } from "./shelves"
import { append, type Shelf } from "./store"

const soldRow = z.object({
  inventory_item_id: z.string(),
  location_id: z.string(),
  lot_id: z.string().nullable(),
  document_line: z.string().nullable(),
  reservation_id: z.string().nullable(),
  quantity: z.number(),
})
/** Pieces of a lot that left and have not come back; none or fewer when all of them have. */
type Sold = z.infer<typeof soldRow>

/** Shelves are opened where goods come back to; every other command takes locks in the same order. */
const shelvesFor = (transaction: Knex.Transaction, shelves: readonly Shelf[]) =>
  openShelves(transaction, {
    kept: [],
    made: shelves.map((shelf, line) => ({ ...shelf, line })),
  })

/**
 * Takes pieces off the front of `pool`. Goods that left before the ledger began have no lot that
 * is known.
 * @throws ApiFailure 409 `order_changed` when more comes back than the ledger says is out.
 */
function draw(
  pool: readonly Sold[],
  { inventory_item_id, location_id, change }: Adjustment,
): Sold[] {
  const ofItem = pool.filter((sold) => sold.inventory_item_id === inventory_item_id)
  const drawn: Sold[] = []
  let missing = change
  for (const sold of ofItem) {
    const quantity = Math.min(missing, sold.quantity)
    if (quantity <= 0) continue
    sold.quantity -= quantity
    missing -= quantity
    drawn.push({ ...sold, quantity })
  }
  if (missing === 0) return drawn
  if (ofItem.length > 0) throw orderChanged()
  return [
    {
      inventory_item_id,
      location_id,
      lot_id: null,
      document_line: null,
      reservation_id: null,
      quantity: missing,
    },
  ]
}

const returnDraft = (
  { inventory_item_id, location_id, lot_id, document_line, quantity }: Sold,
  orderId: string,
  reservationId: string | null,
): EntryDraft => ({
  inventory_item_id,
  location_id,
  lot_id,
  kind: "return",
  quantity,
  on_hand_change: quantity,
  reserved_change: reservationId === null ? 0 : quantity,
  reservation_id: reservationId,
  document_type: "order",
  document_id: orderId,
  document_line,
})

/**
 * What left for some lines, the latest first, also what has come back since (none is left then);
 * what customers sent back does not count.
 */
async function handedOver(
  connection: Knex,
  { orderId, lineIds }: Fulfilment,
): Promise<Sold[]> {
  const result = await connection.raw(
    `select inventory_item_id, location_id, lot_id, document_line,
            (array_agg(reservation_id order by id desc)
               filter (where reservation_id is not null))[1] as reservation_id,
            -sum(on_hand_change)::integer as quantity
       from stock_entry
      where document_id = ? and document_line = any(?)
        and (kind = 'sale' or kind = 'return' and reserved_change > 0)
      group by 1, 2, 3, 4
      order by max(id) desc`,
    [orderId, [...lineIds]],
  )
  return z.array(soldRow).parse(result.rows)
}

/**
 * Calls a hand-over off: the pieces lie where they lay, in the same lots, and are reserved for the
 * same lines again.
 * @param comingBack what comes back, as positive changes.
 * @throws ApiFailure 409 `order_changed` when it has been called off already.
 */
export async function callOff(
  connection: Knex,
  fulfilment: Fulfilment,
  comingBack: readonly Adjustment[],
): Promise<Change> {
  const { orderId, lineIds } = fulfilment
  return await command(connection, async (transaction) => {
    const sold = await handedOver(transaction, fulfilment)
    const out = sold.filter(({ quantity }) => quantity > 0)
    const levels = await shelvesFor(transaction, [...out, ...comingBack])
    // Read again under the lock: nothing else can have been handed over or called off since.
    const pool = await handedOver(transaction, fulfilment)
    const onlyLine = lineIds.length === 1 ? (lineIds[0] ?? null) : null
    const back = comingBack.flatMap((each) => {
      const here = ({ location_id }: Sold) => Number(location_id === each.location_id)
      return draw(
        pool.sort((a, b) => here(b) - here(a)),
        each,
      )
    })
    const rows = await liveRows.byLine(transaction, lineIds)
    const former = await rowsById(
      transaction,
      back.flatMap(({ reservation_id }) => reservation_id ?? []),
    )
    const change = noChange()
    const drafts: EntryDraft[] = []
    for (const each of back) {
      const line = each.document_line ?? onlyLine
      if (line === null) {
        drafts.push(returnDraft(each, orderId, null))
        continue
      }
      const live = rows.find(
        (row) =>
          row.line_item_id === line &&
          row.inventory_item_id === each.inventory_item_id &&
          row.location_id === each.location_id,
      )
      const ended = former.find(
        ({ id, deleted }) => id === each.reservation_id && deleted,
      )
      const id = live?.id ?? ended?.id ?? newReservationId()
      const quantity = (live?.quantity ?? 0) + each.quantity
      if (live || ended) {
        await updateRow(transaction, { id, quantity, location_id: each.location_id })
        change.updated.push(id)
      } else {
        await insertRows(transaction, [
          {
            id,
            inventory_item_id: each.inventory_item_id,
            location_id: each.location_id,
            line_item_id: line,
            external_id: null,
            quantity,
            allow_backorder: false,
            description: null,
            created_by: null,
            metadata: null,
          },
        ])
        change.created.push(id)
      }
      if (live) live.quantity = quantity
      else
        rows.push({
          id,
          inventory_item_id: each.inventory_item_id,
          location_id: each.location_id,
          line_item_id: line,
          external_id: null,
          cart_line: null,
          quantity,
        })
      if (ended) ended.deleted = false
      drafts.push(returnDraft({ ...each, document_line: line }, orderId, id))
    }
    await append(transaction, drafts)
    return { ...change, levels: levelsOf(levels, drafts) }
  })
}

/** What customers have of an order, lot by lot, the latest first. */
async function keptByCustomer(connection: Knex, orderId: string): Promise<Sold[]> {
  const result = await connection.raw(
    `select inventory_item_id, '' as location_id, lot_id, null as reservation_id,
            (array_agg(document_line order by id desc))[1] as document_line,
            -sum(on_hand_change)::integer as quantity
       from stock_entry
      where document_id = ? and kind in ('sale', 'return')
      group by inventory_item_id, lot_id
      order by max(id) desc`,
    [orderId],
  )
  return z.array(soldRow).parse(result.rows)
}

/**
 * Books goods that a customer sent back, on the lots that were sold to the order.
 * @param comingBack what came back and to which point, as positive changes.
 * @throws ApiFailure 409 `order_changed` when it is more than the order got.
 */
export async function takeBack(
  connection: Knex,
  orderId: string,
  comingBack: readonly Adjustment[],
): Promise<Change> {
  return await command(connection, async (transaction) => {
    const levels = await shelvesFor(transaction, comingBack)
    const pool = await keptByCustomer(transaction, orderId)
    const drafts = comingBack.flatMap((each) =>
      draw(pool, each).map((sold) =>
        returnDraft({ ...sold, location_id: each.location_id }, orderId, null),
      ),
    )
    await append(transaction, drafts)
    return { ...noChange(), levels: levelsOf(levels, drafts) }
  })
}

const returnedRow = z.object({
  id: z.coerce.string(),
  lot_id: z.string().nullable(),
  document_line: z.string().nullable(),
  quantity: z.number(),
})

/**
 * Undoes a return whose workflow failed: each of its rows is corrected by a row that names it.
 * @param undone what did not come back after all, as negative changes.
 */
export async function undoTakeBack(
  connection: Knex,
  orderId: string,
  undone: readonly Adjustment[],
): Promise<Change> {
  return await command(connection, async (transaction) => {
    const levels = await shelvesFor(transaction, undone)
    const drafts: EntryDraft[] = []
    for (const { inventory_item_id, location_id, change } of undone) {
      const result = await transaction.raw(
        `select e.id, e.lot_id, e.document_line,
                e.quantity + coalesce(sum(c.on_hand_change), 0)::integer as quantity
           from stock_entry e left join stock_entry c on c.corrects_id = e.id
          where e.document_id = ? and e.inventory_item_id = ? and e.location_id = ?
            and e.kind = 'return' and e.reserved_change = 0 and e.corrects_id is null
          group by e.id having e.quantity + coalesce(sum(c.on_hand_change), 0) > 0
          order by e.id desc`,
        [orderId, inventory_item_id, location_id],
      )
      let missing = -change
      for (const row of z.array(returnedRow).parse(result.rows)) {
        const quantity = Math.min(missing, row.quantity)
        if (quantity === 0) break
        missing -= quantity
        drafts.push({
          ...returnDraft(
            { ...row, inventory_item_id, location_id, reservation_id: null, quantity },
            orderId,
            null,
          ),
          on_hand_change: -quantity,
          corrects_id: row.id,
        })
      }
    }
    await append(transaction, drafts)
    return { ...noChange(), levels: levelsOf(levels, drafts) }
  })
}
