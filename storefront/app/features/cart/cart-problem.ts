/** Why the cart refused a change, in words for the visitor, tied to the field it concerns. */

export type CartProblem = {
  /** Name of the form field. */
  field: "quantity" | "variant_id"
  /** The line it happened at; null when adding. */
  lineId: string | null
  message: string
  /** What was typed, to be shown again. */
  typed: string
  /** The variant that could not be added, so that the form can be sent again. */
  retry?: { variantId: string }
}

const OUT_OF_STOCK =
  "Không còn đủ hàng cho số lượng này. Hãy giảm số lượng hoặc chọn sản phẩm khác."
const UNAVAILABLE = "Sản phẩm này hiện không bán trực tuyến."

/** Where the shop knows better than the backend what a visitor can do next. */
const MESSAGES: Record<string, string> = {
  insufficient_inventory: OUT_OF_STOCK,
  not_found: UNAVAILABLE,
  invalid_data: UNAVAILABLE,
}

/** @param code the backend's code; @param message its own words, which are Vietnamese. */
export const refusalMessage = (code: string, message: string): string =>
  MESSAGES[code] ?? message
