/** Many buyers at once: carts made ready one by one, then completed in the same moment. */
import { COD_PROVIDER } from "@ocop/backend/contracts/checkout"
import { addressUnitsResponse } from "@ocop/backend/contracts/place"
import { Agent, fetch } from "undici"
import { z } from "zod"
import { store, storefrontSettings } from "./backend"
import { env } from "./env"

export type Basket = readonly { variant: string; quantity: number }[]

/** The storefront's server is not counted as a visitor. */
const asStorefront = { "x-storefront-secret": env.STOREFRONT_SECRET }
const PREPARED_AT_ONCE = 6
const ANSWER_WITHIN_MS = 180_000

const cart = z.object({ cart: z.object({ id: z.string() }) })
const collection = z.object({ payment_collection: z.object({ id: z.string() }) })
const shipping = z.object({ shipping_options: z.array(z.object({ id: z.string() })) })

const post = <T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> =>
  store(path, schema, { method: "POST", body, headers: asStorefront })

let address: Promise<Record<string, unknown>> | undefined
const shippingAddress = () =>
  (address ??= store("/store/address-units?province=48", addressUnitsResponse).then(
    ({ units: [commune] }) => ({
      first_name: "Người mua thử",
      phone: "0905000000",
      address_1: "12 đường Thử Nghiệm",
      city: commune?.name ?? "",
      province: "Đà Nẵng",
      country_code: "vn",
      metadata: { province_code: "48", commune_code: commune?.code ?? "" },
    }),
  ))

let option: Promise<string> | undefined
const shippingOption = (cartId: string) =>
  (option ??= store(`/store/shipping-options?cart_id=${cartId}`, shipping, {
    headers: asStorefront,
  }).then(({ shipping_options: [first] }) => first?.id ?? ""))

export type Delivery = {
  /** Codes of the buyer's place of today; left out: somewhere in Đà Nẵng. */
  place?: { province_code: string; commune_code: string }
  /** A shipping option; left out: the first one there is. */
  option?: string
  /** Id of the payment provider; left out: cash on delivery. */
  payment?: string
}

/** A cart that lacks nothing but being completed. */
export async function readyCart(
  basket: Basket,
  { place, option: chosen, payment = COD_PROVIDER }: Delivery = {},
): Promise<string> {
  const { region_id } = await storefrontSettings()
  const somewhere = await shippingAddress()
  const where = place ? { ...somewhere, metadata: place } : somewhere
  const made = await post(
    "/store/carts?fields=id",
    {
      region_id,
      shipping_address: where,
      billing_address: where,
      items: basket.map(({ variant, quantity }) => ({ variant_id: variant, quantity })),
    },
    cart,
  )
  const { id } = made.cart
  const option_id = chosen ?? (await shippingOption(id))
  await post(`/store/carts/${id}/shipping-methods?fields=id`, { option_id }, cart)
  const { payment_collection } = await post(
    "/store/payment-collections",
    { cart_id: id },
    collection,
  )
  await post(
    `/store/payment-collections/${payment_collection.id}/payment-sessions`,
    { provider_id: payment },
    collection,
  )
  return id
}

/** Results of `work`, in the order of `inputs`, at most `limit` under way at a time. */
export async function inParallel<In, Out>(
  inputs: readonly In[],
  limit: number,
  work: (input: In, index: number) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = []
  const entries = inputs.entries()
  const worker = async () => {
    for (const [index, input] of entries) results[index] = await work(input, index)
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return results
}

export const readyCarts = (baskets: readonly Basket[]): Promise<string[]> =>
  inParallel(baskets, PREPARED_AT_ONCE, (basket) => readyCart(basket))

export type Answer = {
  /** Busy: a 503 that says when to come back. Error: any other status from 500 on, or none. */
  kind: "order" | "refused" | "busy" | "error"
  /** 0 when there was no answer. */
  status: number
  code: string
  message: string
  orderId: string | null
  ms: number
}

const body = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  order: z.object({ id: z.string() }).optional(),
  error: z.object({ message: z.string(), type: z.string().optional() }).optional(),
})

/** Which backend is asked, and with which publishable key. */
export type Shop = {
  backendUrl: string
  publishableKey: string
  headers?: Record<string, string>
}

async function complete(cartId: string, shop: Shop, agent: Agent): Promise<Answer> {
  const started = performance.now()
  const answer = (
    kind: Answer["kind"],
    status: number,
    { code, message, order, error }: z.output<typeof body>,
  ): Answer => ({
    kind,
    status,
    code: code ?? error?.type ?? "",
    message: message ?? error?.message ?? "",
    orderId: order?.id ?? null,
    ms: performance.now() - started,
  })
  try {
    const response = await fetch(
      `${shop.backendUrl}/store/carts/${cartId}/complete?fields=id`,
      {
        method: "POST",
        dispatcher: agent,
        headers: {
          "content-type": "application/json",
          "x-publishable-api-key": shop.publishableKey,
          ...asStorefront,
          ...shop.headers,
        },
        body: "{}",
      },
    )
    const text = await response.text()
    const said = body.catch({}).parse(parsedJson(text))
    if (response.status === 200)
      return answer(said.order ? "order" : "refused", 200, said)
    if (response.status === 503 && response.headers.has("retry-after"))
      return answer("busy", 503, said)
    return answer(response.status < 500 ? "refused" : "error", response.status, said)
  } catch (error) {
    return answer("error", 0, { message: String(error) })
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** The stack's own. */
export const thisShop = async (): Promise<Shop> => ({
  backendUrl: env.BACKEND_URL,
  publishableKey: (await storefrontSettings()).publishable_key,
})

/** Completes all of them in the same moment, each on a connection of its own. */
export async function completeAtOnce(
  cartIds: readonly string[],
  at?: Shop,
): Promise<Answer[]> {
  const shop = at ?? (await thisShop())
  const agent = new Agent({
    connections: cartIds.length,
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
  })
  try {
    return await Promise.all(cartIds.map((id) => complete(id, shop, agent)))
  } finally {
    await agent.close()
  }
}

/** One order, waiting its turn like any other buyer. */
export async function buy(basket: Basket): Promise<Answer> {
  const [answer] = await completeAtOnce([await readyCart(basket)])
  if (!answer) throw new Error("no answer")
  return answer
}

export const ofKind = (answers: readonly Answer[], kind: Answer["kind"]): Answer[] =>
  answers.filter((answer) => answer.kind === kind)

/** "409 insufficient_inventory" → how many answers said so, the frequent ones first. */
export function reasons(answers: readonly Answer[]): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const { status, code } of answers) {
    const reason = `${status} ${code}`.trim()
    counted[reason] = (counted[reason] ?? 0) + 1
  }
  return Object.fromEntries(Object.entries(counted).sort(([, a], [, b]) => b - a))
}

export const slowest = (answers: readonly Answer[]): number =>
  Math.round(Math.max(0, ...answers.map(({ ms }) => ms)))
