/** Gift baskets in the model: packed of what is there, and taken apart into the lots they are of. */
import { shareOut } from "@ocop/backend/contracts/money"
import {
  free,
  type Line,
  type Lot,
  type Part,
  type Plan,
  refused,
  type StockModel,
  sum,
} from "./stock-model"

/** @param components pieces that one basket takes. */
export function assemble(
  model: StockModel,
  basket: { item: string; code: string; quantity: number },
  components: readonly Line[],
  point: string,
): Plan {
  const { quantity, ...named } = basket
  const lines = components.map((line) => ({
    ...line,
    quantity: line.quantity * quantity,
  }))
  const drawn = model.draw(lines, point, "sale", { oneLot: true })
  if ("refused" in drawn) return drawn
  return {
    apply: (made) => {
      const taken = drawn.byLine.flatMap((of) => [...of])
      const days = taken.flatMap(([{ lot }]) => lot?.bestBefore ?? [])
      for (const [pile, pieces] of taken) pile.onHand -= pieces
      const lot = model.newLot({
        ...{ ...named, id: made, madeOn: model.day, packed: quantity },
        bestBefore: days.length > 0 ? Math.min(...days) : null,
        parts: taken.map(([{ item, lot: of }, left]) => ({ item, lot: of, left })),
      })
      model.pile(named.item, point, lot).onHand += quantity
    },
  }
}

/** Of each part its share, whole pieces; the last baskets give back all that is left. */
function givenBack(parts: readonly Part[], baskets: number, packed: number): number[] {
  const back = new Map<Part, number>()
  for (const item of new Set(parts.map((part) => part.item))) {
    const same = parts.filter((part) => part.item === item)
    const weights = same.map(({ left }) => left)
    const pieces = Math.floor((sum(weights) * baskets) / packed)
    const shares = pieces > 0 ? shareOut(pieces, weights) : []
    same.forEach((part, index) => back.set(part, shares[index] ?? 0))
  }
  return parts.map((part) => back.get(part) ?? 0)
}

export function disassemble(
  model: StockModel,
  lot: Lot,
  baskets: number,
  point: string,
): Plan {
  if (lot.parts.length === 0) return refused("not_a_basket")
  const [pile] = model
    .pilesAt(lot.item, point)
    .filter((each) => each.lot === lot && each.onHand > 0)
  if (!pile) return refused("lot_not_at_point")
  if (free(pile) < baskets)
    return refused(pile.onHand >= baskets ? "stock_reserved" : "insufficient_inventory")
  // Baskets that were found or received without being packed here.
  if (lot.packed < baskets) return refused("insufficient_inventory")
  return {
    apply: () => {
      const pieces = givenBack(lot.parts, baskets, lot.packed)
      pile.onHand -= baskets
      lot.packed -= baskets
      lot.parts.forEach((part, index) => {
        const back = pieces[index] ?? 0
        part.left -= back
        model.pile(part.item, point, part.lot).onHand += back
      })
    },
  }
}
