/** Alerts of the stock ("cảnh báo kho") and the minimums ("mức tối thiểu") that they go by. */
import { z } from "zod"
import { day } from "./calendar"
import { MAX_STOCK_QUANTITY, STOCK_ENTRY_KIND_LABELS, stockEntryKind } from "./stock"

export const ALERT_PAGE = 50
export const MAX_ALERT_PAGE = 100
export const MINIMUM_PAGE = 50
export const MAX_MINIMUM_PAGE = 200

/** What leaves in a day is told by the sales of so many whole days before today. */
export const SALES_DAYS = 30
export const MAX_COVER_DAYS = 365

export const alertKind = z.enum(["low-stock", "near-expiry"])
export type AlertKind = z.infer<typeof alertKind>

export const ALERT_KIND_LABELS: Record<AlertKind, string> = {
  "low-stock": "Sắp hết hàng",
  "near-expiry": "Gần hạn sử dụng",
}

/** A lot alerts anew when it has so many days left; 0: it is not sold any more. */
export const EXPIRY_STAGES = [0, 7, 14, 30] as const
export const FIRST_EXPIRY_STAGE = 30

const id = z.string().min(1).max(100)
const page = (size: number, max: number) =>
  z.coerce.number().int().min(1).max(max).default(size)
const offset = z.coerce.number().int().min(0).max(1_000_000).default(0)

const PIECES = `Mức tối thiểu phải là số nguyên từ 1 đến ${MAX_STOCK_QUANTITY.toLocaleString("vi-VN")}.`
const DAYS = `Số ngày bán phải là số nguyên từ 1 đến ${MAX_COVER_DAYS}.`

const wholeNumber = (max: number, message: string) =>
  z.number({ error: message }).int(message).min(1, message).max(max, message)

/** Both null: the item has no minimum at the point. */
export const minimumBody = z.strictObject({
  inventory_item_id: z.string({ error: "Hãy chọn mặt hàng." }).min(1).max(100),
  location_id: z.string({ error: "Hãy chọn điểm." }).min(1).max(100),
  minimum: wholeNumber(MAX_STOCK_QUANTITY, PIECES).nullable(),
  /** There should be as much as is sold in so many days. */
  cover_days: wholeNumber(MAX_COVER_DAYS, DAYS).nullable(),
})
export type MinimumBody = z.output<typeof minimumBody>

export const minimumQuery = z.object({
  inventory_item_id: id.optional(),
  location_id: id.optional(),
  limit: page(MINIMUM_PAGE, MAX_MINIMUM_PAGE),
  offset,
})
export type MinimumQuery = z.output<typeof minimumQuery>

const itemAtPoint = {
  inventory_item_id: z.string(),
  sku: z.string().nullable(),
  /** Product and variant. */
  title: z.string(),
  location_id: z.string(),
  point_name: z.string(),
}

export const minimumView = z.object({
  ...itemAtPoint,
  minimum: z.number().int().nullable(),
  cover_days: z.number().int().nullable(),
  /** Pieces sold at the point in the 30 days before today. */
  sold: z.number().int(),
  /** Pieces that ought to be there: the minimum or what covers the days, whichever is more. */
  needed: z.number().int(),
  /** Pieces that could be sold now. */
  free: z.number().int(),
})
export type MinimumView = z.infer<typeof minimumView>

export const minimumListResponse = z.object({
  minimums: z.array(minimumView),
  count: z.number(),
  limit: z.number(),
  offset: z.number(),
})
/** Null: there is none any more. */
export const minimumResponse = z.object({ minimum: minimumView.nullable() })

export const alertQuery = z.object({
  state: z.enum(["open", "closed"]).default("open"),
  location_id: id.optional(),
  kind: alertKind.optional(),
  limit: page(ALERT_PAGE, MAX_ALERT_PAGE),
  offset,
})
export type AlertQuery = z.output<typeof alertQuery>

/** Pieces that another point could give away. */
export const transferSuggestion = z.object({
  location_id: z.string(),
  point_name: z.string(),
  distance_km: z.number().int().nullable(),
  /** What the point has above its own need. */
  surplus: z.number().int(),
  /** What of it is missing here. */
  pieces: z.number().int(),
})
export type TransferSuggestion = z.infer<typeof transferSuggestion>

const alert = {
  ...itemAtPoint,
  id: z.string(),
  /** Since when; a later stage of expiry begins anew. */
  changed_at: z.iso.datetime(),
  /** No digest has told of it yet. */
  is_new: z.boolean(),
}

export const lowStockAlert = z.object({
  ...alert,
  kind: z.literal("low-stock"),
  /** Pieces that could be sold now. */
  pieces: z.number().int(),
  minimum: z.number().int().nullable(),
  cover_days: z.number().int().nullable(),
  needed: z.number().int(),
  suggestions: z.array(transferSuggestion),
})

export const nearExpiryAlert = z.object({
  ...alert,
  kind: z.literal("near-expiry"),
  stage: z.literal(EXPIRY_STAGES),
  lot_id: z.string(),
  lot_code: z.string(),
  best_before: day,
  /** Days on which the lot may still be sold; 0 or less: none. */
  days_left: z.number().int(),
  /** Pieces on hand. */
  pieces: z.number().int(),
})

export const stockAlert = z.discriminatedUnion("kind", [lowStockAlert, nearExpiryAlert])
export type StockAlert = z.infer<typeof stockAlert>
export type LowStockAlert = z.infer<typeof lowStockAlert>
export type NearExpiryAlert = z.infer<typeof nearExpiryAlert>

/** The most urgent first. */
export const alertListResponse = z.object({
  alerts: z.array(stockAlert),
  count: z.number(),
  limit: z.number(),
  offset: z.number(),
})

/** What ended an alert: a row of the ledger of this kind, or something else. */
export const alertClosedBy = z.enum([
  ...stockEntryKind.options,
  "minimum",
  "day",
  "other",
])
export type AlertClosedBy = z.infer<typeof alertClosedBy>

export const ALERT_CLOSED_BY_LABELS: Record<AlertClosedBy, string> = {
  ...STOCK_ENTRY_KIND_LABELS,
  minimum: "Đổi mức tối thiểu",
  day: "Tính lại khi sang ngày mới",
  other: "Thay đổi khác",
}

/** An alert that has recovered. */
export const closedAlert = z.object({
  ...itemAtPoint,
  id: z.string(),
  kind: alertKind,
  stage: z.literal(EXPIRY_STAGES).nullable(),
  lot_id: z.string().nullable(),
  lot_code: z.string().nullable(),
  best_before: day.nullable(),
  opened_at: z.iso.datetime(),
  closed_at: z.iso.datetime(),
  closed_by_kind: alertClosedBy,
})
export type ClosedAlert = z.infer<typeof closedAlert>

/** The newest first. */
export const closedAlertListResponse = z.object({
  alerts: z.array(closedAlert),
  count: z.number(),
  limit: z.number(),
  offset: z.number(),
})

/** Open alerts of one point. */
export const alertCounts = z.object({
  location_id: z.string(),
  point_name: z.string(),
  low_stock: z.number().int(),
  near_expiry: z.number().int(),
  expired: z.number().int(),
  /** Of all these, those that no digest has told of. */
  new: z.number().int(),
})
export type AlertCounts = z.infer<typeof alertCounts>

/** Points with alerts, for a badge. */
export const alertCountsResponse = z.object({ points: z.array(alertCounts) })
