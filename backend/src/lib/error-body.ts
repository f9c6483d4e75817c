/** What an error looks like to a client: a code for programs, a Vietnamese message for people. */
import { z } from "@medusajs/framework/zod"
import { type ApiError } from "../contracts/errors"
import { busy } from "./api-failure"

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
  promotion_exhausted: "Mã khuyến mãi đã hết lượt dùng.",
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
  409: "Không thực hiện được vì dữ liệu hiện tại không cho phép. Hãy tải lại rồi thử lại.",
  413: "Dữ liệu gửi lên quá lớn.",
  415: "Kiểu dữ liệu không được hỗ trợ.",
  422: "Dữ liệu không hợp lệ.",
}

/**
 * Refusals that are thrown inside workflows. Ours usually come out whole; where only the code is
 * left, this is their status.
 */
const STATUS_BY_CODE: Record<string, number> = {
  command_conflict: 409,
  document_conflict: 409,
  insufficient_inventory: 409,
  lot_expired: 409,
  lot_recalled: 409,
  not_correctable: 409,
  nothing_to_collect: 409,
  order_changed: 409,
  pickup_code_required: 409,
  promotion_exhausted: 409,
  shelf_exists: 409,
  shelf_not_empty: 409,
  stock_reserved: 409,
  point_forbidden: 403,
  pickup_locked: 429,
  photo_required: 422,
  unknown_attachment: 422,
  counter_only: 422,
  expired_on_receipt: 422,
  invalid_address: 422,
  invalid_input: 422,
  lot_not_at_point: 422,
  not_stocked_here: 422,
  wrong_code: 422,
  unknown_entry: 404,
  unknown_item: 404,
  unknown_location: 404,
  unknown_lot: 404,
  unknown_pickup: 404,
  unknown_producer: 404,
}

/** What the framework's modules refuse without a code; their words are all there is to tell it by. */
const BY_WORDS: [RegExp, string][] = [
  [/^Not enough stock available/, "insufficient_inventory"],
  [/^Promotion usage exceeds the (?:budget )?limit/, "promotion_exhausted"],
]

const INTERNAL = "Hệ thống gặp lỗi. Hãy thử lại sau."
const UNAVAILABLE = "Hệ thống đang gián đoạn. Hãy thử lại sau ít phút."
const RETRY_SECONDS = "5"

/** Names and codes by which the database driver and its pool say that the database is away. */
const OUTAGE =
  /ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|53300|Timeout acquiring a connection|Connection terminated|connection error and is not queryable|shutting down|starting up/

/** The database's codes for a lock waited for too long, a circle of waiters, and its like. */
const CONTENTION = /^(?:55P03|40P01|40001)$/

const failedStep = z.object({ handlerType: z.string(), error: z.unknown() })

/** The error itself, where a workflow threw the list of its failed steps. */
export function thrown(error: unknown): unknown {
  if (Array.isArray(error) && error.length > 0) return thrown(error[0])
  const step = failedStep.safeParse(error)
  return step.success ? thrown(step.data.error) : error
}

/** A workflow makes plain objects of errors; whatever they carried is still there. */
const errorLike = z.object({
  name: z.string().default(""),
  message: z.string(),
  code: z.unknown(),
  cause: z.unknown(),
})

const causes = function* (error: unknown): Generator<z.infer<typeof errorLike>> {
  const { data } = errorLike.safeParse(error)
  if (!data) return
  yield data
  yield* causes(data.cause)
}

const some = (error: unknown, is: (each: z.infer<typeof errorLike>) => boolean) =>
  [...causes(error)].some(is)

/** Whether the database is away, as opposed to a fault of ours. */
export const isOutage = (error: unknown): boolean =>
  some(error, ({ code, name, message }) =>
    OUTAGE.test(`${String(code ?? "")} ${name} ${message}`),
  )

/** Whether the database gave up waiting for others. */
const isContention = (error: unknown): boolean =>
  some(error, ({ code }) => CONTENTION.test(String(code ?? "")))

/** A refusal of ours, also one that came out of a workflow. */
const ownFailure = z.object({
  status: z.number().int().min(400).max(599),
  failureCode: z.string(),
  message: z.string(),
  details: z.unknown(),
  headers: z.record(z.string(), z.string()).default({}),
})

/** @param isStaff staff also read the framework's own words, which say what exactly was wrong. */
export function errorAnswer(
  error: unknown,
  core: CoreAnswer,
  isStaff: boolean,
): ErrorAnswer {
  const isBusy = isContention(error) || core.body.code === "busy"
  const failure = ownFailure.safeParse(error).data ?? (isBusy ? busy() : undefined)
  if (failure)
    return {
      status: failure.status,
      headers: failure.headers,
      body: {
        code: failure.failureCode,
        message: failure.message,
        ...(failure.details === undefined ? {} : { details: failure.details }),
      },
    }
  if (isOutage(error))
    return {
      status: 503,
      headers: { "Retry-After": RETRY_SECONDS },
      body: { code: "unavailable", message: UNAVAILABLE },
    }
  const { body } = core
  const [, known] = BY_WORDS.find(([words]) => words.test(body.message ?? "")) ?? []
  const code = known ?? body.code ?? body.type ?? "error"
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
