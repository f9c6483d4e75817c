/**
 * Notices of payment: kept before they are acknowledged, counted once however often and in whatever
 * order they come, and never believed without a signature.
 */
import { COD_PROVIDER } from "@ocop/backend/contracts/checkout"
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { admin, backend, storefrontSettings } from "../support/backend"
import { completeAtOnce, readyCart } from "../support/contest"
import { counted, ordersWith, rows } from "../support/database"
import { newGoods } from "../support/own-goods"
import { OwnBackend } from "../support/own-backend"
import { type Intent, noticeOf, notify, StripeServer } from "../support/stripe"

const STRIPE = "pp_stripe_stripe"
const soon = { timeout: 30_000, interval: 200 }

/** Which ways to pay the shop's region offers. */
async function offer(...providers: string[]): Promise<void> {
  const { region_id } = await storefrontSettings()
  await admin(`/admin/regions/${region_id}`, z.unknown(), {
    method: "POST",
    body: { payment_providers: providers },
  })
}

let stripe: StripeServer
beforeAll(async () => {
  stripe = await StripeServer.start()
  await offer(COD_PROVIDER, STRIPE)
})
afterAll(async () => {
  await offer(COD_PROVIDER)
  await stripe.stop()
})

const session = z.object({ id: z.string(), intent: z.string() })

/** A cart that is to be paid by card, and what Stripe knows of it. */
async function cardCart(pieces = 1) {
  const { variant } = await newGoods(pieces)
  const cart = await readyCart([{ variant, quantity: 1 }], { payment: STRIPE })
  const [found] = await rows(
    session,
    `select s.id, s.data ->> 'id' as intent from payment_session s
       join cart_payment_collection link
         on link.payment_collection_id = s.payment_collection_id
      where link.cart_id = $1 and s.deleted_at is null`,
    [cart],
  )
  const intent = stripe.intents.get(found?.intent ?? "")
  if (!found || !intent) throw new Error("no session at Stripe")
  return { cart, variant, session: found.id, intent }
}

const paid = z.object({
  status: z.string(),
  captured: z.coerce.number(),
  captures: z.coerce.number(),
  orders: z.coerce.number(),
})

async function stateOf(cart: string) {
  const [found] = await rows(
    paid,
    `select k.status, coalesce(k.captured_amount, 0) as captured,
            (select count(*) from capture c join payment p on p.id = c.payment_id
              where p.payment_collection_id = k.id and c.deleted_at is null) as captures,
            (select count(*) from order_cart o
              where o.cart_id = link.cart_id and o.deleted_at is null) as orders
       from cart_payment_collection link
       join payment_collection k on k.id = link.payment_collection_id
      where link.cart_id = $1`,
    [cart],
  )
  if (!found) throw new Error(`${cart} has no payment collection`)
  return found
}

const wholly = ({ amount }: Intent) => ({
  status: "completed",
  captured: amount,
  captures: 1,
  orders: 1,
})

const settled = (intent: Intent) =>
  counted(
    `select count(*) as count from payment_notice
      where body like '%' || $1 || '%' and settled_at is not null`,
    intent.id,
  )

const untilPaid = (cart: string) =>
  vi.waitUntil(async () => (await stateOf(cart)).status === "completed", soon)

describe("a notice of payment", () => {
  it("sent twenty times at once is kept once and counted once", async () => {
    const { cart, intent, variant } = await cardCart()
    stripe.pay(intent.id)
    await completeAtOnce([cart])
    const notice = noticeOf("payment_intent.succeeded", intent)
    const answers = await Promise.all(Array.from({ length: 20 }, () => notify(notice)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    await vi.waitUntil(async () => (await settled(intent)) === 1, soon)
    expect(await stateOf(cart)).toEqual(wholly(intent))
    const [times] = await rows(
      z.object({ times: z.number() }),
      "select times from payment_notice where body like '%' || $1 || '%'",
      [intent.id],
    )
    expect(times).toEqual({ times: 20 })
    expect(await ordersWith(variant)).toBe(1)
  })

  it("that comes before the buyer's own request makes the order", async () => {
    const { cart, intent, variant } = await cardCart()
    stripe.pay(intent.id)
    expect((await notify(noticeOf("payment_intent.succeeded", intent))).status).toBe(200)
    await untilPaid(cart)
    const [answer] = await completeAtOnce([cart])
    expect(answer).toMatchObject({ kind: "order", status: 200 })
    expect(await stateOf(cart)).toEqual(wholly(intent))
    expect(await ordersWith(variant)).toBe(1)
  })

  it("in twenty forms, out of order, beside the buyer's two tabs: one order, paid once", async () => {
    const { cart, intent, variant } = await cardCart()
    stripe.pay(intent.id)
    const notices = Array.from({ length: 20 }, (_, n) =>
      noticeOf(
        n % 4 === 0 ? "payment_intent.processing" : "payment_intent.succeeded",
        intent,
      ),
    )
    const [answers] = await Promise.all([
      completeAtOnce([cart, cart]),
      ...notices.reverse().map((notice) => notify(notice)),
    ])
    expect(answers.every(({ kind }) => kind === "order" || kind === "busy")).toBe(true)
    await vi.waitUntil(async () => (await settled(intent)) === 20, soon)
    expect(await stateOf(cart)).toEqual(wholly(intent))
    expect(await ordersWith(variant)).toBe(1)
  })

  it("is not lost by a crash, right after the answer or right before it", async () => {
    const own = await OwnBackend.start()
    try {
      const acknowledged = await cardCart()
      stripe.pay(acknowledged.intent.id)
      const first = noticeOf("payment_intent.succeeded", acknowledged.intent)
      expect((await notify(first, { at: own.url })).status).toBe(200)
      await own.kill()
      await untilPaid(acknowledged.cart)

      await own.start()
      const unanswered = await cardCart()
      stripe.pay(unanswered.intent.id)
      const second = noticeOf("payment_intent.succeeded", unanswered.intent)
      await expect(
        notify(second, { at: own.url, dieAfter: "1 payment_notice" }),
      ).rejects.toThrow()
      await own.gone()
      await untilPaid(unanswered.cart)
      // Its sender was not answered and sends it again.
      expect((await notify(second)).status).toBe(200)
      expect(await stateOf(unanswered.cart)).toEqual(wholly(unanswered.intent))
    } finally {
      await own.kill()
    }
  })
})

describe("a notice that is not to be believed", () => {
  const open = () => counted("select count(*) as count from payment_notice")

  it("changes nothing: no signature, a wrong one, an old one, another body", async () => {
    const { cart, intent } = await cardCart()
    stripe.pay(intent.id)
    const before = await open()
    const genuine = noticeOf("payment_intent.succeeded", intent)
    const old = Math.floor(Date.now() / 1000) - 3_600
    const forged = [
      { ...genuine, signature: "" },
      noticeOf("payment_intent.succeeded", intent, { secret: "whsec_wrong" }),
      { ...genuine, signature: genuine.signature.replace(/t=\d+/, `t=${old}`) },
      { ...genuine, payload: genuine.payload.replace(intent.id, "pi_other") },
    ]
    for (const notice of forged) {
      const answer = await notify(notice)
      expect(answer.status).toBe(401)
      expect(await answer.json()).toMatchObject({
        code: "invalid_signature",
        message: "Chữ ký của thông báo không đúng.",
      })
    }
    expect(await open()).toBe(before)
    expect(await stateOf(cart)).toMatchObject({ captured: 0, captures: 0, orders: 0 })
  })

  it("of a provider that is not in use is 404; of one that sends none it is kept aside", async () => {
    for (const name of ["paypal", "stripe_nothing", "..%2F..", `x${"y".repeat(100)}`]) {
      const answer = await backend(`/hooks/payment/${name}`, {
        method: "POST",
        body: { id: randomUUID() },
      })
      expect(answer.status, name).toBe(404)
    }
    const messages = () =>
      counted(
        "select count(*) as count from outbox_message where topic = 'payment.noticed'",
      )
    const before = await messages()
    const answer = await backend("/hooks/payment/cod_cod", {
      method: "POST",
      body: { id: randomUUID() },
    })
    expect(answer.status).toBe(200)
    expect(await messages()).toBe(before)
  })
})
