/**
 * What the stock should be, in plain sums over a handful of piles: no locks, no tables, no rows.
 * Days are counted from the day a run begins.
 */
import { ROAD } from "./warehouse"

export type Lot = {
  id: string
  item: string
  code: string
  bestBefore: number | null
  /** Only of baskets: the day on which they were packed. */
  madeOn: number | null
  producer: string | null
  recalled: boolean
  /** Of baskets: what is still in those that were not taken apart. */
  parts: Part[]
  /** Baskets packed and not taken apart. */
  packed: number
}
export type Part = { item: string; lot: Lot | null; left: number }
/** Pieces of one lot (null: of none) on one shelf. */
export type Pile = {
  item: string
  point: string
  lot: Lot | null
  onHand: number
  reserved: number
}
export type Held = { item: string; point: string; pieces: Map<Pile, number> }

/** A refusal's code (or several that would do), or what becomes of the model; `made` is the id of what was made, if any. */
export type Plan =
  { refused: string | readonly string[] } | { apply: (made: string) => void }

/** Undefined: whichever expires first. Null: goods without a lot. */
export type Choice = Lot | null | undefined
export type Line = { item: string; quantity: number; lot: Choice }
export type Taken = Map<Pile, number>
/** What each line takes. */
export type Drawn = { refused: string } | { byLine: Taken[] }

export const refused = (code: string): { refused: string } => ({ refused: code })
export const sum = (numbers: Iterable<number>): number =>
  [...numbers].reduce((total, each) => total + each, 0)
export const free = ({ onHand, reserved }: Pile): number => onHand - reserved

const LAST = Number.MAX_SAFE_INTEGER
const dayOf = ({ lot }: Pile): number => lot?.bestBefore ?? LAST
const madeOf = ({ lot }: Pile): number => lot?.madeOn ?? LAST
const idOf = ({ lot }: Pile): string => lot?.id ?? "~"
const byExpiry = (a: Pile, b: Pile): number =>
  dayOf(a) - dayOf(b) || madeOf(a) - madeOf(b) || (idOf(a) < idOf(b) ? -1 : 1)

const add = (taken: Taken, pile: Pile, share: number) =>
  taken.set(pile, (taken.get(pile) ?? 0) + share)

/** Adds what `quantity` pieces are taken of to `taken`; false when there are not so many. */
function take(
  piles: readonly Pile[],
  quantity: number,
  taken: Taken,
  ofLine: Taken = new Map(),
): boolean {
  let missing = quantity
  for (const pile of piles) {
    const share = Math.min(missing, free(pile) - (taken.get(pile) ?? 0))
    if (share <= 0) continue
    add(taken, pile, share)
    add(ofLine, pile, share)
    missing -= share
  }
  return missing === 0
}

export class StockModel {
  day = 0
  readonly lots: Lot[] = []
  readonly reservations = new Map<string, Held>()
  readonly #piles: Pile[] = []

  get piles(): readonly Pile[] {
    return this.#piles
  }

  pilesAt(item: string, point: string): Pile[] {
    return this.#piles.filter((pile) => pile.item === item && pile.point === point)
  }

  isSellable({ lot }: Pile): boolean {
    return lot === null || this.#blockOf(lot) === null
  }

  /** On the road nothing is. */
  available(item: string, point: string): number {
    if (point === ROAD) return 0
    const sellable = this.pilesAt(item, point).filter((pile) => this.isSellable(pile))
    return sum(sellable.map(free))
  }

  receive(
    line: Line,
    point: string,
    fresh: Pick<Lot, "item" | "code" | "bestBefore" | "producer"> | null,
  ): Plan {
    const { lot } = line
    if (lot && this.#isExpired(lot)) return refused("expired_on_receipt")
    if (lot?.recalled) return refused("lot_recalled")
    return {
      apply: (made) => {
        const brought = fresh ? this.newLot({ ...fresh, id: made }) : (lot ?? null)
        this.pile(line.item, point, brought).onHand += line.quantity
      },
    }
  }

  putBack({ item, quantity, lot }: Line, point: string): Plan {
    return { apply: () => void (this.pile(item, point, lot ?? null).onHand += quantity) }
  }

  newLot(lot: Pick<Lot, "id" | "item" | "code" | "bestBefore"> & Partial<Lot>): Lot {
    const made: Lot = {
      ...{ madeOn: null, producer: null, recalled: false, parts: [], packed: 0 },
      ...lot,
    }
    this.lots.push(made)
    return made
  }

  /** A sale, or pieces that go straight to another point; all lines or none. */
  takeOut(lines: readonly Line[], from: string, to: string | null): Plan {
    const drawn = this.draw(lines, from, to === null ? "sale" : "move")
    if ("refused" in drawn) return drawn
    return {
      apply: () => {
        for (const taken of drawn.byLine)
          for (const [pile, quantity] of taken) {
            pile.onHand -= quantity
            if (to !== null) this.pile(pile.item, to, pile.lot).onHand += quantity
          }
      },
    }
  }

  /**
   * Which piles the lines take: those that name a lot first, the others what expires first; blocked
   * lots only move. `oneLot`: all of a line from one lot where one has enough.
   */
  draw(
    lines: readonly Line[],
    from: string,
    leave: "sale" | "move",
    { oneLot = false }: { oneLot?: boolean } = {},
  ): Drawn {
    const taken: Taken = new Map()
    const drawn = lines.map((line) => ({ ...line, taken: new Map<Pile, number>() }))
    const namedFirst = [
      ...drawn.filter(({ lot }) => lot !== undefined),
      ...drawn.filter(({ lot }) => lot === undefined),
    ]
    for (const { item, quantity, lot, taken: ofLine } of namedFirst) {
      const here = this.pilesAt(item, from).filter(({ onHand }) => onHand > 0)
      const named = here.filter((pile) => pile.lot === lot)
      if (lot && named.length === 0) return refused("lot_not_at_point")
      const block = lot && leave === "sale" ? this.#blockOf(lot) : null
      if (block) return refused(block)
      const sellable = here.filter((pile) => this.isSellable(pile)).sort(byExpiry)
      const piles = lot === undefined ? sellable : named
      const whole = piles.find((pile) => free(pile) - (taken.get(pile) ?? 0) >= quantity)
      if (!take(oneLot && whole ? [whole] : piles, quantity, taken, ofLine))
        return refused("insufficient_inventory")
    }
    return { byLine: drawn.map((line) => line.taken) }
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
    const pile = this.pile(item, point, lot ?? null)
    if (counted < pile.reserved) return refused("stock_reserved")
    return { apply: () => void (pile.onHand = counted) }
  }

  /** The figure of a shelf, set by hand: what is missing goes by worth. */
  edit(item: string, point: string, stocked: number): Plan {
    const here = this.pilesAt(item, point)
    const change = stocked - sum(here.map(({ onHand }) => onHand))
    if (change >= 0)
      return { apply: () => void (this.pile(item, point, null).onHand += change) }
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

  /** Why a lot is not sold; of baskets also for what is in them. */
  #blockOf(lot: Lot): "lot_recalled" | "lot_expired" | null {
    if (lot.recalled) return "lot_recalled"
    if (this.#isExpired(lot)) return "lot_expired"
    return lot.parts.some((part) => part.lot?.recalled) ? "lot_recalled" : null
  }

  #isExpired({ bestBefore }: Lot): boolean {
    return bestBefore !== null && bestBefore <= this.day
  }

  #sellableAt(item: string, point: string): Pile[] {
    return this.pilesAt(item, point)
      .filter((pile) => this.isSellable(pile))
      .sort(byExpiry)
  }

  pile(item: string, point: string, lot: Lot | null): Pile {
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
