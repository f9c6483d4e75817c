/**
 * Random commands over the admin API against a plain model in memory: after each, every pile must
 * be as the model says. A failure is shrunk to the fewest commands that show it.
 */
import fc from "fast-check"
import { afterAll, beforeAll, expect, it } from "vitest"
import { z } from "zod"
import { admin } from "../support/backend"
import { report } from "../support/counts"
import { rows } from "../support/database"
import { booksOf } from "../support/ledger"
import { newItem, point } from "../support/own-goods"
import { producers } from "../support/producers"
import { isLong, sized } from "../support/sizes"
import { BASKET, type Request, runs } from "../support/stock-commands"
import { dayIn, setStockDay } from "../support/stock-day"
import { lotsOf } from "../support/stock-documents"
import { StockModel, sum } from "../support/stock-model"
import { stepOf } from "../support/stock-steps"
import { at, type Step, type World } from "../support/stock-world"
import { StocktakeModel, variancesOf as countedIn } from "../support/stocktake-model"
import { TransferModel } from "../support/transfer-model"
import { ROAD, transfersListed, variancesOf } from "../support/warehouse"

const RUNS = sized(30, 600)
const GIVE_UP_AFTER_MS = sized(150_000, 1_800_000)

const counts = { attempted: 0, accepted: 0, refused: 0, errors: 0 }
/** Carried out many times even in a small run; what is seldom drawn is seen to in a large one. */
const FREQUENT = new Set<string>([
  "receive",
  "sale",
  "reserve",
  "assemble",
  "disassemble",
  "transfer-send",
  "transfer-receive",
  "stocktake-count",
  "stocktake-approve",
])
/** How often each kind of command was carried out. */
const kinds = new Map<string, number>()
const started = performance.now()

beforeAll(() => setStockDay(0))
afterAll(async () => {
  await setStockDay(0)
  report({
    title: "Lệnh ngẫu nhiên so với mô hình",
    ...counts,
    busy: 0,
    ms: Math.round(performance.now() - started),
  })
})

const level = z.object({
  location_id: z.string(),
  stocked_quantity: z.number(),
  reserved_quantity: z.number(),
  available_quantity: z.number(),
})
const withLevels = z.object({
  inventory_items: z.array(z.object({ id: z.string(), location_levels: z.array(level) })),
})

const pile = z.object({
  lot_id: z.string(),
  location_id: z.string(),
  on_hand: z.number(),
  reserved: z.number(),
})
const PILES = `
  select lot_id, location_id, on_hand, reserved from stock_balance
   where inventory_item_id = any($1) and lot_id is not null and on_hand > 0`

/** "lot at point": [on hand, reserved]; and "point": [on hand, reserved, available]. */
type Figures = Record<string, number[]>

const ofLots = (piles: readonly z.output<typeof pile>[]): Figures =>
  Object.fromEntries(
    piles.map(({ lot_id, location_id, on_hand, reserved }) => [
      `${lot_id} at ${location_id}`,
      [on_hand, reserved],
    ]),
  )

async function shown({ items }: World): Promise<Figures> {
  const ids = items.map((id) => `id[]=${id}`).join("&")
  const path = `/admin/inventory-items?${ids}&fields=id,*location_levels`
  const [piles, { inventory_items }] = await Promise.all([
    rows(pile, PILES, [items]),
    admin(path, withLevels),
  ])
  const figures = ofLots(piles)
  for (const { id, location_levels } of inventory_items)
    for (const each of location_levels)
      if (each.location_id !== ROAD || each.stocked_quantity > 0)
        figures[`${id} at ${each.location_id}`] = [
          each.stocked_quantity,
          each.reserved_quantity,
          each.available_quantity,
        ]
  return figures
}

function expected({ items, points, model }: World): Figures {
  const figures: Figures = {}
  for (const item of items)
    for (const where of [...points, ROAD]) {
      let [onHand, reserved] = [0, 0]
      for (const pile of model.pilesAt(item, where)) {
        onHand += pile.onHand
        reserved += pile.reserved
        if (pile.lot && pile.onHand > 0)
          figures[`${pile.lot.id} at ${where}`] = [pile.onHand, pile.reserved]
      }
      if (where !== ROAD || onHand > 0)
        figures[`${item} at ${where}`] = [onHand, reserved, model.available(item, where)]
    }
  return figures
}

/** The lots as they are listed, with what is in baskets. */
async function expectLots({ model }: World, item: string): Promise<void> {
  const ofItem = model.lots.filter((lot) => lot.item === item)
  const lots = await lotsOf(item)
  expect(lots.map(({ id }) => id).sort()).toEqual(ofItem.map(({ id }) => id).sort())
  for (const { id, components, best_before } of lots) {
    const lot = ofItem.find((each) => each.id === id)
    expect(components.map(({ quantity, returned }) => quantity - returned)).toEqual(
      lot?.parts.map(({ left }) => left),
    )
    const day = lot?.bestBefore ?? null
    expect(best_before).toBe(day === null ? null : dayIn(day))
  }
}

/** Of each transfer: on the road and lost, as it is shown and as the model says. */
async function transfersOf({ transfers }: World): Promise<[unknown, unknown]> {
  // The newest first, and nobody else sends any meanwhile.
  const views = await transfersListed(transfers.transfers.length)
  return [
    views.reverse().map(({ id, status, lines }) => {
      const lots = lines.flatMap((line) => line.lots)
      return {
        ...{ id, status },
        road: sum(lots.map(({ in_transit }) => in_transit)),
        lost: sum(lots.map(({ lost }) => lost)),
      }
    }),
    transfers.transfers.map(({ id, status, road, lost }) => ({
      ...{ id, status, lost },
      road: sum(road.map(({ left }) => left)),
    })),
  ]
}

/** Of each lot that was counted: how many, what was expected, and the difference. */
async function countsIn({ stocktakes }: World): Promise<[unknown, unknown]> {
  const counting = stocktakes.stocktakes.filter(({ status }) => status === "counting")
  const views = await Promise.all(counting.map(({ id }) => variancesOf(id)))
  const named = (lists: readonly { goods: string; figures: number[] }[][]) =>
    lists.map((list) =>
      Object.fromEntries(list.map(({ goods, figures }) => [goods, figures])),
    )
  return [
    named(
      views.map(({ variances }) =>
        variances.map(({ inventory_item_id, lot_id, counted, expected, variance }) => ({
          goods: `${inventory_item_id} ${lot_id}`,
          figures: [counted, expected, variance],
        })),
      ),
    ),
    named(
      counting.map((stocktake) =>
        countedIn(stocktake).map(({ pile, counted, expected, variance }) => ({
          goods: `${pile.item} ${pile.lot?.id ?? null}`,
          figures: [counted, expected, variance],
        })),
      ),
    ),
  ]
}

/** Pieces wherever they are, with those that transfers have lost. */
const wholeOf = ({ model, transfers }: World): number =>
  sum(model.piles.map(({ onHand }) => onHand)) +
  sum(transfers.transfers.map(({ lost }) => lost))

const posted = z.object({
  document: z.looseObject({ replayed: z.boolean(), entries: z.array(z.unknown()) }),
})
const documentIn = (body: unknown) => posted.parse(body).document

async function sendAgain({ repeat }: Step, changed: boolean): Promise<void> {
  if (!repeat) return
  const response = await repeat.send(changed)
  const body: unknown = await response.json()
  if (changed) {
    expect(response.status).toBe(409)
    expect(body).toMatchObject({ code: "document_conflict" })
    return
  }
  expect(response.status).toBe(200)
  expect(documentIn(body)).toEqual({ ...documentIn(repeat.first()), replayed: true })
}

async function carryOut(world: World, { command, again }: Request): Promise<void> {
  const step = stepOf(world, command)
  if (!step) return
  const words = JSON.stringify(command)
  const before = wholeOf(world)
  const sent = await step.send()
  counts.attempted += 1
  counts["refused" in sent ? "refused" : "accepted"] += 1
  kinds.set(command.kind, (kinds.get(command.kind) ?? 0) + ("made" in sent ? 1 : 0))
  const said = "refused" in sent ? sent.refused : "accepted"
  const planned = "refused" in step.plan ? [step.plan.refused].flat() : ["accepted"]
  expect(planned, words).toContain(said)
  if ("apply" in step.plan && "made" in sent) {
    step.plan.apply(sent.made)
    if (again !== "nothing") await sendAgain(step, again === "changed")
  }
  if (command.kind.startsWith("transfer")) {
    // Neither a piece more nor a piece less: at both ends, on the road, lost.
    expect(wholeOf(world), words).toBe(before)
    const [views, models] = await transfersOf(world)
    expect(views, words).toEqual(models)
  }
  if (command.kind === "stocktake-count") {
    const [views, models] = await countsIn(world)
    expect(views, words).toEqual(models)
  }
  expect(await shown(world), words).toEqual(expected(world))
}

it(
  "the stock is what the commands say",
  async () => {
    const points = [await point(0), await point(1)]
    const owners = await producers(2)
    const property = fc.asyncProperty(runs, async ({ stocked, requests }) => {
      const model = new StockModel()
      const items: string[] = []
      for (let place = 0; place <= BASKET; place += 1) {
        const shelves = points.map((location, index) => ({
          location,
          stocked: at(stocked, place * points.length + index) ?? 0,
        }))
        const item = await newItem(...shelves)
        for (const shelf of shelves)
          model.pile(item, shelf.location, null).onHand = shelf.stocked
        items.push(item)
      }
      const world: World = {
        ...{ model, items, points, producers: owners },
        transfers: new TransferModel(model),
        stocktakes: new StocktakeModel(model),
      }
      await setStockDay(0)
      for (const request of requests) if (request) await carryOut(world, request)
      for (const item of items) {
        await booksOf(item)
        await expectLots(world, item)
      }
    })
    await fc.assert(property, {
      numRuns: RUNS,
      interruptAfterTimeLimit: GIVE_UP_AFTER_MS,
    })
    // What was never carried out has not been tested.
    const never = [...kinds].filter(([, times]) => times === 0).map(([kind]) => kind)
    expect(isLong ? never : never.filter((kind) => FREQUENT.has(kind))).toEqual([])
  },
  2 * GIVE_UP_AFTER_MS,
)
