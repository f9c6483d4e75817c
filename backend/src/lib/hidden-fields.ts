import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ApiFailure } from "./api-failure"

/**
 * Relations the framework would show to anyone who names them in `fields`: the stock of every
 * single point, and prices of every channel. `calculated_price` and `inventory_quantity` stay.
 */
const HIDDEN =
  /\b(inventory(_items?)?|location_levels?|reservation(_item)?s?|prices|price_set|price_list)\b/i

export function hiddenFields(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction,
): void {
  if (HIDDEN.test(JSON.stringify(req.query.fields ?? "")))
    throw new ApiFailure(
      422,
      "invalid_input",
      "Tham số fields nêu dữ liệu không công khai.",
      { fields: "Dữ liệu không công khai." },
    )
  next()
}
