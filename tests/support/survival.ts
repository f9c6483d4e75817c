/** A client that asks until it is answered, and what must then be true of its cart. */
import { setTimeout as sleep } from "node:timers/promises"
import { expect } from "vitest"
import { z } from "zod"
import { type Answer, completeAtOnce, type Shop } from "./contest"
import { rows } from "./database"

/** Between two attempts of a client; it is not told when the shop is back. */
const ASKS_EVERY_MS = 200
const ANSWERED_WITHIN_MS = 90_000

export type Insisted = {
  /** An order or a refusal. */
  answer: Answer
  /** Answers that told the client to come again, or none at all. */
  inVain: readonly Answer[]
}

/** Completes a cart with the same id again and again, until that is answered for good. */
export async function insist(
  cart: string,
  shop: Shop,
  withinMs = ANSWERED_WITHIN_MS,
): Promise<Insisted> {
  const until = performance.now() + withinMs
  const inVain: Answer[] = []
  for (;;) {
    const [answer] = await completeAtOnce([cart], shop)
    if (answer?.kind === "order" || answer?.kind === "refused") return { answer, inVain }
    if (answer) inVain.push(answer)
    if (performance.now() > until)
      throw new Error(`${cart} has no answer: ${JSON.stringify(answer)}`)
    await sleep(ASKS_EVERY_MS)
  }
}

const traces = z.object({
  /** Orders that say they were made of the cart. */
  orders: z.array(z.string()),
  /** Orders that the cart is linked to. */
  linked: z.array(z.string()),
  completed: z.boolean(),
  /** Pieces that the cart holds, as long as no order has taken them over. */
  held: z.coerce.number(),
  /** Pieces reserved for lines of its orders, even of those that were removed. */
  reserved: z.coerce.number(),
  /** What is to be paid for it: one collection, its amount promised once. */
  collections: z.coerce.number(),
  payments: z.coerce.number(),
  promised: z.coerce.number(),
  authorised: z.coerce.number(),
  total: z.coerce.number(),
})
export type Traces = z.output<typeof traces>

const TRACES = `
  with made as (select id, deleted_at from "order" where metadata ->> 'cart_id' = $1),
       paid as (
         select distinct collection.id, collection.amount, collection.authorized_amount
           from cart_payment_collection link
           join payment_collection collection on collection.id = link.payment_collection_id
            and collection.deleted_at is null
          where link.cart_id = $1 and link.deleted_at is null)
  select array(select id from made where deleted_at is null) as orders,
         array(select order_id from order_cart
                where cart_id = $1 and deleted_at is null) as linked,
         (select completed_at is not null from cart where id = $1) as completed,
         (select coalesce(sum(quantity), 0) from reservation_item
           where external_id = $1 and line_item_id is null and deleted_at is null) as held,
         (select coalesce(sum(quantity), 0) from reservation_item
           where deleted_at is null and line_item_id in (
             select item_id from order_item where order_id in (select id from made))) as reserved,
         (select count(*) from paid) as collections,
         (select count(*) from payment
           where payment_collection_id in (select id from paid)
             and deleted_at is null and canceled_at is null) as payments,
         (select coalesce(sum(amount), 0) from payment
           where payment_collection_id in (select id from paid)
             and deleted_at is null and canceled_at is null) as promised,
         (select coalesce(sum(authorized_amount), 0) from paid) as authorised,
         (select coalesce(sum(amount), 0) from paid) as total`

export async function tracesOf(cart: string): Promise<Traces> {
  const [found] = await rows(traces, TRACES, [cart])
  if (!found) throw new Error(`nothing is known of ${cart}`)
  return found
}

/** The cart became this order and no other one; its goods are reserved, and its money promised, once. */
export async function expectOneOrder(
  cart: string,
  order: string | null,
  pieces: number,
): Promise<void> {
  const found = await tracesOf(cart)
  expect(found).toEqual({
    ...found,
    orders: [order],
    linked: [order],
    completed: true,
    held: 0,
    reserved: pieces,
    collections: 1,
    payments: 1,
    promised: found.total,
    authorised: found.total,
  })
  expect(found.total).toBeGreaterThan(0)
}
