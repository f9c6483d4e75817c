/**
 * Orders that the buyer fetches at a point ("nhận tại điểm"): placed (đã đặt) → preparing (đang chuẩn
 * bị) → ready (sẵn sàng) → collected (đã nhận), or expired (hết hạn), or cancelled (đã hủy).
 */
import { z } from "zod"

export const pickupStatus = z.enum([
  "placed",
  "preparing",
  "ready",
  "collected",
  "expired",
  "cancelled",
])
export type PickupStatus = z.infer<typeof pickupStatus>

export const PICKUP_STATUS_LABELS: Record<PickupStatus, string> = {
  placed: "Đã đặt",
  preparing: "Đang chuẩn bị",
  ready: "Sẵn sàng để nhận",
  collected: "Đã nhận",
  expired: "Hết hạn nhận",
  cancelled: "Đã hủy",
}

/** In which the goods still wait for the buyer. */
export const OPEN_PICKUP: readonly PickupStatus[] = ["placed", "preparing", "ready"]

export const PICKUP_CODE_LENGTH = 6
/** Wrong codes in a row until the order is locked ("khóa"), and for how long. */
export const PICKUP_WRONG_TRIES = 5
export const PICKUP_LOCK_MINUTES = 15

const id = z.string().min(1).max(100)
const page = { min: 1, max: 100, usual: 50 }

/** GET /admin/pickups */
export const pickupQuery = z.object({
  location_id: id.optional(),
  status: pickupStatus.optional(),
  /** As the buyer says it: "QN0000125". */
  order_code: z.string().trim().max(20).optional(),
  limit: z.coerce.number().int().min(page.min).max(page.max).default(page.usual),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type PickupQuery = z.output<typeof pickupQuery>

/**
 * POST /admin/pickups/:id/collect, `:id` being the order's. The id of the command is made by the
 * client: the same id again is answered as the first time, with another content it is refused.
 */
export const collectPickup = z.strictObject({
  id: z.uuid("Mã lệnh phải là UUID."),
  /** The point at which the goods are handed over. */
  location_id: id,
  code: z
    .string({ error: "Hãy nhập mã nhận hàng." })
    .trim()
    .regex(/^\d{6}$/, "Mã nhận hàng gồm 6 chữ số."),
})
export type CollectPickup = z.output<typeof collectPickup>

/** For the staff: never the code, which only the buyer knows. */
export const pickupView = z.object({
  /** Also the id of the pick-up itself. */
  order_id: z.string(),
  order_code: z.string(),
  location_id: z.string(),
  status: pickupStatus,
  placed_at: z.iso.datetime(),
  ready_at: z.iso.datetime().nullable(),
  /** When the goods are no longer kept. */
  expires_at: z.iso.datetime(),
  collected_at: z.iso.datetime().nullable(),
  collected_by: z.string().nullable(),
})
export type PickupView = z.infer<typeof pickupView>

export const pickupResponse = z.object({
  pickup: pickupView,
  /** True when it had been done before and nothing was done now. */
  replayed: z.boolean(),
})

export const pickupLine = z.object({
  title: z.string(),
  quantity: z.number().int(),
  /** What is kept for the line; nothing once it was handed over or released. */
  held: z.array(
    z.object({
      inventory_item_id: z.string(),
      sku: z.string().nullable(),
      lot_id: z.string().nullable(),
      lot_code: z.string().nullable(),
      best_before: z.string().nullable(),
      quantity: z.number().int(),
    }),
  ),
})
export type PickupLine = z.infer<typeof pickupLine>

export const pickupListItem = pickupView.extend({
  recipient: z.string(),
  lines: z.array(pickupLine),
})
export type PickupListItem = z.infer<typeof pickupListItem>
export const pickupListResponse = z.object({
  pickups: z.array(pickupListItem),
  limit: z.number(),
  offset: z.number(),
})

/**
 * "expired": the books say refunded, the money is still to be given back by hand. "refund_failed":
 * whoever processed the payment would not refund it.
 */
export const refundReason = z.enum(["expired", "refund_failed"])
export type RefundReason = z.infer<typeof refundReason>

export const REFUND_REASON_LABELS: Record<RefundReason, string> = {
  expired: "Khách không đến nhận, trả lại tiền đã thu",
  refund_failed: "Hoàn tiền qua cổng thanh toán không được, hoàn bằng cách khác",
}

export const refundTaskId = z.string().regex(/^\d{1,18}$/, "Mã việc không hợp lệ.")

/** Money to be given back by a person ("việc hoàn tiền"). */
export const refundTask = z.object({
  id: z.string(),
  order_id: z.string(),
  order_code: z.string(),
  /** đồng */
  amount: z.number(),
  reason: refundReason,
  created_at: z.iso.datetime(),
  done_at: z.iso.datetime().nullable(),
  done_by: z.string().nullable(),
})
export type RefundTask = z.infer<typeof refundTask>

/** GET /admin/pickups/refund-tasks: what is still to be done, or everything. */
export const refundTaskQuery = z.object({
  all: z.stringbool().default(false),
})
export const refundTaskListResponse = z.object({ tasks: z.array(refundTask) })
export const refundTaskResponse = z.object({ task: refundTask })

/** What the buyer sees of it in the look-up of the order. */
export const buyerPickup = z.object({
  point: z.object({ name: z.string(), handle: z.string().nullable() }),
  status: pickupStatus,
  /** The status in words. */
  label: z.string(),
  /** To be shown at the counter; null when there is nothing (more) to be fetched. */
  code: z.string().nullable(),
  /** Until when the goods are kept, once they are ready. */
  until: z.iso.datetime().nullable(),
})
export type BuyerPickup = z.infer<typeof buyerPickup>
