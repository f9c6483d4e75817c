/** What a command means: to the model, and as requests to the admin API. */
import { randomUUID } from "node:crypto"
import { type Response } from "undici"
import { z } from "zod"
import { adminRaw } from "./backend"
import { type Command } from "./stock-commands"
import { dayIn, setStockDay } from "./stock-day"
import { sendDocument } from "./stock-documents"
import { type Choice, type Line, type Plan, type StockModel } from "./stock-model"

/** Items on shelves at points; each run has its own. */
export type World = {
  model: StockModel
  items: readonly string[]
  points: readonly string[]
  producers: readonly string[]
}

/** A refusal's code, or the id of what was made ("" where nothing was). */
export type Sent = { refused: string } | { made: string }
export type Step = { plan: Plan; send: () => Promise<Sent> }

const failure = z.object({ code: z.string() })
const posted = z.object({
  document: z.object({ entries: z.array(z.object({ lot_id: z.string().nullable() })) }),
})
const lotMade = (body: unknown): string =>
  posted.parse(body).document.entries[0]?.lot_id ?? ""
const reservation = z.object({ reservation: z.object({ id: z.string() }) })
const reservationMade = (body: unknown): string => reservation.parse(body).reservation.id

async function outcome(
  answer: Promise<Response>,
  madeId: (body: unknown) => string = () => "",
): Promise<Sent> {
  const response = await answer
  const body: unknown = await response.json()
  return response.ok ? { made: madeId(body) } : { refused: failure.parse(body).code }
}

const at = <T>(values: readonly T[], index: number): T | undefined =>
  values[index % Math.max(1, values.length)]

const post = (path: string, body: unknown): Promise<Response> =>
  adminRaw(path, { method: "POST", body })
const remove = (path: string): Promise<Response> => adminRaw(path, { method: "DELETE" })

const document = (
  kind: string,
  location_id: string,
  lines: object[],
  more: object = {},
) => sendDocument({ id: randomUUID(), kind, location_id, lines, ...more })

const pieces = ({ item, quantity }: Line) => ({ inventory_item_id: item, quantity })
const written = (line: Line, more: object = {}) => ({
  ...pieces(line),
  ...(line.lot !== undefined && { lot_id: line.lot?.id ?? null }),
  ...more,
})

type Named = { item: number; lot: number | "none" | "any" }

/** @returns null when there is nothing that the command could be about. */
export function stepOf(
  { model, items, points, producers }: World,
  command: Command,
): Step | null {
  const itemAt = (index: number): string => at(items, index) ?? ""
  const pointAt = (index: number): string => at(points, index) ?? ""
  const producerAt = (index: number): string => at(producers, index) ?? ""
  const lotOf = ({ item, lot }: Named): Choice => {
    if (lot === "any") return undefined
    if (lot === "none") return null
    return (
      at(
        model.lots.filter((each) => each.item === itemAt(item)),
        lot,
      ) ?? null
    )
  }
  const lineOf = (named: Named & { quantity: number }): Line => ({
    item: itemAt(named.item),
    quantity: named.quantity,
    lot: lotOf(named),
  })

  switch (command.kind) {
    case "receive": {
      const where = pointAt(command.point)
      const line = lineOf({ ...command, lot: "none" })
      const bestBefore = command.life === null ? null : model.day + command.life
      const producer = producerAt(command.producer)
      const lot = { code: randomUUID(), bestBefore, producer }
      const best_before = bestBefore === null ? null : dayIn(bestBefore)
      const sent = {
        ...pieces(line),
        lot: { code: lot.code, best_before, producer_id: producer },
      }
      return {
        plan: model.receive(line, where, { item: line.item, ...lot }),
        send: () => outcome(document("receipt", where, [sent]), lotMade),
      }
    }
    case "receive-again": {
      const where = pointAt(command.point)
      const line = lineOf(command)
      const sent = {
        ...pieces(line),
        lot: line.lot ? { code: line.lot.code, producer_id: line.lot.producer } : null,
      }
      return {
        plan: model.receive(line, where, null),
        send: () => outcome(document("receipt", where, [sent])),
      }
    }
    case "return": {
      const where = pointAt(command.point)
      const line = lineOf(command)
      return {
        plan: model.putBack(line, where),
        send: () => outcome(document("return", where, [written(line)])),
      }
    }
    case "sale": {
      const where = pointAt(command.point)
      const lines = command.lines.map(lineOf)
      const sent = lines.map((line) => written(line))
      return {
        plan: model.takeOut(lines, where, null),
        send: () => outcome(document("sale", where, sent)),
      }
    }
    case "transfer": {
      const [from, to] = [pointAt(command.point), pointAt(command.point + 1)]
      const line = lineOf(command)
      return {
        plan: model.takeOut([line], from, to),
        send: () =>
          outcome(document("transfer", from, [written(line)], { to_location_id: to })),
      }
    }
    case "disposal": {
      const where = pointAt(command.point)
      const line = lineOf(command)
      const sent = written(line, { reason: "damaged" })
      return {
        plan: model.writeOff(line, where),
        send: () => outcome(document("disposal", where, [sent])),
      }
    }
    case "producer-return": {
      const [where, producer_id] = [pointAt(command.point), producerAt(command.producer)]
      const line = lineOf(command)
      return {
        plan: model.giveBack(line, where, producer_id),
        send: () =>
          outcome(document("producer-return", where, [written(line)], { producer_id })),
      }
    }
    case "adjust-in":
    case "adjust-out": {
      const where = pointAt(command.point)
      const line = lineOf(command)
      const direction = command.kind === "adjust-in" ? "in" : "out"
      const sent = written(line, { direction, reason: "miscounted" })
      return {
        plan:
          direction === "in" ? model.putBack(line, where) : model.writeOff(line, where),
        send: () => outcome(document("adjustment", where, [sent])),
      }
    }
    case "count": {
      const where = pointAt(command.point)
      const [item, lot] = [itemAt(command.item), lotOf(command)]
      const { counted } = command
      const sent = { inventory_item_id: item, lot_id: lot?.id ?? null, counted }
      return {
        plan: model.count({ item, lot }, where, counted),
        send: () => outcome(document("count", where, [sent])),
      }
    }
    case "edit": {
      const [item, where] = [itemAt(command.item), pointAt(command.point)]
      const path = `/admin/inventory-items/${item}/location-levels/${where}`
      return {
        plan: model.edit(item, where, command.stocked),
        send: () => outcome(post(path, { stocked_quantity: command.stocked })),
      }
    }
    case "reserve": {
      const [item, where] = [itemAt(command.item), pointAt(command.point)]
      const wanted = { item, quantity: command.quantity }
      const body = { ...pieces({ ...wanted, lot: null }), location_id: where }
      return {
        plan: model.reserve(wanted, where),
        send: () => outcome(post("/admin/reservations", body), reservationMade),
      }
    }
    case "move": {
      const id = at([...model.reservations.keys()], command.pick)
      if (id === undefined) return null
      const [to, { quantity }] = [pointAt(command.point), command]
      const body = { location_id: to, quantity }
      return {
        plan: model.move(id, to, quantity),
        send: () => outcome(post(`/admin/reservations/${id}`, body)),
      }
    }
    case "release": {
      const id = at([...model.reservations.keys()], command.pick)
      if (id === undefined) return null
      return {
        plan: model.release(id),
        send: () => outcome(remove(`/admin/reservations/${id}`)),
      }
    }
    case "recall": {
      const lot = at(model.lots, command.pick)
      if (!lot) return null
      const path = `/admin/stock/lots/${lot.id}/recall`
      const { recalled } = lot
      return {
        plan: { apply: () => void (lot.recalled = !recalled) },
        send: () => outcome(recalled ? remove(path) : post(path, { reason: "Thử" })),
      }
    }
    case "night": {
      const day = model.day + 1
      return {
        plan: { apply: () => void (model.day = day) },
        send: async () => {
          await setStockDay(day)
          return { made: "" }
        },
      }
    }
  }
}
