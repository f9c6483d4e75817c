import { MedusaError } from "@medusajs/framework/utils"
import { type z } from "@medusajs/framework/zod"

/** An answer our own routes refuse with: status, code for programs, Vietnamese message for people. */
export class ApiFailure extends MedusaError {
  constructor(
    readonly status: number,
    readonly failureCode: string,
    message: string,
    readonly details?: unknown,
    readonly headers: Record<string, string> = {},
  ) {
    super(MedusaError.Types.NOT_ALLOWED, message, failureCode)
  }
}

/** 422 with one message per field: `{ "phone": "Hãy nhập số điện thoại." }`. */
export function invalidInput(error: z.ZodError): ApiFailure {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.path.join(".")
    fields[field] ??= issue.message
  }
  const message = error.issues[0]?.message ?? "Dữ liệu không hợp lệ."
  return new ApiFailure(422, "invalid_input", message, fields)
}

export const notFound = (message: string): ApiFailure =>
  new ApiFailure(404, "not_found", message)

/** The same body for a wrong code, a wrong phone and a foreign order. */
export const orderNotFound = (): ApiFailure =>
  new ApiFailure(
    404,
    "ORDER_NOT_FOUND",
    "Không tìm thấy đơn hàng với mã và số điện thoại này.",
  )

/** 503: others are being served just now. @param retryAfter seconds after which to try again. */
export const busy = (
  message = "Đang có nhiều người thao tác cùng lúc. Hãy thử lại sau ít giây.",
  retryAfter = 5,
): ApiFailure =>
  new ApiFailure(503, "busy", message, undefined, { "Retry-After": String(retryAfter) })
