/** The checkout form arrives: an order, or the form again with what has to be put right. */
import { checkoutForm, type CheckoutForm } from "@ocop/backend/contracts/checkout"
import { type AddressUnit } from "@ocop/backend/contracts/place"
import { type Shortage } from "@ocop/backend/contracts/parcel"
import { BackendError } from "#app/lib/backend.server"
import { tooMany } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { type ShopSession } from "#app/lib/session.server"
import { findCart, sessionWith, type CartContext } from "../cart/cart.server"
import { listCommunes, listProvinces } from "./address.server"
import {
  errorsByField,
  HONEYPOT,
  typedValues,
  type CheckoutAnswer,
  type CheckoutErrors,
} from "./checkout-form"
import { fitCartToStock, shortageIn } from "./parcels.server"
import {
  findOrderOf,
  placeOrder,
  type Delivery,
  type PlacedOrder,
} from "./place-order.server"
import { listShipping } from "./shipping.server"

type Again = {
  kind: "again"
  status: 200 | 422 | 503
  answer: CheckoutAnswer
  /** The backend does not answer: asking it for the page would only make the visitor wait. */
  isOutage: boolean
  /** With the cart that the answer leaves behind, where it changed. */
  session?: ShopSession
}
export type CheckoutOutcome =
  { kind: "placed"; order: PlacedOrder } | { kind: "elsewhere"; to: string } | Again

const OUTAGE =
  "Hệ thống đang gián đoạn nên chưa xác nhận được đơn hàng. Thông tin bạn nhập vẫn còn. " +
  "Hãy đợi ít phút rồi bấm “Đặt hàng” lần nữa: một giỏ hàng chỉ thành một đơn duy nhất."
const BUSY =
  "Đang có rất nhiều người đặt hàng. Thông tin bạn nhập vẫn còn; hãy bấm “Đặt hàng” lần nữa " +
  "sau ít giây."
const SOLD_OUT =
  "Một sản phẩm trong giỏ không còn đủ hàng. Hãy giảm số lượng hoặc bỏ sản phẩm đó rồi đặt lại."
const NOT_ACCEPTED = "Đơn hàng không được tiếp nhận. Hãy kiểm tra lại thông tin."
const NO_SHIPPING = "Hiện chưa có cách giao hàng cho giỏ hàng này."
const WRONG_COMMUNE = "Xã, phường này không thuộc tỉnh, thành phố đã chọn."

export async function submitCheckout(
  form: FormData,
  context: CartContext,
): Promise<CheckoutOutcome> {
  const values = typedValues(form)
  const shippingOptionId = String(form.get("shipping_option") ?? "")
  let communes: AddressUnit[] = []
  const again = (
    status: 200 | 422 | 503,
    errors: CheckoutErrors,
    problem: string | null = null,
    shortage: Shortage | null = null,
  ): Again => ({
    kind: "again",
    status,
    answer: { values, communes, shippingOptionId, errors, problem, shortage },
    isOutage: false,
  })

  try {
    communes = await listCommunes(values.province)
    // The button beside the list of provinces, for browsers without JavaScript.
    if (form.get("intent") === "province") return again(200, {})
    if (form.get(HONEYPOT)) return again(422, {}, NOT_ACCEPTED)
    if (form.get("intent") === "fit") {
      const fitting = await fitCartToStock(context)
      return { ...again(200, {}), session: sessionWith(context.session, fitting) }
    }

    const parsed = checkoutForm.safeParse(values)
    if (!parsed.success) return again(422, errorsByField(parsed.error.issues))
    const delivery = await deliveryOf(parsed.data, communes)
    if (delivery === null) return again(422, { commune: WRONG_COMMUNE })

    const { cartId, order } = context.session
    const cart = await findCart(context)
    if (cart === null || cart.items.length === 0) {
      const made =
        cartId === undefined ? null : await findOrderOf(cartId, context.clientIp)
      if (made !== null) return { kind: "placed", order: made }
      return { kind: "elsewhere", to: order ? paths.orderPlaced() : paths.cart() }
    }
    const options = await listShipping(cart.id, context.clientIp)
    const option = options.find(({ id }) => id === shippingOptionId) ?? options[0]
    if (option === undefined) return again(422, {}, NO_SHIPPING)
    const made = await placeOrder(
      cart.id,
      { ...delivery, shippingOptionId: option.id },
      context.clientIp,
    )
    return { kind: "placed", order: made }
  } catch (error) {
    if (!(error instanceof BackendError)) throw error
    if (error.status === 429) throw tooMany(error.retryAfter ?? 60)
    if (error.code === "busy") return again(503, {}, BUSY)
    if (error.isOutage) return { ...again(503, {}, OUTAGE), isOutage: true }
    const shortage = shortageIn(error)
    const isNameless = error.code === "insufficient_inventory" && shortage === null
    return again(422, {}, isNameless ? SOLD_OUT : error.message, shortage)
  }
}

/** Codes with their names; null when the commune lies elsewhere. */
async function deliveryOf(
  form: CheckoutForm,
  communes: readonly AddressUnit[],
): Promise<Omit<Delivery, "shippingOptionId"> | null> {
  const provinces = await listProvinces()
  const province = provinces.find(({ code }) => code === form.province)
  const commune = communes.find(({ code }) => code === form.commune)
  return province && commune
    ? { form, provinceName: province.name, communeName: commune.name }
    : null
}
