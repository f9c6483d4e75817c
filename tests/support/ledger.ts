/** The rows of the ledger, shortened to what a test compares. */
import { type ItemCard, type StockEntry } from "@ocop/backend/contracts/stock"
import { expect } from "vitest"
import { cardOf } from "./stock-documents"

/** "sale LÔ-1 -3 -3": kind, lot, change of on hand, change of reserved. */
export const brief = (entry: StockEntry): string =>
  `${entry.kind} ${entry.lot_code ?? "–"} ${entry.on_hand_change} ${entry.reserved_change}`

const PAGE = 100

/** All rows of an item's card, oldest first. Fails when the card does not add up. */
export async function booksOf(item: string): Promise<ItemCard["rows"]> {
  const pages: ItemCard["rows"] = []
  let card = await cardOf(item, `?limit=${PAGE}`)
  const { on_hand, reserved } = card
  pages.push(...card.rows)
  while (card.next !== null) {
    card = await cardOf(item, `?limit=${PAGE}&before=${card.next}`)
    pages.push(...card.rows)
  }
  const rows = pages.reverse()
  let [stood, held] = [0, 0]
  for (const row of rows) {
    stood += row.on_hand_change
    held += row.reserved_change
    expect({ on_hand: row.on_hand, reserved: row.reserved }).toEqual({
      on_hand: stood,
      reserved: held,
    })
  }
  expect({ on_hand, reserved }).toEqual({ on_hand: stood, reserved: held })
  return rows
}

/** What `work` writes into the books of an item. */
export async function writtenBy(
  item: string,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const before = (await booksOf(item)).length
  await work()
  return (await booksOf(item)).slice(before).map(brief)
}
