/** Promotions as the staff makes them, and carts that use them. */
import { COD_PROVIDER } from "@ocop/backend/contracts/checkout"
import { randomUUID } from "node:crypto"
import pg from "pg"
import { z } from "zod"
import { admin, store } from "./backend"
import { inParallel, readyCarts, type Basket } from "./contest"
import { counted } from "./database"
import { env } from "./env"

/** Where the number of uses is kept: at the promotion, or at the budget of its campaign. */
export type Counter = "promotion" | "campaign"

export type Promotion = { id: string; code: string; counter: Counter }

/** The storefront's server is not counted as a visitor. */
const asStorefront = { "x-storefront-secret": env.STOREFRONT_SECRET }
const PREPARED_AT_ONCE = 6

const promotionAnswer = z.object({ promotion: z.object({ id: z.string() }) })

/** 1.000 đồng off an order, so many times. */
export async function newPromotion(counter: Counter, limit: number): Promise<Promotion> {
  const code = `THU-${randomUUID()}`
  const { promotion } = await admin("/admin/promotions", promotionAnswer, {
    method: "POST",
    body: {
      code,
      type: "standard",
      status: "active",
      application_method: {
        type: "fixed",
        target_type: "order",
        value: 1_000,
        currency_code: "vnd",
      },
      ...(counter === "promotion"
        ? { limit }
        : {
            campaign: {
              name: code,
              campaign_identifier: code,
              budget: { type: "usage", limit },
            },
          }),
    },
  })
  return { id: promotion.id, code, counter }
}

const usage = z.object({
  promotion: z.object({
    used: z.number(),
    campaign: z.object({ budget: z.object({ used: z.number() }) }).nullish(),
  }),
})

/** How often the shop believes that it was used. */
export async function usesOf({ id, counter }: Promotion): Promise<number> {
  const path = `/admin/promotions/${id}?fields=used,campaign.budget.used`
  const { promotion } = await admin(path, usage)
  return counter === "promotion" ? promotion.used : (promotion.campaign?.budget.used ?? 0)
}

/** Orders that have it in their price. */
export const ordersUsing = ({ code }: Promotion): Promise<number> =>
  counted(
    `select count(distinct item.order_id) as count
       from order_line_item_adjustment adjustment
       join order_item item on item.item_id = adjustment.item_id and item.deleted_at is null
       join "order" on "order".id = item.order_id and "order".deleted_at is null
      where adjustment.code = $1 and adjustment.deleted_at is null`,
    code,
  )

const promoted = z.object({
  cart: z.object({
    id: z.string(),
    discount_total: z.number(),
    promotions: z.array(z.object({ code: z.string() })),
  }),
})
const collection = z.object({ payment_collection: z.object({ id: z.string() }) })

const post = <T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> =>
  store(path, schema, { method: "POST", body, headers: asStorefront })

/** The cart's price changes, so it needs a payment of the new amount. */
async function renewPayment(cartId: string): Promise<void> {
  const { payment_collection } = await post(
    "/store/payment-collections",
    { cart_id: cartId },
    collection,
  )
  await post(
    `/store/payment-collections/${payment_collection.id}/payment-sessions`,
    { provider_id: COD_PROVIDER },
    collection,
  )
}

async function usePromotion(cartId: string, { code }: Promotion): Promise<void> {
  const { cart } = await post(
    `/store/carts/${cartId}/promotions?fields=id,discount_total,promotions.code`,
    { promo_codes: [code] },
    promoted,
  )
  if (cart.discount_total === 0) throw new Error(`${code} takes nothing off`)
  await renewPayment(cartId)
}

/** What a buyer does who was told that the promotion is used up. */
export async function giveUpPromotion(
  cartId: string,
  { code }: Promotion,
): Promise<void> {
  await store(`/store/carts/${cartId}/promotions`, z.unknown(), {
    method: "DELETE",
    body: { promo_codes: [code] },
    headers: asStorefront,
  })
  await renewPayment(cartId)
}

/** Carts that lack nothing but being completed, all with the promotion in their price. */
export async function cartsUsing(
  promotion: Promotion,
  baskets: readonly Basket[],
): Promise<string[]> {
  const ids = await readyCarts(baskets)
  await inParallel(ids, PREPARED_AT_ONCE, (id) => usePromotion(id, promotion))
  return ids
}

/** Does the work while another transaction has the promotion's rows. */
export async function whileLocked<T>(
  { id }: Promotion,
  work: () => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  try {
    await client.query("begin")
    await client.query("select from promotion where id = $1 for update", [id])
    return await work()
  } finally {
    await client.end()
  }
}
