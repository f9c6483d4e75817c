/** Two processes of the backend on one database, with and without Redis between them. */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { adminRaw } from "../support/backend"
import {
  type Answer,
  completeAtOnce,
  ofKind,
  readyCarts,
  reasons,
  thisShop,
  type Shop,
} from "../support/contest"
import { reportAnswers } from "../support/counts"
import { counted, ordersWith } from "../support/database"
import { OwnBackend } from "../support/own-backend"
import { newGoods } from "../support/own-goods"
import { expectReconciled } from "../support/reconcile"
import { startRedis } from "../support/redis"
import { isLong, sized } from "../support/sizes"
import { shelf } from "../support/stock"
import { expectOneOrder, insist } from "../support/survival"

const BUYERS = sized(12, 60)
const PIECES = sized(5, 25)
const SENT_TO_BOTH = sized(4, 20)
const DOCUMENTS = sized(5, 40)
const WITHIN_MS = sized(120_000, 600_000)

/** Redis is not among what every machine has that runs the tests. */
const modes = isLong ? ["without Redis", "with Redis"] : ["without Redis"]

describe.each(modes)("two backends %s", (mode) => {
  const withRedis = mode === "with Redis"
  let redis: Awaited<ReturnType<typeof startRedis>> | undefined
  const own: OwnBackend[] = []
  let shops: readonly [Shop, Shop]

  async function another(): Promise<Shop> {
    const env = { MEDUSA_WORKER_MODE: "shared", ...(redis && { REDIS_URL: redis.url }) }
    const backend = await OwnBackend.start({ env })
    own.push(backend)
    return backend.shop()
  }

  beforeAll(async () => {
    redis = withRedis ? await startRedis() : undefined
    // The stack's own one has no Redis.
    shops = [withRedis ? await another() : await thisShop(), await another()]
  })
  afterAll(async () => {
    for (const backend of own) await backend.kill()
    await redis?.stop()
  })

  /** Sends the first half to one and the second half to the other, all in the same moment. */
  async function completeAtBoth(
    toOne: readonly string[],
    toOther: readonly string[],
  ): Promise<Answer[]> {
    const answers = await Promise.all([
      completeAtOnce(toOne, shops[0]),
      completeAtOnce(toOther, shops[1]),
    ])
    return answers.flat()
  }

  it(
    `${BUYERS} buyers of ${PIECES} pieces: that many orders`,
    { timeout: WITHIN_MS },
    async () => {
      const { item, variant, location } = await newGoods(PIECES)
      const basket = [{ variant, quantity: 1 }]
      const carts = await readyCarts(Array.from({ length: BUYERS }, () => basket))
      const started = performance.now()
      const half = BUYERS / 2
      const answers = await completeAtBoth(carts.slice(0, half), carts.slice(half))
      reportAnswers(
        `Hai máy chủ ${withRedis ? "có" : "không"} Redis`,
        answers,
        performance.now() - started,
      )
      expect(reasons(answers)).toEqual({
        "200": PIECES,
        "409 insufficient_inventory": BUYERS - PIECES,
      })
      expect(await ordersWith(variant)).toBe(PIECES)
      expect(await shelf(item, location)).toEqual({ stocked: PIECES, reserved: PIECES })
      for (const [index, cart] of carts.entries())
        if (answers[index]?.kind === "order")
          await expectOneOrder(cart, answers[index].orderId, 1)
      await expectReconciled()
    },
  )

  it(
    "the same cart sent to both at once is one order",
    { timeout: WITHIN_MS },
    async () => {
      const { item, variant, location } = await newGoods(SENT_TO_BOTH)
      const basket = [{ variant, quantity: 1 }]
      const carts = await readyCarts(Array.from({ length: SENT_TO_BOTH }, () => basket))
      const started = performance.now()
      const answers = await completeAtBoth(carts, carts)
      reportAnswers(
        `Một giỏ gửi tới hai máy chủ ${withRedis ? "có" : "không"} Redis`,
        answers,
        performance.now() - started,
      )
      expect(ofKind(answers, "error"), JSON.stringify(reasons(answers))).toEqual([])
      for (const cart of carts) {
        const { answer } = await insist(cart, shops[0])
        await expectOneOrder(cart, answer.orderId, 1)
      }
      const told = answers.flatMap(({ orderId }, index) =>
        orderId === null ? [] : [{ cart: carts[index % carts.length], orderId }],
      )
      expect(new Set(told.map(({ orderId }) => orderId)).size).toBe(SENT_TO_BOTH)
      expect(answers.map(({ kind }) => kind)).toEqual(answers.map(() => "order"))
      expect(await shelf(item, location)).toEqual({
        stocked: SENT_TO_BOTH,
        reserved: SENT_TO_BOTH,
      })
      await expectReconciled()
    },
  )

  it("a document sent to both at once is posted once", async () => {
    const { item, location } = await newGoods(DOCUMENTS)
    const documents = Array.from({ length: DOCUMENTS }, () => ({
      id: randomUUID(),
      kind: "sale",
      location_id: location,
      lines: [{ inventory_item_id: item, quantity: 1 }],
    }))
    const statuses = await Promise.all(
      documents.flatMap((body) =>
        shops.map(async ({ backendUrl: at }) => {
          const path = "/admin/stock/documents"
          return (await adminRaw(path, { method: "POST", body, at })).status
        }),
      ),
    )
    expect(statuses.filter((status) => status >= 300)).toEqual([])
    expect(
      await counted(
        "select count(*) from stock_entry where document_id = any($1)",
        documents.map(({ id }) => id),
      ),
    ).toBe(DOCUMENTS)
    expect(await shelf(item, location)).toEqual({ stocked: 0, reserved: 0 })
    await expectReconciled()
  })
})
