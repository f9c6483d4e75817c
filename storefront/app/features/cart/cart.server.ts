/**
 * The cart lives in the backend; its id only in the signed cookie. Prices, stock and what may be
 * sold online are decided there, never here.
 */
import { MAX_LINE_QUANTITY, QUANTITY_MESSAGE } from "@ocop/backend/contracts/checkout"
import { z } from "zod"
import {
  backendConfig,
  backendDelete,
  backendGet,
  backendPost,
  BackendError,
  orNull,
} from "#app/lib/backend.server"
import { type ShopSession } from "#app/lib/session.server"
import { listByHandles } from "../catalog/catalog.server"
import { refusalMessage, type CartProblem } from "./cart-problem"
import { EMPTY_CART, type CartLine, type CartView } from "./cart-view"

const amount = z.number().nonnegative()

/** The part of Medusa's cart that the shop uses. */
const storeCart = z.object({
  id: z.string(),
  completed_at: z.string().nullish(),
  item_total: amount,
  shipping_total: amount,
  discount_total: amount,
  total: amount,
  items: z
    .array(
      z.object({
        id: z.string(),
        variant_id: z.string().nullish(),
        title: z.string(),
        product_title: z.string().nullish(),
        product_handle: z.string().nullish(),
        variant_title: z.string().nullish(),
        quantity: z.number(),
        unit_price: amount,
        total: amount.optional(),
        created_at: z.string().optional(),
      }),
    )
    .default([]),
  shipping_methods: z
    .array(z.object({ shipping_option_id: z.string().nullish(), amount }))
    .nullish(),
})
export type StoreCart = z.output<typeof storeCart>

export const cartResponse = z.object({ cart: storeCart })
const deletedLineResponse = z.object({ parent: storeCart.nullish() })

/** Only what is shown: Medusa's default answer carries whole products and variants. */
export const CART_FIELDS = [
  "id,completed_at,item_total,shipping_total,discount_total,total",
  "items.id,items.variant_id,items.title,items.product_title,items.product_handle",
  "items.variant_title,items.quantity,items.unit_price,items.total,items.created_at",
  "shipping_methods.shipping_option_id,shipping_methods.amount",
].join(",")
const searchParams = { fields: CART_FIELDS }

/** Who asks: the session names the cart, the address counts for rate limits. */
export type CartContext = { session: ShopSession; clientIp: string }

/** The open cart of a session; null when there is none, it vanished or has become an order. */
export async function findCart({
  session,
  clientIp,
}: CartContext): Promise<StoreCart | null> {
  if (session.cartId === undefined) return null
  const answer = await orNull(
    backendGet(`/store/carts/${session.cartId}`, cartResponse, {
      searchParams,
      clientIp,
    }),
  )
  return answer === null || answer.cart.completed_at ? null : answer.cart
}

export type CartChange =
  { ok: true; cart: StoreCart | null } | { ok: false; problem: CartProblem }

/** Puts a variant into the cart, which is made when there is none yet. */
export async function addToCart(
  context: CartContext,
  item: { variantId: string; quantity: number },
): Promise<CartChange> {
  const problem = (message: string): CartChange => ({
    ok: false,
    problem: {
      field: "quantity",
      lineId: null,
      message,
      typed: String(item.quantity),
      retry: { variantId: item.variantId },
    },
  })
  const cart = await findCart(context)
  const there =
    cart?.items.find((line) => line.variant_id === item.variantId)?.quantity ?? 0
  if (there + item.quantity > MAX_LINE_QUANTITY)
    return problem(`${QUANTITY_MESSAGE} Trong giỏ đã có ${there}.`)
  const line = { variant_id: item.variantId, quantity: item.quantity }
  return attempt(problem, async () => {
    if (cart !== null) {
      const path = `/store/carts/${cart.id}/line-items`
      const changed = await backendPost(path, line, cartResponse, {
        searchParams,
        clientIp: context.clientIp,
      })
      return changed.cart
    }
    const { region_id } = await backendConfig()
    const made = await backendPost(
      "/store/carts",
      { region_id, items: [line] },
      cartResponse,
      { searchParams, clientIp: context.clientIp },
    )
    return made.cart
  })
}

export async function setQuantity(
  context: CartContext,
  lineId: string,
  quantity: number,
): Promise<CartChange> {
  const cart = await findCart(context)
  if (!cart?.items.some((line) => line.id === lineId)) return { ok: true, cart }
  return attempt(
    (message) => ({
      ok: false,
      problem: { field: "quantity", lineId, message, typed: String(quantity) },
    }),
    async () => {
      const path = `/store/carts/${cart.id}/line-items/${lineId}`
      const changed = await backendPost(path, { quantity }, cartResponse, {
        searchParams,
        clientIp: context.clientIp,
      })
      return changed.cart
    },
  )
}

/** Taking out a line that is no longer there is fine: that is what was wanted. */
export async function removeLine(
  context: CartContext,
  lineId: string,
): Promise<StoreCart | null> {
  const cart = await findCart(context)
  if (!cart?.items.some((line) => line.id === lineId)) return cart
  const { parent } = await backendDelete(
    `/store/carts/${cart.id}/line-items/${lineId}`,
    deletedLineResponse,
    { searchParams, clientIp: context.clientIp },
  )
  return parent ?? findCart(context)
}

/** Refusals become a problem at the field; outages stay errors. */
async function attempt(
  problem: (message: string) => CartChange,
  change: () => Promise<StoreCart>,
): Promise<CartChange> {
  try {
    return { ok: true, cart: await change() }
  } catch (error) {
    if (!(error instanceof BackendError) || error.isOutage || error.status === 429)
      throw error
    return problem(refusalMessage(error.code, error.message))
  }
}

const countOf = (cart: StoreCart | null): number =>
  cart?.items.reduce((sum, item) => sum + item.quantity, 0) ?? 0

/** The session that goes with a cart. */
export const sessionWith = (
  session: ShopSession,
  cart: StoreCart | null,
): ShopSession => ({
  ...session,
  cartId: cart?.id,
  count: countOf(cart),
})

/** Adds pictures out of the catalogue; without them the cart is shown all the same. */
export async function cartView(cart: StoreCart | null): Promise<CartView> {
  if (cart === null) return EMPTY_CART
  const handles = cart.items.flatMap((item) => item.product_handle ?? [])
  const documents = await listByHandles([...new Set(handles)]).catch(() => [])
  const pictures = new Map(
    documents.map((document) => [document.handle, document.thumbnail]),
  )
  const lines = [...cart.items]
    .sort(
      (a, b) =>
        (a.created_at ?? "").localeCompare(b.created_at ?? "") ||
        a.id.localeCompare(b.id),
    )
    .map((item): CartLine => ({
      id: item.id,
      variantId: item.variant_id ?? null,
      handle: item.product_handle ?? null,
      title: item.product_title ?? item.title,
      variant: variantName(item.variant_title),
      quantity: item.quantity,
      unitPrice: item.unit_price,
      total: item.total ?? item.unit_price * item.quantity,
      picture: pictures.get(item.product_handle ?? "") ?? null,
    }))
  return {
    lines,
    count: countOf(cart),
    itemTotal: cart.item_total,
    discountTotal: cart.discount_total,
  }
}

/** Medusa calls the only variant of a product "Default" or "Default variant". */
const variantName = (title: string | null | undefined): string | null =>
  title && !/^default/i.test(title) ? title : null
