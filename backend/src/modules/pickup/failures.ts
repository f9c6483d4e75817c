/** What a pick-up is refused with: a code for programs, Vietnamese words for people. */
import { PICKUP_STATUS_LABELS, type PickupStatus } from "../../contracts/pickup"
import { ApiFailure } from "../../lib/api-failure"

export const unknownPickup = (): ApiFailure =>
  new ApiFailure(404, "unknown_pickup", "Không có đơn nhận tại điểm này.")

export const unknownRefundTask = (): ApiFailure =>
  new ApiFailure(404, "unknown_refund_task", "Không có việc hoàn tiền này.")

export const pointForbidden = (): ApiFailure =>
  new ApiFailure(
    403,
    "point_forbidden",
    "Đơn này nhận ở điểm khác, không giao ở điểm này được.",
  )

const REFUSALS: Record<PickupStatus, string> = {
  placed: "Đơn chưa sẵn sàng: hãy chuẩn bị hàng và báo sẵn sàng trước khi giao.",
  preparing: "Đơn đang chuẩn bị: hãy báo sẵn sàng trước khi giao.",
  ready: "Đơn đã báo sẵn sàng rồi.",
  collected: "Đơn này đã được giao rồi.",
  expired: "Đơn đã hết hạn nhận, hàng không còn được giữ.",
  cancelled: "Đơn đã hủy, không giao được.",
}

/** The step does not fit the status: 409 `pickup_placed`, `pickup_collected` … */
export const wrongStatus = (status: PickupStatus): ApiFailure =>
  new ApiFailure(409, `pickup_${status}`, REFUSALS[status], {
    status,
    label: PICKUP_STATUS_LABELS[status],
  })

export const wrongCode = (triesLeft: number): ApiFailure =>
  new ApiFailure(
    422,
    "wrong_code",
    triesLeft > 0
      ? `Mã nhận hàng không đúng. Còn ${triesLeft} lần thử.`
      : "Mã nhận hàng không đúng. Đơn tạm khóa 15 phút.",
    { tries_left: triesLeft },
  )

export function pickupLocked(seconds: number): ApiFailure {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return new ApiFailure(
    429,
    "pickup_locked",
    `Đã nhập sai mã quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
    undefined,
    { "Retry-After": String(Math.max(1, Math.ceil(seconds))) },
  )
}

export const commandConflict = (): ApiFailure =>
  new ApiFailure(409, "command_conflict", "Mã lệnh này đã dùng cho một lần giao khác.")

export const nothingToCollect = (): ApiFailure =>
  new ApiFailure(409, "nothing_to_collect", "Đơn không còn món nào để giao.")

/** The admin's own page of orders asks for no code. */
export const codeRequired = (): ApiFailure =>
  new ApiFailure(
    409,
    "pickup_code_required",
    "Đơn nhận tại điểm: chỉ giao bằng mã nhận hàng của khách.",
  )
