/**
 * Random commands over the admin API against a plain model in memory: after each, every pile must
 * be as the model says. A failure is shrunk to the fewest commands that show it.
 */
import fc from "fast-check"
import { afterAll, beforeAll, expect, it } from "vitest"
import { z } from "zod"
import { admin } from "../support/backend"
import { report } from "../support/counts"
import { booksOf } from "../support/ledger"
import { newItem, point } from "../support/own-goods"
import { producers } from "../support/producers"
import { sized } from "../support/sizes"
import { commands, type Command } from "../support/stock-commands"
import { setStockDay } from "../support/stock-day"
import { lotsOf } from "../support/stock-documents"
import { StockModel } from "../support/stock-model"
import { stepOf, type World } from "../support/stock-steps"

const RUNS = sized(40, 600)
const COMMANDS = 30
const GIVE_UP_AFTER_MS = sized(150_000, 1_800_000)

const counts = { attempted: 0, accepted: 0, refused: 0, errors: 0 }
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
  inventory_item: z.object({ location_levels: z.array(level) }),
})

/** "lot at point": [on hand, reserved]; and "point": [on hand, reserved, available]. */
type Figures = Record<string, number[]>

async function shown({ items }: World): Promise<Figures> {
  const figures: Figures = {}
  for (const item of items) {
    for (const { id, balances } of await lotsOf(item))
      for (const { location_id, on_hand, reserved } of balances)
        if (on_hand > 0) figures[`${id} at ${location_id}`] = [on_hand, reserved]
    const path = `/admin/inventory-items/${item}?fields=*location_levels`
    const { inventory_item } = await admin(path, withLevels)
    for (const each of inventory_item.location_levels)
      figures[`${item} at ${each.location_id}`] = [
        each.stocked_quantity,
        each.reserved_quantity,
        each.available_quantity,
      ]
  }
  return figures
}

function expected({ items, points, model }: World): Figures {
  const figures: Figures = {}
  for (const item of items)
    for (const where of points) {
      let [onHand, reserved] = [0, 0]
      for (const pile of model.pilesAt(item, where)) {
        onHand += pile.onHand
        reserved += pile.reserved
        if (pile.lot && pile.onHand > 0)
          figures[`${pile.lot.id} at ${where}`] = [pile.onHand, pile.reserved]
      }
      figures[`${item} at ${where}`] = [onHand, reserved, model.available(item, where)]
    }
  return figures
}

async function carryOut(world: World, command: Command): Promise<void> {
  const step = stepOf(world, command)
  if (!step) return
  const sent = await step.send()
  counts.attempted += 1
  counts["refused" in sent ? "refused" : "accepted"] += 1
  const said = (answer: object) => ("refused" in answer ? answer.refused : "accepted")
  expect(said(sent), JSON.stringify(command)).toBe(said(step.plan))
  if ("apply" in step.plan && "made" in sent) step.plan.apply(sent.made)
  expect(await shown(world), JSON.stringify(command)).toEqual(expected(world))
}

it(
  "the stock is what the commands say",
  async () => {
    const points = [await point(0), await point(1)]
    const owners = await producers(2)
    const property = fc.asyncProperty(
      fc.array(commands, { minLength: 1, maxLength: COMMANDS, size: "max" }),
      async (list) => {
        const shelves = points.map((location) => ({ location, stocked: 0 }))
        const items = [await newItem(...shelves), await newItem(...shelves)]
        const world: World = {
          model: new StockModel(),
          items,
          points,
          producers: owners,
        }
        await setStockDay(0)
        for (const command of list) await carryOut(world, command)
        for (const item of items) await booksOf(item)
      },
    )
    await fc.assert(property, {
      numRuns: RUNS,
      interruptAfterTimeLimit: GIVE_UP_AFTER_MS,
    })
  },
  2 * GIVE_UP_AFTER_MS,
)
