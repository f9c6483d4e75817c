/** How the goods of a cart would be sent, and what of them cannot be had. */
import {
  parcelPlan,
  shortage,
  type Parcel,
  type Shortage,
} from "@ocop/backend/contracts/parcel"
import { backendGet, BackendError } from "#app/lib/backend.server"
import {
  findCart,
  removeLine,
  setQuantity,
  type CartContext,
  type StoreCart,
} from "../cart/cart.server"

export type ParcelPreview = { parcels: Parcel[]; shortage: Shortage | null }

/** The lines that are short, where that is what the backend refused for. */
export function shortageIn(error: unknown): Shortage | null {
  if (!(error instanceof BackendError) || error.code !== "insufficient_inventory")
    return null
  return shortage.safeParse(error.details).data ?? null
}

/** A shop that cannot tell the parcels still takes the order: no parcels then. */
export async function previewParcels(
  cartId: string,
  clientIp: string,
): Promise<ParcelPreview> {
  try {
    const path = `/store/carts/${cartId}/parcels`
    const { parcels } = await backendGet(path, parcelPlan, { clientIp })
    return { parcels, shortage: null }
  } catch (error) {
    if (!(error instanceof BackendError)) throw error
    return { parcels: [], shortage: shortageIn(error) }
  }
}

/** Takes out of the cart what cannot be had any more. @returns the cart as it is then. */
export async function fitCartToStock(context: CartContext): Promise<StoreCart | null> {
  const cart = await findCart(context)
  if (cart === null) return null
  const preview = await previewParcels(cart.id, context.clientIp)
  for (const { line_item_id, available } of preview.shortage?.lines ?? []) {
    const line = cart.items.find(({ id }) => id === line_item_id)
    if (line === undefined || line.quantity <= available) continue
    if (available > 0) await setQuantity(context, line.id, available)
    else await removeLine(context, line.id)
  }
  return findCart(context)
}
