/**
 * A completion that was cut off between the order and its link to the cart. What such an order has
 * reserved must come back before the cart is ordered anew: there may be nothing else left.
 */
import { expect, it } from "vitest"
import { z } from "zod"
import { admin } from "../support/backend"
import { type Answer, completeAtOnce, readyCart, thisShop } from "../support/contest"
import { execute, ordersWith, rows } from "../support/database"
import { runJob } from "../support/own-backend"
import { newGoods } from "../support/own-goods"
import { reservationsOf, shelf } from "../support/stock"
import { expectOneOrder, insist, tracesOf } from "../support/survival"

async function complete(cart: string): Promise<Answer> {
  const [answer] = await completeAtOnce([cart])
  if (!answer) throw new Error("no answer")
  return answer
}

/** Leaves the database as it is when a process dies right after the order was made. */
async function forget(cart: string): Promise<void> {
  const changed = await rows(
    z.object({ id: z.string() }),
    `with link as (delete from order_cart where cart_id = $1 returning cart_id, order_id),
          payment as (delete from order_payment_collection using link
                       where order_payment_collection.order_id = link.order_id)
     update cart set completed_at = null from link where cart.id = link.cart_id
     returning cart.id`,
    [cart],
  )
  expect(changed).toEqual([{ id: cart }])
}

it("one order comes of it, with the last pieces there are", async () => {
  const { item, variant, location } = await newGoods(3)
  const cart = await readyCart([{ variant, quantity: 3 }])
  const first = await complete(cart)
  await forget(cart)

  const second = await complete(cart)
  expect(second).toMatchObject({ kind: "order", status: 200 })
  expect(second.orderId).not.toBe(first.orderId)
  expect(await ordersWith(variant)).toBe(1)
  expect(await shelf(item, location)).toEqual({ stocked: 3, reserved: 3 })
  expect(await reservationsOf(item)).toEqual([expect.objectContaining({ quantity: 3 })])

  const third = await complete(cart)
  expect(third).toMatchObject({ kind: "order", orderId: second.orderId })
  expect(await shelf(item, location)).toEqual({ stocked: 3, reserved: 3 })
})

/** Leaves a reservation as it stays when a connection breaks with its commit, and the order is taken back. */
async function haunt(item: string, location: string, cart: string): Promise<void> {
  await admin("/admin/reservations", z.unknown(), {
    method: "POST",
    body: {
      inventory_item_id: item,
      location_id: location,
      quantity: 3,
      line_item_id: `ordli_gone_${cart}`,
    },
  })
  await execute(
    `update reservation_item
        set external_id = '${cart}', updated_at = now() - interval '11 minutes'
      where line_item_id = 'ordli_gone_${cart}'`,
  )
}

it("goods kept for an order that was taken back are there for its cart", async () => {
  const { item, variant, location } = await newGoods(3)
  const cart = await readyCart([{ variant, quantity: 3 }])
  await haunt(item, location, cart)
  expect(await shelf(item, location)).toEqual({ stocked: 3, reserved: 3 })
  expect(await complete(cart)).toMatchObject({ kind: "order" })
  expect(await shelf(item, location)).toEqual({ stocked: 3, reserved: 3 })
  expect(await reservationsOf(item)).toHaveLength(1)
})

/** Leaves a cart as it stays when a connection breaks with the link's commit, and the order is taken back. */
const lose = (cart: string): Promise<void> =>
  execute(
    `with link as (insert into order_cart (id, order_id, cart_id, created_at)
                   values ('ordercart_gone_${cart}', 'order_gone_${cart}', '${cart}',
                           now() - interval '11 minutes'))
     update cart set completed_at = now() where id = '${cart}'`,
  )

it("a cart whose order was taken back can be ordered", async () => {
  const { item, variant, location } = await newGoods(3)
  const cart = await readyCart([{ variant, quantity: 3 }])
  await lose(cart)
  const { answer } = await insist(cart, await thisShop())
  expect(answer).toMatchObject({ kind: "order" })
  await expectOneOrder(cart, answer.orderId, 3)
  expect(await shelf(item, location)).toEqual({ stocked: 3, reserved: 3 })
})

it("and if its buyer does not come back, it is open and keeps nothing", async () => {
  const { item, variant, location } = await newGoods(3)
  const cart = await readyCart([{ variant, quantity: 3 }])
  await haunt(item, location, cart)
  await lose(cart)
  await runJob("release-holds")
  expect(await shelf(item, location)).toEqual({ stocked: 3, reserved: 0 })
  expect(await tracesOf(cart)).toMatchObject({ linked: [], completed: false })
})
