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

export const unknownLot = (line?: number): ApiFailure =>
  refuseLine(404, "unknown_lot", line, "Không có lô này của mặt hàng này.")

export const lotNotAtPoint = (line: number): ApiFailure =>
  refuseLine(422, "lot_not_at_point", line, "Lô này không có tại điểm bán.")

export const documentConflict = (): ApiFailure =>
  new ApiFailure(
    409,
    "document_conflict",
    "Mã phiếu này đã dùng cho một phiếu có nội dung khác.",
  )
