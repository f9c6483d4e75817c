/**
 * Stocktakes ("kiểm kê") while selling goes on. A count is compared with what the books expected at
 * the moment of that count, so that a sale in between makes no difference. Several devices count
 * together; who counts does not see what is expected ("blind"), until it is approved or cancelled.
 */
import { z } from "zod"
import { MAX_DOCUMENT_LINES, MAX_STOCK_QUANTITY } from "./stock"

export const stocktakeStatus = z.enum(["counting", "approved", "cancelled"])
export type StocktakeStatus = z.infer<typeof stocktakeStatus>

export const STOCKTAKE_STATUS_LABELS: Record<StocktakeStatus, string> = {
  counting: "Đang đếm",
  approved: "Đã duyệt",
  cancelled: "Đã hủy",
}

const commandId = z.uuid("Mã lệnh phải là UUID.")
const id = z.string().min(1).max(100)
const note = z.string().trim().max(500).optional()

/** Its id is the stocktake's. */
export const startStocktake = z.strictObject({
  id: commandId,
  location_id: id,
  blind: z.boolean().default(true),
  /** Only these goods; left out: all that lie at the point. */
  inventory_item_ids: z.array(id).min(1).max(5_000).optional(),
  /** By the device, where it was begun offline; left out: now. */
  started_at: z.iso.datetime({ offset: true }).optional(),
  note,
})
export type StartStocktake = z.output<typeof startStocktake>

const WRONG_COUNT = "Số đếm phải là số nguyên từ 0."

/** What one device has seen: "add" counts on (a scan is one), "set" begins its count of the lot anew. */
export const recordCounts = z.strictObject({
  id: commandId,
  /** When it was counted, by the device; left out: now. A count made offline is sent later. */
  counted_at: z.iso.datetime({ offset: true }).optional(),
  lines: z
    .array(
      z.strictObject({
        inventory_item_id: id,
        /** Null: goods without a lot. */
        lot_id: id.nullable(),
        mode: z.enum(["add", "set"]),
        quantity: z
          .number({ error: WRONG_COUNT })
          .int(WRONG_COUNT)
          .min(0, WRONG_COUNT)
          .max(MAX_STOCK_QUANTITY, WRONG_COUNT),
      }),
    )
    .min(1, "Phiếu chưa có dòng nào.")
    .max(MAX_DOCUMENT_LINES),
})
export type RecordCounts = z.output<typeof recordCounts>

export const endStocktake = z.strictObject({ id: commandId, note })
export type EndStocktake = z.output<typeof endStocktake>

const pieces = z.number().int()

const goods = {
  inventory_item_id: z.string(),
  sku: z.string().nullable(),
  title: z.string().nullable(),
  lot_id: z.string().nullable(),
  lot_code: z.string().nullable(),
  best_before: z.string().nullable(),
}

export const stocktakeCount = z.object({
  ...goods,
  counted: pieces,
  /** How many devices have counted it. */
  devices: pieces,
  first_counted_at: z.iso.datetime(),
  /** The moment that the count holds for. */
  counted_at: z.iso.datetime(),
})
export type StocktakeCount = z.infer<typeof stocktakeCount>

export const stocktakeView = z.object({
  id: z.string(),
  location_id: z.string(),
  status: stocktakeStatus,
  blind: z.boolean(),
  inventory_item_ids: z.array(z.string()).nullable(),
  note: z.string().nullable(),
  started_by: z.string().nullable(),
  started_at: z.iso.datetime(),
  ended_by: z.string().nullable(),
  ended_at: z.iso.datetime().nullable(),
})
export type StocktakeView = z.infer<typeof stocktakeView>

/** What has been counted so far; never what is expected. */
export const stocktakeResponse = z.object({
  stocktake: stocktakeView.extend({ counts: z.array(stocktakeCount) }),
})

export const stocktakeVariance = stocktakeCount.extend({
  /** What the books said at the moment of the count. */
  expected: pieces,
  /** counted − expected: what an approval books. */
  variance: pieces,
  /** Goods moved between the first and the last count of the lot: better counted again. */
  moved_meanwhile: z.boolean(),
})
export type StocktakeVariance = z.infer<typeof stocktakeVariance>

/** For whoever approves. */
export const stocktakeVariancesResponse = z.object({
  stocktake: stocktakeView,
  variances: z.array(stocktakeVariance),
  /** In scope and on the books, but not counted: left as it is, never set to nothing. */
  uncounted: z.array(z.object({ ...goods, on_hand: pieces })),
})
export type StocktakeVariances = z.infer<typeof stocktakeVariancesResponse>

export const STOCKTAKE_PAGE = 50
export const stocktakeQuery = z.object({
  location_id: id.optional(),
  status: stocktakeStatus.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(STOCKTAKE_PAGE),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export const stocktakeListResponse = z.object({
  stocktakes: z.array(stocktakeView),
  limit: z.number(),
  offset: z.number(),
})
