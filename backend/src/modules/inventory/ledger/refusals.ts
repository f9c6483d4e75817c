/** Refusals that only documents know. Lines are counted from 0, on screen from 1. */
import { ApiFailure } from "../../../lib/api-failure"
import { ofLine } from "../../../lib/line-message"

const refuseLine = (
  status: number,
  code: string,
  line: number | undefined,
  message: string,
  details: Record<string, unknown> = {},
): ApiFailure => new ApiFailure(status, code, ofLine(line, message), { line, ...details })

/** 422 at a field of a line, as in "lines.0.quantity". */
export const invalidLine = (
  line: number,
  field: string,
  message: string,
  list: "lines" | "components" = "lines",
): ApiFailure =>
  refuseLine(422, "invalid_input", line, message, {
    [`${list}.${line}.${field}`]: message,
  })

/** 422 at a field of the document's head. */
export const invalidField = (field: string, message: string): ApiFailure =>
  new ApiFailure(422, "invalid_input", message, { [field]: message })

export const expiredOnReceipt = (line: number, bestBefore: string): ApiFailure =>
  refuseLine(422, "expired_on_receipt", line, "Lô hàng đã hết hạn sử dụng.", {
    best_before: bestBefore,
  })

/** @param left days until best-before; the item asks for `minimum`. */
export const shortLife = (line: number, left: number, minimum: number): ApiFailure =>
  refuseLine(
    422,
    "short_life",
    line,
    `Hạn sử dụng chỉ còn ${left} ngày, mặt hàng này cần ít nhất ${minimum} ngày. Muốn nhận, hãy ghi lý do.`,
    { days_left: left, minimum_days: minimum },
  )

export const lotOfOtherProducer = (line: number): ApiFailure =>
  refuseLine(
    422,
    "lot_of_other_producer",
    line,
    "Lô này không phải hàng của chủ thể nhận lại.",
  )

/** Only baskets packed beforehand know what they are made of. */
export const notABasket = (): ApiFailure =>
  refuseLine(422, "not_a_basket", undefined, "Lô này không phải lô giỏ quà.")

export const unknownLot = (line?: number): ApiFailure =>
  refuseLine(404, "unknown_lot", line, "Không có lô này của mặt hàng này.")

export const lotNotAtPoint = (line?: number): ApiFailure =>
  refuseLine(422, "lot_not_at_point", line, "Lô này không có tại điểm bán.")

export const unknownEntry = (): ApiFailure =>
  refuseLine(404, "unknown_entry", undefined, "Không có dòng này trong thẻ kho.")

export const documentConflict = (): ApiFailure =>
  new ApiFailure(
    409,
    "document_conflict",
    "Mã phiếu này đã dùng cho một phiếu có nội dung khác.",
  )

export const unknownAttachment = (place: number, id: string): ApiFailure => {
  const message = `Không có tệp đính kèm ${id}. Hãy gửi lại ảnh.`
  return new ApiFailure(422, "unknown_attachment", message, {
    attachment: id,
    [`attachments.${place}`]: message,
  })
}

const money = (amount: number): string => `${amount.toLocaleString("vi-VN")} đồng`

/** @param value of what is damaged, VND. */
export const photoRequired = (
  line: number,
  value: number,
  threshold: number,
): ApiFailure =>
  refuseLine(
    422,
    "photo_required",
    line,
    `Hàng hỏng trị giá ${money(value)}, từ ${money(threshold)} phải có ảnh.`,
    { value, threshold },
  )

export const unknownTransfer = (): ApiFailure =>
  new ApiFailure(404, "unknown_transfer", "Không có phiếu chuyển này.")

/** Somebody else has changed the draft since it was read. */
export const staleRevision = (revision: number): ApiFailure =>
  new ApiFailure(
    409,
    "stale_revision",
    "Phiếu vừa được người khác sửa. Hãy tải lại phiếu rồi thử lại.",
    { revision },
  )

/** @param message what the transfer is, that the step does not fit. */
export const wrongTransferStatus = (status: string, message: string): ApiFailure =>
  new ApiFailure(409, "wrong_transfer_status", message, { status })

/** @param left pieces that are still on the road. */
export const moreThanSent = (line: number, left: number): ApiFailure =>
  refuseLine(
    422,
    "more_than_sent",
    line,
    `Số nhận nhiều hơn số đang chuyển, chỉ còn ${left.toLocaleString("vi-VN")}.`,
    { left, [`lines.${line}.received`]: "Số nhận nhiều hơn số đang chuyển." },
  )

export const unknownStocktake = (): ApiFailure =>
  new ApiFailure(404, "unknown_stocktake", "Không có đợt kiểm kê này.")

export const stocktakeApproved = (): ApiFailure =>
  new ApiFailure(409, "stocktake_approved", "Đợt kiểm kê này đã được duyệt rồi.")

export const stocktakeCancelled = (): ApiFailure =>
  new ApiFailure(409, "stocktake_cancelled", "Đợt kiểm kê này đã bị hủy.")

export const nothingCounted = (): ApiFailure =>
  new ApiFailure(422, "nothing_counted", "Chưa đếm mặt hàng nào.")

/** Goods that a count concerns, as people name them. */
type Named = { sku: string | null; lot_code: string | null }

const nameOf = ({ sku, lot_code }: Named): string =>
  `Mặt hàng ${sku ?? "không có mã"}${lot_code === null ? "" : `, lô ${lot_code}`}`

/** More has left since the count than was counted: it cannot have been right. */
export const recountNeeded = (line: number, goods: Named): ApiFailure =>
  new ApiFailure(
    409,
    "recount_needed",
    `${nameOf(goods)}: sau lúc đếm đã xuất nhiều hơn số đếm được. Hãy đếm lại.`,
    { line, ...goods },
  )

/** @param reserved pieces that orders hold. */
export const countBelowReserved = (
  line: number,
  goods: Named,
  reserved: number,
): ApiFailure =>
  new ApiFailure(
    409,
    "stock_reserved",
    `${nameOf(goods)}: số đếm ít hơn số đang giữ cho đơn hàng (${reserved.toLocaleString("vi-VN")}). Hãy đếm lại, hoặc sửa đơn trước khi duyệt.`,
    { line, ...goods, reserved },
  )
