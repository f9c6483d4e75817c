/** What an error looks like to a client: a code for programs, a Vietnamese message for people. */
import { type ApiError } from "../contracts/errors"
import { ApiFailure } from "./api-failure"

/** The framework's own answer to the same error. */
export type CoreAnswer = {
  statusCode: number
  body: { code?: string; type?: string; message?: string }
}

export type ErrorAnswer = {
  status: number
  headers: Record<string, string>
  /** `type` stays for the admin and other Medusa clients, which read it. */
  body: ApiError & { type?: string }
}

const VIETNAMESE = /[à-ỹđ]/i

/** By code or type of the framework. */
const MESSAGES: Record<string, string> = {
  insufficient_inventory: "Không còn đủ hàng cho số lượng này.",
  cart_incompatible_state: "Giỏ hàng không ở trạng thái cho phép thao tác này.",
  invalid_data: "Dữ liệu không hợp lệ.",
  invalid_argument: "Dữ liệu không hợp lệ.",
  duplicate_error: "Dữ liệu này đã có.",
  invalid_request_error: "Yêu cầu không hợp lệ.",
  unauthorized: "Hãy đăng nhập.",
  forbidden: "Bạn không có quyền thực hiện thao tác này.",
  not_found: "Không tìm thấy.",
  not_allowed: "Không thực hiện được thao tác này.",
  conflict: "Thao tác trùng với một thao tác khác đang chạy. Hãy thử lại.",
  invalid_state_error: "Thao tác trùng với một thao tác khác đang chạy. Hãy thử lại.",
  payment_authorization_error: "Thanh toán không được chấp nhận.",
}

const BY_STATUS: Record<number, string> = {
  400: "Yêu cầu không hợp lệ.",
  401: "Hãy đăng nhập.",
  403: "Bạn không có quyền thực hiện thao tác này.",
  404: "Không tìm thấy.",
  413: "Dữ liệu gửi lên quá lớn.",
  415: "Kiểu dữ liệu không được hỗ trợ.",
  422: "Dữ liệu không hợp lệ.",
}

/** Refusals thrown inside workflows keep only their type and code on the way out. */
const STATUS_BY_CODE: Record<string, number> = {
  counter_only: 422,
  invalid_address: 422,
}

/** The inventory module refuses without a code; its words are all there is to tell it by. */
const NOT_ENOUGH_STOCK = /^Not enough stock available/

const INTERNAL = "Hệ thống gặp lỗi. Hãy thử lại sau."
const UNAVAILABLE = "Hệ thống đang gián đoạn. Hãy thử lại sau ít phút."
const RETRY_SECONDS = "5"

/** Names and codes by which the database driver and its pool say that the database is away. */
const OUTAGE =
  /ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|53300|Timeout acquiring a connection|Connection terminated|shutting down|starting up/

/** Whether the database is away, as opposed to a fault of ours. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = "code" in error ? String(error.code) : ""
  if (OUTAGE.test(`${code} ${error.name} ${error.message}`)) return true
  return error.cause !== undefined && isOutage(error.cause)
}

/** @param isStaff staff also read the framework's own words, which say what exactly was wrong. */
export function errorAnswer(
  error: unknown,
  core: CoreAnswer,
  isStaff: boolean,
): ErrorAnswer {
  if (error instanceof ApiFailure)
    return {
      status: error.status,
      headers: error.headers,
      body: {
        code: error.failureCode,
        message: error.message,
        ...(error.details === undefined ? {} : { details: error.details }),
      },
    }
  if (isOutage(error))
    return {
      status: 503,
      headers: { "Retry-After": RETRY_SECONDS },
      body: { code: "unavailable", message: UNAVAILABLE },
    }
  const { body } = core
  const code = NOT_ENOUGH_STOCK.test(body.message ?? "")
    ? "insufficient_inventory"
    : (body.code ?? body.type ?? "error")
  const status = STATUS_BY_CODE[code] ?? core.statusCode
  if (status >= 500)
    return { status, headers: {}, body: { code, type: body.type, message: INTERNAL } }
  const words = body.message ?? ""
  if (VIETNAMESE.test(words))
    return { status, headers: {}, body: { code, type: body.type, message: words } }
  const general =
    MESSAGES[code] ?? MESSAGES[body.type ?? ""] ?? BY_STATUS[status] ?? INTERNAL
  const message = isStaff && words ? `${general} (${words})` : general
  return { status, headers: {}, body: { code, type: body.type, message } }
}
