import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ApiFailure, notFound } from "./api-failure"

/** PostgreSQL keeps no NUL character: a request with one would end as a fault of ours. */
export function noNul(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction,
): void {
  if (req.originalUrl.includes("%00")) throw notFound("Không tìm thấy.")
  if (JSON.stringify(req.body ?? null).includes("\\u0000"))
    throw new ApiFailure(422, "invalid_input", "Dữ liệu có ký tự không hợp lệ.")
  next()
}
