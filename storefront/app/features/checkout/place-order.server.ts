/**
 * From cart to order. The backend makes exactly one order of a cart, however often it is asked;
 * every step before can be repeated, so a visitor may always press the button again.
 */
import { setTimeout as wait } from "node:timers/promises"
import { COD_PROVIDER, type CheckoutForm } from "@ocop/backend/contracts/checkout"
import { formatOrderCode } from "@ocop/backend/contracts/order-code"
import { z } from "zod"
import { backendGet, backendPost, BackendError } from "#app/lib/backend.server"
import { CART_FIELDS, cartResponse, type StoreCart } from "../cart/cart.server"

/** In a rush the backend lets a buyer wait 40 s for a place; nobody waits for ever. */
const COMPLETE_TIMEOUT_MS = 50_000
/** The framework's word for a cart that another request is completing. */
const BEING_COMPLETED = "invalid_state_error"
const CONFLICT_RETRIES = 5
const CONFLICT_WAIT_MS = 500

const collectionResponse = z.object({ payment_collection: z.object({ id: z.string() }) })
const completion = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("order"),
    order: z.object({
      display_id: z.number().int().positive(),
      shipping_address: z.object({ phone: z.string() }),
    }),
  }),
  z.object({
    type: z.literal("cart"),
    error: z.object({ message: z.string(), type: z.string().optional() }),
  }),
])

export type Delivery = {
  form: CheckoutForm
  /** Names of the units the form's codes stand for. */
  provinceName: string
  communeName: string
  shippingOptionId: string
}

/** What it takes to look the order up. */
export type PlacedOrder = { code: string; phone: string }

const placing = new Map<string, Promise<PlacedOrder>>()

/**
 * A second click while the first is under way waits for the same order.
 * @throws BackendError: below 500 the order was refused; from 500 on it is not known whether it
 *   was made, and placing the same cart again finds it or makes it.
 */
export async function placeOrder(
  cartId: string,
  delivery: Delivery,
  clientIp: string,
): Promise<PlacedOrder> {
  const running = placing.get(cartId)
  if (running) return running
  const started = prepareAndComplete(cartId, delivery, clientIp).finally(() =>
    placing.delete(cartId),
  )
  placing.set(cartId, started)
  return started
}

async function prepareAndComplete(
  cartId: string,
  delivery: Delivery,
  clientIp: string,
): Promise<PlacedOrder> {
  try {
    if (!(await isCompleted(cartId, clientIp))) await prepare(cartId, delivery, clientIp)
    return await complete(cartId, clientIp)
  } catch (error) {
    // Another process may have completed the cart between two of our steps.
    if (error instanceof BackendError && !error.isOutage)
      if (await isCompleted(cartId, clientIp)) return complete(cartId, clientIp)
    throw error
  }
}

async function readCart(cartId: string, clientIp: string): Promise<StoreCart> {
  const { cart } = await backendGet(`/store/carts/${cartId}`, cartResponse, {
    searchParams: { fields: CART_FIELDS },
    clientIp,
  })
  return cart
}

/** The order that a cart has already become; null when it has not, or is unknown. */
export async function findOrderOf(
  cartId: string,
  clientIp: string,
): Promise<PlacedOrder | null> {
  try {
    return (await isCompleted(cartId, clientIp)) ? await complete(cartId, clientIp) : null
  } catch (error) {
    if (error instanceof BackendError && error.status === 404) return null
    throw error
  }
}

const isCompleted = async (cartId: string, clientIp: string): Promise<boolean> =>
  Boolean((await readCart(cartId, clientIp)).completed_at)

/** Address, shipping and payment on the cart, all of which may be there from an earlier try. */
async function prepare(
  cartId: string,
  { form, provinceName, communeName, shippingOptionId }: Delivery,
  clientIp: string,
): Promise<void> {
  const address = {
    first_name: form.name,
    phone: form.phone,
    address_1: form.address,
    city: communeName,
    province: provinceName,
    country_code: "vn",
    metadata: { province_code: form.province, commune_code: form.commune },
  }
  const init = { searchParams: { fields: CART_FIELDS }, clientIp }
  const { cart } = await backendPost(
    `/store/carts/${cartId}`,
    {
      ...(form.email === undefined ? {} : { email: form.email }),
      shipping_address: address,
      billing_address: address,
      metadata: { note: form.note ?? null },
    },
    cartResponse,
    init,
  )
  const chosen = cart.shipping_methods?.map((method) => method.shipping_option_id) ?? []
  if (chosen.length !== 1 || chosen[0] !== shippingOptionId)
    await backendPost(
      `/store/carts/${cartId}/shipping-methods`,
      { option_id: shippingOptionId },
      cartResponse,
      init,
    )
  const { payment_collection } = await backendPost(
    "/store/payment-collections",
    { cart_id: cartId },
    collectionResponse,
    { clientIp },
  )
  // A new session carries today's total: the cart may have changed since an earlier try.
  await backendPost(
    `/store/payment-collections/${payment_collection.id}/payment-sessions`,
    { provider_id: COD_PROVIDER },
    collectionResponse,
    { clientIp },
  )
}

async function complete(cartId: string, clientIp: string): Promise<PlacedOrder> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await backendPost(
        `/store/carts/${cartId}/complete`,
        {},
        completion,
        {
          searchParams: {
            fields: "id,display_id,*shipping_address",
          },
          clientIp,
          timeoutMs: COMPLETE_TIMEOUT_MS,
        },
      )
      if (answer.type === "order")
        return {
          code: formatOrderCode(answer.order.display_id),
          phone: answer.order.shipping_address.phone,
        }
      throw new BackendError(422, answer.error.type ?? "payment", answer.error.message)
    } catch (error) {
      const conflict = error instanceof BackendError && error.code === BEING_COMPLETED
      if (!conflict || attempt > CONFLICT_RETRIES) throw error
      await wait(CONFLICT_WAIT_MS * attempt)
    }
  }
}
