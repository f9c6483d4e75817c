/** More buyers than goods, all in the same moment. */
import { describe, expect, it } from "vitest"
import {
  buy,
  completeAtOnce,
  ofKind,
  readyCarts,
  reasons,
  slowest,
  type Answer,
  type Basket,
} from "../support/contest"
import { reportAnswers } from "../support/counts"
import { ordersWith } from "../support/database"
import { newGoods, newItem, newVariants, point } from "../support/own-goods"
import { isLong, sized } from "../support/sizes"
import { reservationsOf, setStocked, shelf } from "../support/stock"

const BUYERS = sized(24, 200)
const PIECES = sized(6, 50)
/** Making the carts ready takes most of it. */
const WITHIN_MS = sized(120_000, 900_000)
/** Twice what two cores that do nothing else need at most: others may be at work beside. */
const ORDERS_WITHIN_MS = 60_000
const REFUSALS_WITHIN_MS = 10_000

const one = (variant: string): Basket => [{ variant, quantity: 1 }]
const times = (count: number, basket: Basket): Basket[] =>
  Array.from({ length: count }, () => basket)

async function contest(title: string, baskets: readonly Basket[]): Promise<Answer[]> {
  const carts = await readyCarts(baskets)
  const started = performance.now()
  const answers = await completeAtOnce(carts)
  reportAnswers(title, answers, performance.now() - started)
  return answers
}

function expectClear(answers: readonly Answer[], orders: number): void {
  const refused = answers.length - orders
  expect(reasons(answers)).toEqual({
    ...(orders > 0 && { "200": orders }),
    ...(refused > 0 && { "409 insufficient_inventory": refused }),
  })
  for (const { message } of ofKind(answers, "refused"))
    expect(message).toMatch(/hết|không còn đủ/i)
  if (!isLong) return
  expect(slowest(ofKind(answers, "order"))).toBeLessThanOrEqual(ORDERS_WITHIN_MS)
  expect(slowest(ofKind(answers, "refused"))).toBeLessThanOrEqual(REFUSALS_WITHIN_MS)
}

describe(`${BUYERS} buyers`, { timeout: WITHIN_MS }, () => {
  it(`of ${PIECES} pieces at one point: that many orders, clear refusals, and it goes on`, async () => {
    const { item, variant, location } = await newGoods(PIECES)
    const answers = await contest("Một sản phẩm", times(BUYERS, one(variant)))
    expectClear(answers, PIECES)
    expect(await shelf(item, location)).toEqual({ stocked: PIECES, reserved: PIECES })
    expect(await ordersWith(variant)).toBe(PIECES)
    expect(await reservationsOf(item)).toHaveLength(PIECES)
    await setStocked(item, location, PIECES + 1)
    expect((await buy(one(variant))).kind).toBe("order")
  })

  it("of pieces that lie at three points: none is left, none is sold twice", async () => {
    const shelves = await Promise.all(
      [0, 1, 2].map(async (rank) => ({
        location: await point(rank),
        stocked: Math.floor(PIECES / 3) + rank,
      })),
    )
    const pieces = shelves.reduce((sum, { stocked }) => sum + stocked, 0)
    const item = await newItem(...shelves)
    const [variant = ""] = await newVariants({ [item]: 1 })
    const answers = await contest("Ba điểm bán", times(BUYERS, one(variant)))
    expectClear(answers, pieces)
    for (const { location, stocked } of shelves)
      expect(await shelf(item, location)).toEqual({ stocked, reserved: stocked })
  })

  it("of two baskets that share a component: the component decides", async () => {
    const location = await point(0)
    const [tea, honey, box] = [
      await newItem({ location, stocked: BUYERS }),
      await newItem({ location, stocked: BUYERS }),
      await newItem({ location, stocked: PIECES }),
    ]
    const [withTea = "", withHoney = ""] = await newVariants(
      { [tea]: 1, [box]: 1 },
      { [box]: 1, [honey]: 2 },
    )
    const half = BUYERS / 2
    const answers = await contest("Hai giỏ quà chung hộp", [
      ...times(half, one(withTea)),
      ...times(half, one(withHoney)),
    ])
    expectClear(answers, PIECES)
    const sold = [
      ofKind(answers.slice(0, half), "order").length,
      ofKind(answers.slice(half), "order").length,
    ] as const
    expect((await shelf(box, location)).reserved).toBe(PIECES)
    expect((await shelf(tea, location)).reserved).toBe(sold[0])
    expect((await shelf(honey, location)).reserved).toBe(2 * sold[1])
  })
})
