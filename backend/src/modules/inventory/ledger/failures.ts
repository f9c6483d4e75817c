/** What a stock command refuses with: a code for programs, Vietnamese words for people. */
import { MAX_STOCK_QUANTITY } from "../../../contracts/stock"
import { ApiFailure } from "../../../lib/api-failure"
import { ofLine } from "../../../lib/line-message"

const pieces = (count: number): string => count.toLocaleString("vi-VN")

export type ShortLine = {
  line_item_id: string | null
  inventory_item_id: string
  /** Pieces of the item that could be had. */
  available: number
}

/** @param lines every line that is short of goods, for whoever wants to name the products. */
export function insufficient(
  available: number,
  about: { line?: number; lines?: readonly ShortLine[] } = {},
): ApiFailure {
  const words =
    available > 0
      ? `Không còn đủ hàng cho số lượng này, chỉ còn ${pieces(available)}.`
      : "Mặt hàng này vừa hết."
  return new ApiFailure(409, "insufficient_inventory", ofLine(about.line, words), {
    available,
    ...about,
  })
}

/** @param free pieces that nobody has reserved. */
export const stockReserved = (free: number, line?: number): ApiFailure =>
  new ApiFailure(
    409,
    "stock_reserved",
    ofLine(
      line,
      `Không thể bớt dưới số đang giữ cho đơn hàng; chỉ bớt được ${pieces(free)}.`,
    ),
    { available: free, line },
  )

export const lotExpired = (line?: number): ApiFailure =>
  new ApiFailure(
    409,
    "lot_expired",
    ofLine(line, "Lô hàng đã hết hạn sử dụng, không bán được nữa."),
    { line },
  )

export const lotRecalled = (line?: number): ApiFailure =>
  new ApiFailure(
    409,
    "lot_recalled",
    ofLine(line, "Lô hàng đang bị thu hồi, không bán được."),
    { line },
  )

export const unknownItem = (line?: number): ApiFailure =>
  new ApiFailure(404, "unknown_item", ofLine(line, "Không có mặt hàng này."), { line })

export const notStockedHere = (line?: number): ApiFailure =>
  new ApiFailure(
    422,
    "not_stocked_here",
    ofLine(line, "Điểm bán này không để mặt hàng này."),
    { line },
  )

export const shelfNotEmpty = (): ApiFailure =>
  new ApiFailure(
    409,
    "shelf_not_empty",
    "Mặt hàng còn tồn ở điểm bán nên không thể bỏ. Hãy xuất hết hàng trước.",
  )

export const shelfExists = (): ApiFailure =>
  new ApiFailure(409, "shelf_exists", "Điểm bán này đã để mặt hàng này rồi.")

/** What stands in the books for another reason than that somebody wrote it so. */
export const notCorrectable = (message: string): ApiFailure =>
  new ApiFailure(409, "not_correctable", message)

/** Two people are at the same order: what one of them saw is not so any more. */
export const orderChanged = (): ApiFailure =>
  new ApiFailure(
    409,
    "order_changed",
    "Đơn hàng vừa được người khác xử lý. Hãy tải lại trang rồi thử lại.",
  )

export const unknownReservation = (): ApiFailure =>
  new ApiFailure(404, "not_found", "Không tìm thấy phần hàng giữ chỗ này.")

/** @param field e.g. "lines.0.quantity" */
export const invalidQuantity = (field: string, minimum: number): ApiFailure => {
  const message = `Số lượng phải là số nguyên từ ${minimum} đến ${pieces(MAX_STOCK_QUANTITY)}.`
  return new ApiFailure(422, "invalid_input", message, { [field]: message })
}
