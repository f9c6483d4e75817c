/**
 * `kill -9` of the backend right after each durable step of a completion. One order comes of the
 * cart, for whoever asks again; who never does leaves nothing behind that would keep the goods.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { type Answer, completeAtOnce } from "../support/contest"
import { reportAnswers } from "../support/counts"
import { counted, execute, rows } from "../support/database"
import { newGoods } from "../support/own-goods"
import { OwnBackend, runJob } from "../support/own-backend"
import {
  cartsUsing,
  newPromotion,
  ordersUsing,
  usesOf,
  type Promotion,
} from "../support/promotion"
import { expectReconciled } from "../support/reconcile"
import { isLong, sized } from "../support/sizes"
import { shelf } from "../support/stock"
import { expectOneOrder, insist, tracesOf } from "../support/survival"

/** In a cart. */
const PIECES = 2
/** More than a completion has. */
const MOST_STEPS = 60
/** Some steps run beside each other, in no certain order. */
const ROUNDS = sized(1, 2)
/** The goods are held; the order is made, is its cart's, uses its promotion; the money is promised. */
const CHOSEN = ["1 stock_entry", "1 order", "1 order_cart", "1 promotion", "1 payment"]
/** For those who never come back; all of them are put right together. */
const ABANDONED = ["1 order_cart"]
const EVERY_STEP = Array.from({ length: MOST_STEPS }, (_, index) => String(index + 1))

const WITHIN_MS = sized(400_000, 1_800_000)

let backend: OwnBackend

beforeAll(async () => {
  backend = await OwnBackend.start()
})
afterAll(() => backend.kill())

type Case = Awaited<ReturnType<typeof newGoods>> & {
  cart: string
  promotion: Promotion
  point: string
}

/** The last pieces of its goods and the last use of its promotion: neither may be taken twice. */
async function prepared(point: string): Promise<Case> {
  const goods = await newGoods(PIECES)
  const promotion = await newPromotion("promotion", 1)
  const basket = [{ variant: goods.variant, quantity: PIECES }]
  const [cart = ""] = await cartsUsing(promotion, [basket])
  return { ...goods, cart, promotion, point }
}

const clock = z.object({ now: z.string() })

/** Both engines know what was sold: the last thing that a completion leads to. */
const isKnown = async (variant: string, since: string): Promise<boolean> =>
  (await counted(
    `select count(*) from search_mark mark
       join product_variant variant on variant.product_id = mark.product_id
      where variant.id = $1 and mark.ingested_at > $2::timestamptz`,
    variant,
    since,
  )) === 2

/** Completes the cart at a backend that dies at the point. @returns null when it never came there. */
async function cutOff({ cart, variant, point }: Case): Promise<Answer | null> {
  const [since] = await rows(clock, "select clock_timestamp()::text as now")
  const [answer] = await completeAtOnce([cart], await backend.shop(point))
  if (!answer || !since) throw new Error("no answer")
  await vi.waitUntil(async () => !backend.isUp || (await isKnown(variant, since.now)), {
    timeout: 30_000,
    interval: 50,
  })
  return backend.isUp ? null : answer
}

/**
 * Cuts a completion off at each point, in full size at every step that there is.
 * @param after what is done once the backend is back.
 */
async function atEach(
  chosen: readonly string[],
  after: (one: Case, cutOffWith: Answer) => Promise<void>,
): Promise<number> {
  let points = 0
  for (const point of isLong ? EVERY_STEP : chosen) {
    const one = await prepared(point)
    const answer = await cutOff(one)
    if (!answer) {
      if (!isLong) throw new Error(`nothing was written at "${point}"`)
      return points
    }
    await backend.start()
    await after(one, answer)
    points += 1
  }
  if (isLong) throw new Error("a completion has more steps than this test knows")
  return points
}

async function expectSold(one: Case, order: string | null): Promise<void> {
  const { cart, item, location, promotion } = one
  await expectOneOrder(cart, order, PIECES)
  expect(await usesOf(promotion)).toBe(1)
  expect(await ordersUsing(promotion)).toBe(1)
  expect(await shelf(item, location)).toEqual({ stocked: PIECES, reserved: PIECES })
}

describe("the backend is killed right after a step of a completion", () => {
  it("and its client asks again: one order, whole", { timeout: WITHIN_MS }, async () => {
    const started = performance.now()
    const answers: Answer[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      await atEach(CHOSEN, async (one, first) => {
        const { answer } = await insist(one.cart, await backend.shop())
        expect(answer, `after step ${one.point}`).toMatchObject({ kind: "order" })
        if (first.orderId) expect(answer.orderId).toBe(first.orderId)
        await expectSold(one, answer.orderId)
        answers.push(answer)
      })
    reportAnswers(
      "kill -9 sau từng bước, khách gửi lại",
      answers,
      performance.now() - started,
    )
    await expectReconciled()
  })

  it(
    "and its client never comes back: nothing is kept, and the cart can still be ordered",
    { timeout: WITHIN_MS },
    async () => {
      const left: Case[] = []
      await atEach(ABANDONED, async (one) => void left.push(one))
      await grownOld(left)
      await runJob("release-holds")

      for (const { cart, point, item, location } of left) {
        const found = await tracesOf(cart)
        const [order] = found.orders
        // Either there is the whole order, of which its buyer may learn, or there is none.
        expect(found.linked, `after step ${point}`).toEqual(found.orders)
        if (order !== undefined) await expectOneOrder(cart, order, PIECES)
        else expect(await shelf(item, location)).toEqual({ stocked: PIECES, reserved: 0 })
      }
      await expectReconciled()

      for (const one of left) {
        const { answer } = await insist(one.cart, await backend.shop())
        expect(answer, `after step ${one.point}`).toMatchObject({ kind: "order" })
        await expectSold(one, answer.orderId)
      }
    },
  )
})

/** As if it had all happened 11 minutes ago: longer than the job lets anybody complete a cart. */
async function grownOld(cases: readonly Case[]): Promise<void> {
  const carts = cases.map(({ cart }) => `'${cart}'`).join(", ")
  const then = "created_at = created_at - interval '11 minutes'"
  await execute(`update "order" set ${then} where metadata ->> 'cart_id' in (${carts})`)
  await execute(`update order_cart set ${then} where cart_id in (${carts})`)
  await execute(`update reservation_item set ${then} where external_id in (${carts})`)
}
