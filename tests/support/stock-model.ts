/**
 * What the stock should be, in plain sums over a handful of piles: no locks, no tables, no rows.
 * Days are counted from the day a run begins.
 */
export type Lot = {
  id: string
  item: string
  code: string
  bestBefore: number | null
  producer: string
  recalled: boolean
}
/** Pieces of one lot (null: of none) on one shelf. */
export type Pile = {
  item: string
  point: string
  lot: Lot | null
  onHand: number
  reserved: number
}
export type Held = { item: string; point: string; pieces: Map<Pile, number> }

/** A refusal's code, or what becomes of the model; `made` is the id of what was made, if any. */
export type Plan = { refused: string } | { apply: (made: string) => void }

/** Undefined: whichever expires first. Null: goods without a lot. */
export type Choice = Lot | null | undefined
export type Line = { item: string; quantity: number; lot: Choice }
type Taken = Map<Pile, number>

const refused = (code: string): Plan => ({ refused: code })
const sum = (numbers: Iterable<number>): number =>
  [...numbers].reduce((total, each) => total + each, 0)
const free = ({ onHand, reserved }: Pile): number => onHand - reserved

const LAST = Number.MAX_SAFE_INTEGER
const dayOf = ({ lot }: Pile): number => lot?.bestBefore ?? LAST
const idOf = ({ lot }: Pile): string => lot?.id ?? "~"
const byExpiry = (a: Pile, b: Pile): number =>
  dayOf(a) - dayOf(b) || (idOf(a) < idOf(b) ? -1 : 1)

/** Adds what `quantity` pieces are taken of to `taken`; false when there are not so many. */
function take(piles: readonly Pile[], quantity: number, taken: Taken): boolean {
  let missing = quantity
  for (const pile of piles) {
    const share = Math.min(missing, free(pile) - (taken.get(pile) ?? 0))
    if (share > 0) taken.set(pile, (taken.get(pile) ?? 0) + share)
    missing -= Math.max(0, share)
  }
  return missing === 0
}

export class StockModel {
  day = 0
  readonly lots: Lot[] = []
  readonly reservations = new Map<string, Held>()
  readonly #piles: Pile[] = []

  pilesAt(item: string, point: string): Pile[] {
    return this.#piles.filter((pile) => pile.item === item && pile.point === point)
  }

  isSellable({ lot }: Pile): boolean {
    return lot === null || !(lot.recalled || this.#isExpired(lot))
  }

  available(item: string, point: string): number {
    const sellable = this.pilesAt(item, point).filter((pile) => this.isSellable(pile))
    return sum(sellable.map(free))
  }

  receive(line: Line, point: string, fresh: Omit<Lot, "id" | "recalled"> | null): Plan {
    const { lot } = line
    if (lot && this.#isExpired(lot)) return refused("expired_on_receipt")
    if (lot?.recalled) return refused("lot_recalled")
    return {
      apply: (made) => {
        const brought = fresh ? { ...fresh, id: made, recalled: false } : (lot ?? null)
        if (fresh && brought) this.lots.push(brought)
        this.#pile(line.item, point, brought).onHand += line.quantity
      },
    }
  }

  putBack({ item, quantity, lot }: Line, point: string): Plan {
    return { apply: () => void (this.#pile(item, point, lot ?? null).onHand += quantity) }
  }

  /** A sale, or pieces sent to another point; all lines or none. */
  takeOut(lines: readonly Line[], from: string, to: string | null): Plan {
    const taken: Taken = new Map()
    const namedFirst = [
      ...lines.filter(({ lot }) => lot !== undefined),
      ...lines.filter(({ lot }) => lot === undefined),
    ]
    for (const { item, quantity, lot } of namedFirst) {
      const here = this.pilesAt(item, from).filter(({ onHand }) => onHand > 0)
      const named = here.filter((pile) => pile.lot === lot)
      if (lot && named.length === 0) return refused("lot_not_at_point")
      if (lot && to === null && lot.recalled) return refused("lot_recalled")
      if (lot && to === null && this.#isExpired(lot)) return refused("lot_expired")
      const sellable = here.filter((pile) => this.isSellable(pile)).sort(byExpiry)
      if (!take(lot === undefined ? sellable : named, quantity, taken))
        return refused("insufficient_inventory")
    }
    return {
      apply: () => {
        for (const [pile, quantity] of taken) {
          pile.onHand -= quantity
          if (to !== null) this.#pile(pile.item, to, pile.lot).onHand += quantity
        }
      },
    }
  }

  /** Only what is this producer's goes back to the producer. */
  giveBack(line: Line, point: string, producer: string): Plan {
    return line.lot?.producer === producer
      ? this.writeOff(line, point)
      : refused("lot_of_other_producer")
  }

  /** Pieces thrown away, lost or given back to the producer, though they be blocked. */
  writeOff({ item, quantity, lot }: Line, point: string): Plan {
    const here = this.pilesAt(item, point).filter(({ onHand }) => onHand > 0)
    const from =
      lot === undefined ? here.sort(byExpiry) : here.filter((pile) => pile.lot === lot)
    if (lot && from.length === 0) return refused("lot_not_at_point")
    const taken: Taken = new Map()
    if (!take(from, quantity, taken))
      return refused(
        sum(from.map(({ onHand }) => onHand)) >= quantity
          ? "stock_reserved"
          : "insufficient_inventory",
      )
    return { apply: () => this.#remove(taken) }
  }

  count({ item, lot }: Omit<Line, "quantity">, point: string, counted: number): Plan {
    const pile = this.#pile(item, point, lot ?? null)
    if (counted < pile.reserved) return refused("stock_reserved")
    return { apply: () => void (pile.onHand = counted) }
  }

  /** The figure of a shelf, set by hand: what is missing goes by worth. */
  edit(item: string, point: string, stocked: number): Plan {
    const here = this.pilesAt(item, point)
    const change = stocked - sum(here.map(({ onHand }) => onHand))
    if (change >= 0)
      return { apply: () => void (this.#pile(item, point, null).onHand += change) }
    const worth = (pile: Pile) => (pile.lot === null ? 0 : this.isSellable(pile) ? 2 : 1)
    const taken: Taken = new Map()
    here.sort((a, b) => worth(a) - worth(b) || byExpiry(a, b))
    if (!take(here, -change, taken)) return refused("stock_reserved")
    return { apply: () => this.#remove(taken) }
  }

  reserve({ item, quantity }: Omit<Line, "lot">, point: string): Plan {
    const taken: Taken = new Map()
    if (!take(this.#sellableAt(item, point), quantity, taken))
      return refused("insufficient_inventory")
    return {
      apply: (made) => {
        this.reservations.set(made, { item, point, pieces: new Map() })
        this.#hold(made, taken)
      },
    }
  }

  /** To another point everything anew; at its own only the difference, the last to expire first. */
  move(id: string, point: string, quantity: number): Plan {
    const held = this.reservations.get(id)
    if (!held) return refused("not_found")
    const stays = held.point === point
    const kept = stays ? sum(held.pieces.values()) : 0
    const taken: Taken = new Map()
    const missing = Math.max(0, quantity - kept)
    if (!take(this.#sellableAt(held.item, point), missing, taken))
      return refused("insufficient_inventory")
    return {
      apply: () => {
        const all = [...held.pieces.keys()].sort(byExpiry).reverse()
        let over = stays ? kept - quantity : sum(held.pieces.values())
        for (const pile of all) {
          const share = Math.min(Math.max(0, over), held.pieces.get(pile) ?? 0)
          held.pieces.set(pile, (held.pieces.get(pile) ?? 0) - share)
          pile.reserved -= share
          over -= share
        }
        held.point = point
        this.#hold(id, taken)
      },
    }
  }

  release(id: string): Plan {
    return {
      apply: () => {
        for (const [pile, quantity] of this.reservations.get(id)?.pieces ?? [])
          pile.reserved -= quantity
        this.reservations.delete(id)
      },
    }
  }

  #isExpired({ bestBefore }: Lot): boolean {
    return bestBefore !== null && bestBefore <= this.day
  }

  #sellableAt(item: string, point: string): Pile[] {
    return this.pilesAt(item, point)
      .filter((pile) => this.isSellable(pile))
      .sort(byExpiry)
  }

  #pile(item: string, point: string, lot: Lot | null): Pile {
    const known = this.pilesAt(item, point).find((pile) => pile.lot === lot)
    if (known) return known
    const pile = { item, point, lot, onHand: 0, reserved: 0 }
    this.#piles.push(pile)
    return pile
  }

  #remove(taken: Taken): void {
    for (const [pile, quantity] of taken) pile.onHand -= quantity
  }

  #hold(id: string, taken: Taken): void {
    const pieces = this.reservations.get(id)?.pieces
    for (const [pile, quantity] of taken) {
      pile.reserved += quantity
      pieces?.set(pile, (pieces.get(pile) ?? 0) + quantity)
    }
  }
}
