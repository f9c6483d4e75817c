/** Transfers and stocktakes as steps: what they mean to the model, and what is sent. */
import { randomUUID } from "node:crypto"
import { type Command } from "./stock-commands"
import {
  at,
  atFitting,
  commandStep,
  isSeldom,
  meant,
  type Step,
  type World,
  written,
} from "./stock-world"
import { type Arrival, type UnderWay } from "./transfer-model"
import { countsBody } from "./warehouse"

type Of<Prefix extends string> = Extract<Command, { kind: `${Prefix}-${string}` }>
type Transfers = Of<"transfer">
type Stocktakes = Of<"stocktake">

const isTransfer = (command: Command): command is Transfers =>
  command.kind.startsWith("transfer-")
export const isWarehouseCommand = (command: Command): command is Transfers | Stocktakes =>
  isTransfer(command) || command.kind.startsWith("stocktake-")

export const warehouseStepOf = (
  world: World,
  command: Transfers | Stocktakes,
): Step | null =>
  isTransfer(command) ? transferStep(world, command) : stocktakeStep(world, command)

/** As much of what was drawn as is under way. */
function within(drawn: Arrival, left: number): Arrival {
  const received = Math.min(drawn.received, left)
  const missing = Math.min(drawn.missing, left - received)
  return {
    received,
    missing,
    damaged: Math.min(drawn.damaged, left - received - missing),
  }
}

const STATUS_BEFORE = {
  "transfer-edit": ["draft"],
  "transfer-send": ["draft"],
  "transfer-receive": ["sent"],
  "transfer-close": ["sent"],
  "transfer-cancel": ["draft", "sent"],
}

function transferStep(world: World, command: Transfers): Step | null {
  const { transfers } = world
  const { pointAt, lineOf } = meant(world)
  if (command.kind === "transfer-draft") {
    const id = randomUUID()
    const [from, to] = [pointAt(command.point), pointAt(command.point + 1)]
    const lines = command.lines.map((line) => lineOf(line, from))
    const places = { from_location_id: from, to_location_id: to }
    const said = { id, ...places, lines: lines.map((line) => written(line)) }
    return commandStep(transfers.draft(id, from, to, lines), "transfers", said)
  }
  const wanted = STATUS_BEFORE[command.kind]
  // Goods cannot arrive that were not sent: mostly they are sent first.
  const isSent = transfers.transfers.some(({ status }) => status === "sent")
  if (command.kind === "transfer-receive" && !isSent && !isSeldom(command.pick))
    return transferStep(world, { kind: "transfer-send", pick: command.pick })
  const transfer = atFitting(
    transfers.transfers,
    ({ status }) => wanted.includes(status),
    command.pick,
  )
  if (!transfer) return null
  const path = `transfers/${transfer.id}`
  switch (command.kind) {
    case "transfer-edit": {
      const revision = transfer.revision + (command.isStale ? 1 : 0)
      const lines = command.lines.map((line) => lineOf(line, transfer.from))
      const said = { revision, lines: lines.map((line) => written(line)) }
      return commandStep(transfers.edit(transfer, revision, lines), path, said)
    }
    case "transfer-send": {
      const other = { revision: transfer.revision }
      return commandStep(transfers.send(transfer), `${path}/send`, {}, { other })
    }
    case "transfer-receive": {
      const arrivals = new Map<UnderWay, Arrival>()
      transfer.road.forEach((goods, place) => {
        const drawn = at(command.arrivals, place)
        const arrival =
          drawn && (isSeldom(command.pick) ? drawn : within(drawn, goods.left))
        if (arrival && Object.values(arrival).some((pieces) => pieces > 0))
          arrivals.set(goods, arrival)
      })
      // Goods that a draft has not sent yet.
      const nothing = [{ line: 0, lot_id: null, received: 1 }]
      const lines = [...arrivals].map(([{ line, pile }, arrival]) => ({
        ...{ line, lot_id: pile.lot?.id ?? null },
        ...arrival,
      }))
      if (lines.length === 0 && transfer.status === "sent") return null
      const said = { lines: lines.length > 0 ? lines : nothing }
      return commandStep(transfers.receive(transfer, arrivals), `${path}/receive`, said)
    }
    case "transfer-close":
      return commandStep(transfers.close(transfer), `${path}/close`, { reason: "lost" })
    case "transfer-cancel":
      return commandStep(transfers.cancel(transfer), `${path}/cancel`, {})
  }
}

function stocktakeStep(world: World, command: Stocktakes): Step | null {
  const { stocktakes, items } = world
  const { itemAt, pointAt, lotOf } = meant(world)
  if (command.kind === "stocktake-begin") {
    const [id, point] = [randomUUID(), pointAt(command.point)]
    const said = { id, location_id: point, inventory_item_ids: items }
    return commandStep(stocktakes.begin(id, point), "stocktakes", said)
  }
  const stocktake = atFitting(
    stocktakes.stocktakes,
    ({ status }) => status === "counting",
    command.pick,
  )
  if (!stocktake) return null
  const path = `stocktakes/${stocktake.id}`
  switch (command.kind) {
    case "stocktake-count": {
      const { mode, quantity, device } = command
      const [item, lot] = [itemAt(command.item), lotOf(command, stocktake.point) ?? null]
      const said = countsBody([{ item, lot: lot?.id ?? null, mode, quantity }])
      return commandStep(
        stocktakes.count(stocktake, item, lot, { device, mode, quantity }),
        `${path}/counts`,
        said,
        { device, other: { counted_at: new Date().toISOString() } },
      )
    }
    case "stocktake-approve":
      return commandStep(stocktakes.approve(stocktake), `${path}/approve`, {})
    case "stocktake-cancel":
      return commandStep(stocktakes.cancel(stocktake), `${path}/cancel`, {})
  }
}
