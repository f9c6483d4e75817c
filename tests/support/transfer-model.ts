/** Transfers in the model: what was sent lies on the road until it arrives, is lost or comes back. */
import {
  type Line,
  type Lot,
  type Pile,
  type Plan,
  refused,
  type StockModel,
} from "./stock-model"
import { ROAD } from "./warehouse"

/** Pieces of one line and lot that are under way. */
export type UnderWay = { line: number; pile: Pile; left: number }

export type Transfer = {
  id: string
  from: string
  to: string
  status: "draft" | "sent" | "closed" | "cancelled"
  revision: number
  lines: readonly Line[]
  road: UnderWay[]
  hasArrivals: boolean
  lost: number
}

export type Arrival = { received: number; missing: number; damaged: number }

const all = ({ received, missing, damaged }: Arrival) => received + missing + damaged
const wrongStatus = () => refused("wrong_transfer_status")

export class TransferModel {
  readonly transfers: Transfer[] = []

  constructor(private readonly stock: StockModel) {}

  draft(id: string, from: string, to: string, lines: readonly Line[]): Plan {
    const head = { id, from, to, lines, status: "draft" as const, revision: 1 }
    return {
      apply: () =>
        void this.transfers.push({ ...head, road: [], hasArrivals: false, lost: 0 }),
    }
  }

  edit(transfer: Transfer, revision: number, lines: readonly Line[]): Plan {
    if (transfer.status !== "draft") return wrongStatus()
    if (transfer.revision !== revision) return refused("stale_revision")
    return {
      apply: () => void Object.assign(transfer, { lines, revision: revision + 1 }),
    }
  }

  send(transfer: Transfer): Plan {
    if (transfer.status !== "draft") return wrongStatus()
    const drawn = this.stock.draw(transfer.lines, transfer.from, "move")
    if ("refused" in drawn) return drawn
    return {
      apply: () => {
        transfer.status = "sent"
        drawn.byLine.forEach((taken, line) => {
          for (const [pile, left] of taken) {
            pile.onHand -= left
            const onRoad = this.#on(ROAD, pile.item, pile.lot)
            onRoad.onHand += left
            transfer.road.push({ line, pile: onRoad, left })
          }
        })
      },
    }
  }

  /** @param arrivals by place in `transfer.road`. */
  receive(transfer: Transfer, arrivals: ReadonlyMap<UnderWay, Arrival>): Plan {
    if (transfer.status !== "sent") return wrongStatus()
    if ([...arrivals].some(([goods, each]) => all(each) > goods.left))
      return refused("more_than_sent")
    return {
      apply: () => {
        transfer.hasArrivals = true
        for (const [goods, each] of arrivals) {
          this.#leave(goods, all(each))
          this.#on(transfer.to, goods.pile.item, goods.pile.lot).onHand += each.received
          transfer.lost += each.missing + each.damaged
        }
        if (transfer.road.every(({ left }) => left === 0)) transfer.status = "closed"
      },
    }
  }

  close(transfer: Transfer): Plan {
    if (transfer.status !== "sent") return wrongStatus()
    return {
      apply: () => {
        transfer.status = "closed"
        for (const goods of transfer.road) transfer.lost += this.#leave(goods, goods.left)
      },
    }
  }

  cancel(transfer: Transfer): Plan {
    const { status, hasArrivals } = transfer
    const isUnderWay = status === "sent" && !hasArrivals
    if (status !== "draft" && !isUnderWay) return wrongStatus()
    return {
      apply: () => {
        transfer.status = "cancelled"
        for (const goods of transfer.road)
          this.#on(transfer.from, goods.pile.item, goods.pile.lot).onHand += this.#leave(
            goods,
            goods.left,
          )
      },
    }
  }

  #leave(goods: UnderWay, pieces: number): number {
    goods.left -= pieces
    goods.pile.onHand -= pieces
    return pieces
  }

  #on(place: string, item: string, lot: Lot | null): Pile {
    return this.stock.pile(item, place, lot)
  }
}
