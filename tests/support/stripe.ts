/**
 * As much of Stripe's published API (2023-10-16: /v1/payment_intents) as a payment in the shop asks
 * for, and the notices that Stripe signs and sends.
 */
import { randomUUID } from "node:crypto"
import { createServer, type IncomingMessage, type Server } from "node:http"
import Stripe from "stripe"
import { fetch, type Response } from "undici"
import { env } from "./env"

type Status = "requires_payment_method" | "requires_capture" | "succeeded" | "canceled"

export type Intent = {
  id: string
  object: "payment_intent"
  amount: number
  amount_received: number
  amount_capturable: number
  currency: string
  status: Status
  metadata: Record<string, string>
  payment_method: null
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ""
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}

const inBrackets = /^metadata\[(\w+)\]$/

export class StripeServer {
  readonly intents = new Map<string, Intent>()
  readonly #server: Server

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(({ status, body }) => {
        response.writeHead(status, { "content-type": "application/json" })
        response.end(JSON.stringify(body))
      })
    })
  }

  static async start(): Promise<StripeServer> {
    const stripe = new StripeServer()
    await new Promise<void>((resolve) => {
      stripe.#server.listen(env.STRIPE_SERVER_PORT, "127.0.0.1", resolve)
    })
    return stripe
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** The buyer's card was charged. */
  pay(id: string): Intent {
    const intent = this.intents.get(id)
    if (!intent) throw new Error(`no intent ${id}`)
    Object.assign(intent, { status: "succeeded", amount_received: intent.amount })
    return intent
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const [, , resource, id, action] = (request.url ?? "").split(/[/?]/)
    const form = await formOf(request)
    if (resource !== "payment_intents") return missing
    if (request.method === "POST" && !id) return { status: 200, body: this.#create(form) }
    const intent = this.intents.get(id ?? "")
    if (!intent) return missing
    if (action === "cancel") intent.status = "canceled"
    if (action === "capture" && intent.status === "succeeded")
      return {
        status: 400,
        body: {
          error: {
            type: "invalid_request_error",
            code: "payment_intent_unexpected_state",
            message: "This PaymentIntent could not be captured.",
            payment_intent: intent,
          },
        },
      }
    return { status: 200, body: intent }
  }

  #create(form: URLSearchParams): Intent {
    const metadata: Record<string, string> = {}
    for (const [key, value] of form) {
      const name = inBrackets.exec(key)?.[1]
      if (name) metadata[name] = value
    }
    const intent: Intent = {
      id: `pi_${randomUUID()}`,
      object: "payment_intent",
      amount: Number(form.get("amount")),
      amount_received: 0,
      amount_capturable: 0,
      currency: form.get("currency") ?? "",
      status: "requires_payment_method",
      metadata,
      payment_method: null,
    }
    this.intents.set(intent.id, intent)
    return intent
  }
}

const missing = {
  status: 404,
  body: { error: { type: "invalid_request_error", code: "resource_missing" } },
}

export type Notice = { payload: string; signature: string }

/** A notice as Stripe signs it. @param id the same id and moment make the same notice. */
export function noticeOf(
  type: "payment_intent.succeeded" | "payment_intent.processing",
  intent: Intent,
  { id = `evt_${randomUUID()}`, secret = env.STRIPE_WEBHOOK_SECRET } = {},
): Notice {
  const payload = JSON.stringify({
    id,
    object: "event",
    type,
    data: { object: intent },
  })
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret })
  return { payload, signature }
}

/** @param dieAfter see die-after.mjs; only a backend of the test's own understands it. */
export const notify = (
  { payload, signature }: Notice,
  { at = env.BACKEND_URL, dieAfter }: { at?: string; dieAfter?: string } = {},
): Promise<Response> =>
  fetch(`${at}/hooks/payment/stripe_stripe`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "stripe-signature": signature,
      ...(dieAfter && { "x-die-after": dieAfter }),
    },
    body: payload,
  })
