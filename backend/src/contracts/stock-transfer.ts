/**
 * Transfers between points ("phiếu chuyển kho"): draft (nháp) → sent (đã gửi) → closed (đã nhận đủ).
 * What is on the road can be sold nowhere. Every step is a command under an id made by the client:
 * the same id again is answered as the first time, with another content it is refused.
 */
import { z } from "zod"
import { attachmentIds } from "./stock-attachment"
import { adjustmentReason, MAX_DOCUMENT_LINES, MAX_STOCK_QUANTITY } from "./stock"

export const transferStatus = z.enum(["draft", "sent", "closed", "cancelled"])
export type TransferStatus = z.infer<typeof transferStatus>

export const TRANSFER_STATUS_LABELS: Record<TransferStatus, string> = {
  draft: "Nháp",
  sent: "Đang chuyển",
  closed: "Đã nhận xong",
  cancelled: "Đã hủy",
}

const commandId = z.uuid("Mã lệnh phải là UUID.")
const id = z.string().min(1).max(100)
const note = z.string().trim().max(500).optional()

const whole = (least: number) => {
  const words = `Số lượng phải là số nguyên từ ${least} đến ${MAX_STOCK_QUANTITY.toLocaleString("vi-VN")}.`
  return z
    .number({ error: words })
    .int(words)
    .min(least, words)
    .max(MAX_STOCK_QUANTITY, words)
}

const wantedLine = z.strictObject({
  inventory_item_id: id,
  quantity: whole(1),
  /** Null: goods without a lot. Left out: the lot that expires first. */
  lot_id: id.nullable().optional(),
})
const wantedLines = z
  .array(wantedLine)
  .min(1, "Phiếu chưa có dòng nào.")
  .max(MAX_DOCUMENT_LINES)

/** A new draft; its id is the transfer's. */
export const draftTransfer = z.strictObject({
  id: commandId,
  from_location_id: id,
  to_location_id: id,
  note,
  lines: wantedLines,
})
export type DraftTransfer = z.output<typeof draftTransfer>

/** Replaces the lines of a draft. `revision` is the one that was read: an older one is refused. */
export const editTransfer = z.strictObject({
  id: commandId,
  revision: z.number().int().min(1),
  note,
  lines: wantedLines,
})
export type EditTransfer = z.output<typeof editTransfer>

export const sendTransfer = z.strictObject({
  id: commandId,
  /** Left out: whatever the draft says by now. */
  revision: z.number().int().min(1).optional(),
  occurred_at: z.iso.datetime({ offset: true }).optional(),
})
export type SendTransfer = z.output<typeof sendTransfer>

const receivedLine = z
  .strictObject({
    /** Number of the transfer's line, from 0. */
    line: z
      .number()
      .int()
      .min(0)
      .max(MAX_DOCUMENT_LINES - 1),
    lot_id: id.nullable(),
    /** Arrived and put on the shelf. */
    received: whole(0),
    /** Sent but not arrived. */
    missing: whole(0).default(0),
    /** Arrived but not fit to be sold. */
    damaged: whole(0).default(0),
  })
  .refine(({ received, missing, damaged }) => received + missing + damaged > 0, {
    path: ["received"],
    message: "Dòng này chưa ghi số nào.",
  })

export const receiveTransfer = z.strictObject({
  id: commandId,
  occurred_at: z.iso.datetime({ offset: true }).optional(),
  note,
  attachments: attachmentIds.optional(),
  lines: z
    .array(receivedLine)
    .min(1, "Phiếu chưa có dòng nào.")
    .max(MAX_DOCUMENT_LINES * 4),
})
export type ReceiveTransfer = z.output<typeof receiveTransfer>

/** What is still on the road is written off. */
export const closeTransfer = z
  .strictObject({
    id: commandId,
    reason: adjustmentReason,
    note,
    attachments: attachmentIds.optional(),
  })
  .refine(({ reason, note }) => reason !== "other" || Boolean(note), {
    path: ["note"],
    message: "Hãy ghi rõ lý do.",
  })
export type CloseTransfer = z.output<typeof closeTransfer>

/** A draft is given up; goods that nobody has received yet go back to where they came from. */
export const cancelTransfer = z.strictObject({ id: commandId, note })
export type CancelTransfer = z.output<typeof cancelTransfer>

const pieces = z.number().int()

/** Of one line and lot: sent = in_transit + received + lost + returned. */
export const transferLot = z.object({
  lot_id: z.string().nullable(),
  lot_code: z.string().nullable(),
  best_before: z.string().nullable(),
  sent: pieces,
  in_transit: pieces,
  received: pieces,
  lost: pieces,
})

export const transferView = z.object({
  id: z.string(),
  from_location_id: z.string(),
  to_location_id: z.string(),
  status: transferStatus,
  revision: z.number().int(),
  note: z.string().nullable(),
  created_by: z.string().nullable(),
  created_at: z.iso.datetime(),
  sent_at: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime().nullable(),
  lines: z.array(
    z.object({
      line: z.number().int(),
      inventory_item_id: z.string(),
      sku: z.string().nullable(),
      title: z.string().nullable(),
      /** What the draft asked for. */
      quantity: pieces,
      lots: z.array(transferLot),
    }),
  ),
})
export type TransferView = z.infer<typeof transferView>

export const transferResponse = z.object({ transfer: transferView })

export const TRANSFER_PAGE = 50
export const transferQuery = z.object({
  location_id: id.optional(),
  status: transferStatus.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(TRANSFER_PAGE),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export const transferListResponse = z.object({
  transfers: z.array(transferView),
  limit: z.number(),
  offset: z.number(),
})
