/** Stocktakes in the model: each lot is compared with what its pile was at the last count of it. */
import {
  type Lot,
  type Pile,
  type Plan,
  refused,
  type StockModel,
  sum,
} from "./stock-model"

export type Scan = { device: string; mode: "add" | "set"; quantity: number }
type Counted = { byDevice: Map<string, number>; expected: number }

export type Stocktake = {
  id: string
  point: string
  status: "counting" | "approved" | "cancelled"
  counts: Map<Pile, Counted>
}

export class StocktakeModel {
  readonly stocktakes: Stocktake[] = []

  constructor(private readonly stock: StockModel) {}

  begin(id: string, point: string): Plan {
    const begun = { id, point, status: "counting" as const }
    return { apply: () => void this.stocktakes.push({ ...begun, counts: new Map() }) }
  }

  count(stocktake: Stocktake, item: string, lot: Lot | null, scan: Scan): Plan {
    if (stocktake.status !== "counting") return ended(stocktake)
    const { device, mode, quantity } = scan
    return {
      apply: () => {
        const pile = this.stock.pile(item, stocktake.point, lot)
        const byDevice = stocktake.counts.get(pile)?.byDevice ?? new Map<string, number>()
        const before = mode === "add" ? (byDevice.get(device) ?? 0) : 0
        byDevice.set(device, before + quantity)
        stocktake.counts.set(pile, { byDevice, expected: pile.onHand })
      },
    }
  }

  approve(stocktake: Stocktake): Plan {
    if (stocktake.status !== "counting") return ended(stocktake)
    if (stocktake.counts.size === 0) return refused("nothing_counted")
    const variances = variancesOf(stocktake).filter(({ variance }) => variance !== 0)
    // The first by name of what cannot be is what is refused: any of them will do here.
    const impossible = variances.flatMap(({ pile, variance }) => {
      const { onHand, reserved } = pile
      if (onHand + variance < 0) return "recount_needed"
      return onHand + variance < reserved ? "stock_reserved" : []
    })
    if (impossible.length > 0) return { refused: impossible }
    return {
      apply: () => {
        stocktake.status = "approved"
        for (const { pile, variance } of variances) pile.onHand += variance
      },
    }
  }

  cancel(stocktake: Stocktake): Plan {
    if (stocktake.status !== "counting") return ended(stocktake)
    return { apply: () => void (stocktake.status = "cancelled") }
  }
}

const ended = ({ status }: Stocktake) => refused(`stocktake_${status}`)

export const variancesOf = ({ counts }: Stocktake) =>
  [...counts].map(([pile, { byDevice, expected }]) => {
    const counted = sum(byDevice.values())
    return { pile, counted, expected, variance: counted - expected }
  })
