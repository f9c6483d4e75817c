/** What a command means: to the model, and as requests to the admin API. */
import { randomUUID } from "node:crypto"
import { type Response } from "undici"
import { z } from "zod"
import { adminRaw } from "./backend"
import { assemble, disassemble } from "./basket-model"
import { BASKET, type Command } from "./stock-commands"
import { dayIn, setStockDay } from "./stock-day"
import { type Lot, type Plan } from "./stock-model"
import {
  at,
  atFitting,
  commandStep,
  meant,
  outcome,
  pieces,
  type Step,
  type World,
  written,
} from "./stock-world"
import { isWarehouseCommand, warehouseStepOf } from "./warehouse-steps"

const posted = z.object({
  document: z.object({
    entries: z.array(
      z.object({ on_hand_change: z.number(), lot_id: z.string().nullable() }),
    ),
  }),
})
/** The lot of the pieces that came. */
const lotMade = (body: unknown): string =>
  posted.parse(body).document.entries.find(({ on_hand_change }) => on_hand_change > 0)
    ?.lot_id ?? ""
const reservation = z.object({ reservation: z.object({ id: z.string() }) })
const reservationMade = (body: unknown): string => reservation.parse(body).reservation.id

const post = (path: string, body: unknown): Promise<Response> =>
  adminRaw(path, { method: "POST", body })
const remove = (path: string): Promise<Response> => adminRaw(path, { method: "DELETE" })

const document = (
  plan: Plan,
  kind: string,
  location_id: string,
  content: object,
  madeId?: (body: unknown) => string,
): Step => commandStep(plan, "documents", { kind, location_id, ...content }, { madeId })

/** @returns null when there is nothing that the command could be about. */
export function stepOf(world: World, command: Command): Step | null {
  if (isWarehouseCommand(command)) return warehouseStepOf(world, command)
  const { model, producers, points } = world
  const { itemAt, pointAt, producerAt, lotOf, lineOf } = meant(world)
  const whereLies = (lot: Lot, pick: number): string | undefined =>
    atFitting(
      points,
      (each) =>
        model.pilesAt(lot.item, each).some((pile) => pile.lot === lot && pile.onHand > 0),
      pick,
    )

  switch (command.kind) {
    case "receive": {
      const where = pointAt(command.point)
      const line = lineOf({ ...command, lot: "none" }, where)
      const bestBefore = command.life === null ? null : model.day + command.life
      const producer = producerAt(command.producer)
      const lot = { code: randomUUID(), bestBefore, producer }
      const best_before = bestBefore === null ? null : dayIn(bestBefore)
      const sent = {
        ...pieces(line),
        lot: { code: lot.code, best_before, producer_id: producer },
      }
      const plan = model.receive(line, where, { item: line.item, ...lot })
      return document(plan, "receipt", where, { lines: [sent] }, lotMade)
    }
    case "receive-again": {
      const where = pointAt(command.point)
      const line = lineOf(command, where)
      const sent = {
        ...pieces(line),
        lot: line.lot ? { code: line.lot.code, producer_id: line.lot.producer } : null,
      }
      const plan = model.receive(line, where, null)
      return document(plan, "receipt", where, { lines: [sent] })
    }
    case "return": {
      const where = pointAt(command.point)
      const line = lineOf(command, where)
      const plan = model.putBack(line, where)
      return document(plan, "return", where, { lines: [written(line)] })
    }
    case "sale": {
      const where = pointAt(command.point)
      const lines = command.lines.map((line) => lineOf(line, where))
      const sent = lines.map((line) => written(line))
      return document(model.takeOut(lines, where, null), "sale", where, { lines: sent })
    }
    case "transfer": {
      const [from, to] = [pointAt(command.point), pointAt(command.point + 1)]
      const line = lineOf(command, from)
      const sent = { to_location_id: to, lines: [written(line)] }
      return document(model.takeOut([line], from, to), "transfer", from, sent)
    }
    case "disposal": {
      const where = pointAt(command.point)
      const line = lineOf(command, where)
      const sent = written(line, { reason: "damaged" })
      return document(model.writeOff(line, where), "disposal", where, { lines: [sent] })
    }
    case "producer-return": {
      const lot = at(model.lots, command.pick)
      if (!lot) return null
      const where = whereLies(lot, command.pick) ?? pointAt(command.point)
      const line = { item: lot.item, quantity: command.quantity, lot }
      const owner = Math.max(0, producers.indexOf(lot.producer ?? ""))
      const producer_id = producerAt(owner + (command.isOther ? 1 : 0))
      const sent = { producer_id, lines: [written(line)] }
      const plan = model.giveBack(line, where, producer_id)
      return document(plan, "producer-return", where, sent)
    }
    case "adjust-in":
    case "adjust-out": {
      const where = pointAt(command.point)
      const line = lineOf(command, where)
      const direction = command.kind === "adjust-in" ? "in" : "out"
      const sent = written(line, { direction, reason: "miscounted" })
      const plan =
        direction === "in" ? model.putBack(line, where) : model.writeOff(line, where)
      return document(plan, "adjustment", where, { lines: [sent] })
    }
    case "count": {
      const where = pointAt(command.point)
      const [item, lot] = [itemAt(command.item), lotOf(command, where)]
      const { counted } = command
      const sent = { inventory_item_id: item, lot_id: lot?.id ?? null, counted }
      const plan = model.count({ item, lot }, where, counted)
      return document(plan, "count", where, { lines: [sent] })
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
    case "assemble": {
      const [where, item] = [pointAt(command.point), itemAt(BASKET)]
      const { quantity } = command
      const [code, components] = [
        randomUUID(),
        command.components.map((line) => lineOf(line, where)),
      ]
      const sent = {
        ...{ inventory_item_id: item, quantity, lot_code: code },
        components: components.map((line) => written(line, { unit_value: 10_000 })),
      }
      const plan = assemble(model, { item, code, quantity }, components, where)
      return document(plan, "assembly", where, sent, lotMade)
    }
    case "disassemble": {
      const lots = model.lots.filter((lot) => lot.item === itemAt(BASKET))
      const lot = atFitting(lots, (each) => each.packed > 0, command.pick)
      if (!lot) return null
      const where = whereLies(lot, command.pick) ?? ""
      const { quantity } = command
      const sent = { inventory_item_id: lot.item, lot_id: lot.id, quantity }
      return document(
        disassemble(model, lot, quantity, where),
        "disassembly",
        where,
        sent,
      )
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
