/** What the checkout page shows before anything is typed. */
import { type AddressUnit } from "@ocop/backend/contracts/place"
import { BackendError } from "#app/lib/backend.server"
import { cartView, findCart, type CartContext } from "../cart/cart.server"
import { EMPTY_CART, type CartView } from "../cart/cart-view"
import { listProvinces } from "./address.server"
import { previewParcels, type ParcelPreview } from "./parcels.server"
import { listShipping, type ShippingChoice } from "./shipping.server"

export type CheckoutData = {
  /** "outage": the backend does not answer, and an order cannot be placed right now. */
  state: "ready" | "empty" | "outage"
  cart: CartView
  provinces: AddressUnit[]
  shipping: ShippingChoice[]
} & ParcelPreview

const NO_PARCELS: ParcelPreview = { parcels: [], shortage: null }

export async function checkoutData(context: CartContext): Promise<CheckoutData> {
  try {
    const cart = await findCart(context)
    if (cart === null || cart.items.length === 0)
      return {
        state: "empty",
        cart: EMPTY_CART,
        provinces: [],
        shipping: [],
        ...NO_PARCELS,
      }
    const [view, provinces, shipping, preview] = await Promise.all([
      cartView(cart),
      listProvinces(),
      listShipping(cart.id, context.clientIp),
      previewParcels(cart.id, context.clientIp),
    ])
    return { state: "ready", cart: view, provinces, shipping, ...preview }
  } catch (error) {
    if (!(error instanceof BackendError)) throw error
    return outageData()
  }
}

/** Provinces are usually remembered, so that the form stays whole while nothing else is known. */
export async function outageData(): Promise<CheckoutData> {
  const provinces = await listProvinces().catch(() => [])
  return { state: "outage", cart: EMPTY_CART, provinces, shipping: [], ...NO_PARCELS }
}
