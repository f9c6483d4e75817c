import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ApiFailure, notFound } from "./api-failure"

/** As JSON writes them: the NUL character, and halves of characters that have lost the other one. */
const UNKEEPABLE = /\\u(?:0000|d[89a-f][0-9a-f]{2})/

/** PostgreSQL keeps no such character: a request with one would end as a fault of ours. */
export function noNul(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction,
): void {
  if (req.originalUrl.includes("%00")) throw notFound("Không tìm thấy.")
  if (UNKEEPABLE.test(JSON.stringify(req.body ?? null)))
    throw new ApiFailure(422, "invalid_input", "Dữ liệu có ký tự không hợp lệ.")
  next()
}
