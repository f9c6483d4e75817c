/** What the steps of a run share: the model beside the real thing, and how commands are sent. */
import { randomUUID } from "node:crypto"
import { type Response } from "undici"
import { z } from "zod"
import { type Choice, type Line, type Plan, type StockModel } from "./stock-model"
import { type StocktakeModel } from "./stocktake-model"
import { type TransferModel } from "./transfer-model"
import { command } from "./warehouse"

/** Items on shelves at points; each run has its own. */
export type World = {
  model: StockModel
  transfers: TransferModel
  stocktakes: StocktakeModel
  items: readonly string[]
  points: readonly string[]
  producers: readonly string[]
}

/** A refusal's code, or the id of what was made ("" where nothing was). */
export type Sent = { refused: string } | { made: string }
export type Step = {
  plan: Plan
  send: () => Promise<Sent>
  /** Of a command under an id. */
  repeat?: {
    /** Sends it once more, with other words where `changed` is true. */
    send: (changed: boolean) => Promise<Response>
    /** What it was answered with the first time. */
    first: () => unknown
  }
}

const failure = z.object({ code: z.string() })

export async function outcome(
  answer: Promise<Response>,
  madeId: (body: unknown) => string = () => "",
): Promise<Sent> {
  const response = await answer
  const body: unknown = await response.json()
  return response.ok ? { made: madeId(body) } : { refused: failure.parse(body).code }
}

type Body = Readonly<Record<string, unknown>>

/** @param other words that the command may say as well, and did not. */
export function commandStep(
  plan: Plan,
  path: string,
  said: Body,
  {
    madeId = () => "",
    device,
    other = { note: "Khác" },
  }: {
    madeId?: (body: unknown) => string
    device?: string
    other?: Body
  } = {},
): Step {
  const body = { id: randomUUID(), ...said }
  let answer: unknown
  return {
    plan,
    send: () =>
      outcome(command(path, body, device), (first) => {
        answer = first
        return madeId(first)
      }),
    repeat: {
      send: (changed) => command(path, changed ? { ...body, ...other } : body, device),
      first: () => answer,
    },
  }
}

/** One of those that there are, counted round. */
export const at = <T>(values: readonly T[], index: number): T | undefined =>
  values[index % Math.max(1, values.length)]

/** What should be refused is tried now and then. */
export const isSeldom = (pick: number): boolean => pick % 4 === 3

/** Mostly one of those that fit, so that commands are not refused all the time. */
export function atFitting<T>(
  values: readonly T[],
  isFitting: (value: T) => boolean,
  index: number,
): T | undefined {
  const fitting = values.filter(isFitting)
  return at(fitting.length > 0 && !isSeldom(index) ? fitting : values, index)
}

export type Named = { item: number; lot: number | "none" | "any" }

/** The goods and places that a command means; a lot is mostly one that lies where the goods are. */
export function meant({ model, items, points, producers }: World) {
  const itemAt = (index: number): string => at(items, index) ?? ""
  const lotOf = ({ item, lot }: Named, where: string): Choice => {
    if (lot === "any") return undefined
    if (lot === "none") return null
    const lots = model.lots.filter((each) => each.item === itemAt(item))
    const here = new Set(
      model
        .pilesAt(itemAt(item), where)
        .flatMap((pile) => (pile.onHand > 0 ? pile.lot : [])),
    )
    return atFitting(lots, (each) => here.has(each), lot) ?? null
  }
  return {
    itemAt,
    lotOf,
    pointAt: (index: number): string => at(points, index) ?? "",
    producerAt: (index: number): string => at(producers, index) ?? "",
    lineOf: (named: Named & { quantity: number }, where: string): Line => ({
      item: itemAt(named.item),
      quantity: named.quantity,
      lot: lotOf(named, where),
    }),
  }
}

export const pieces = ({ item, quantity }: Line) => ({
  inventory_item_id: item,
  quantity,
})
export const written = (line: Line, more: object = {}) => ({
  ...pieces(line),
  ...(line.lot !== undefined && { lot_id: line.lot?.id ?? null }),
  ...more,
})
