/**
 * PostgreSQL breaks every connection and starts anew while many buy. Nothing of the shop is started
 * again; its clients ask until they are answered.
 */
import { describe, expect, it, vi } from "vitest"
import {
  type Answer,
  completeAtOnce,
  ofKind,
  readyCarts,
  reasons,
  thisShop,
} from "../support/contest"
import { report, reportAnswers } from "../support/counts"
import { ordersWith } from "../support/database"
import { newGoods } from "../support/own-goods"
import { expectReconciled } from "../support/reconcile"
import { postgres } from "../support/services"
import { sized } from "../support/sizes"
import { shelf } from "../support/stock"
import { expectOneOrder, insist, tracesOf } from "../support/survival"

const BUYERS = sized(10, 50)
const PIECES = sized(7, 40)
/** Orders that there are when it happens: none while goods are being held, or some. */
const MOMENTS = sized([2], [0, 1, 10, 30])
const FIRST_ORDERS_WITHIN_MS = 60_000
const RECONNECTED_WITHIN_MS = 10_000

const isUp = (work: () => Promise<unknown>): Promise<boolean> =>
  work().then(
    () => true,
    () => false,
  )

describe(`the database breaks off while ${BUYERS} buy ${PIECES} pieces`, () => {
  it.each(MOMENTS)(
    "at %i orders: every order that was promised exists once",
    async (orders) => {
      const { item, variant, location } = await newGoods(PIECES)
      const basket = [{ variant, quantity: 1 }]
      const carts = await readyCarts(Array.from({ length: BUYERS }, () => basket))
      const shop = await thisShop()
      const started = performance.now()

      const rush = completeAtOnce(carts, shop)
      await vi.waitUntil(async () => (await ordersWith(variant)) >= orders, {
        timeout: FIRST_ORDERS_WITHIN_MS,
        interval: 20,
      })
      await postgres.failOver()
      const back = performance.now()
      await vi.waitUntil(() => isUp(() => shelf(item, location)), {
        timeout: RECONNECTED_WITHIN_MS,
        interval: 50,
      })
      const reconnectedMs = performance.now() - back
      const first = await rush
      const last: Answer[] = await Promise.all(
        carts.map(async (cart) => (await insist(cart, shop)).answer),
      )
      const ms = performance.now() - started
      reportAnswers(`PostgreSQL đứt sau ${orders} đơn: lần đầu`, first, ms)
      reportAnswers(`PostgreSQL đứt sau ${orders} đơn: sau khi gửi lại`, last, ms)
      report({
        title: `PostgreSQL đứt sau ${orders} đơn: nối lại`,
        attempted: 1,
        accepted: 1,
        refused: 0,
        busy: 0,
        errors: 0,
        ms: Math.round(reconnectedMs),
      })

      // Whoever is not served is told when to come again.
      expect(reasons(ofKind(first, "error"))).toEqual({})
      await expectReconciled()
      for (const [index, cart] of carts.entries()) {
        const [told, answer] = [first[index], last[index]]
        if (told?.kind === "order") expect(answer?.orderId).toBe(told.orderId)
        if (answer?.kind === "order") await expectOneOrder(cart, answer.orderId, 1)
        else
          expect(await tracesOf(cart)).toMatchObject({ orders: [], linked: [], held: 0 })
      }
      expect(reasons(last)).toEqual({
        "200": PIECES,
        "409 insufficient_inventory": BUYERS - PIECES,
      })
      expect(await ordersWith(variant)).toBe(PIECES)
      expect(await shelf(item, location)).toEqual({ stocked: PIECES, reserved: PIECES })
      // Otherwise it came too early or too late to say anything.
      expect(ofKind(first, "busy")).not.toEqual([])
    },
  )
})
