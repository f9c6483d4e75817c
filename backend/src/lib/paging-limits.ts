import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ApiFailure } from "./api-failure"

const MAX: Record<string, number> = { limit: 100, offset: 10_000 }
const WHOLE_NUMBER = /^\d{1,9}$/

/**
 * The framework would answer `limit=100000`; no page of the shop needs more than a hundred rows.
 * Only plain digits pass: the framework reads "100000abc" as a number too.
 */
export function pagingLimits(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction,
): void {
  for (const [name, max] of Object.entries(MAX)) {
    const value = req.query[name] ?? "0"
    if (typeof value !== "string" || !WHOLE_NUMBER.test(value) || Number(value) > max)
      throw new ApiFailure(
        422,
        "invalid_input",
        `Tham số ${name} phải là số nguyên từ 0 đến ${max}.`,
        { [name]: `Số nguyên từ 0 đến ${max}.` },
      )
  }
  next()
}
