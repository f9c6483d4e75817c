/** What the admin's stock pages ask for and are answered; the documents are in stock.ts. */
import { z } from "zod"
import { vnd } from "./money"
import { itemCard, lotHolder, lotView, MAX_STOCK_QUANTITY } from "./stock"

export const CARD_PAGE = 50
export const MAX_CARD_PAGE = 100
export const LOT_PAGE = 50
export const MAX_LOT_PAGE = 200

/** Ids of ledger rows are counted. */
export const entryId = z.string().regex(/^\d{1,18}$/, "Mã dòng thẻ kho không hợp lệ.")

const id = z.string().min(1).max(100)
const page = (size: number, max: number) =>
  z.coerce.number().int().min(1).max(max).default(size)

export const cardQuery = z.object({
  location_id: id.optional(),
  lot_id: id.optional(),
  /** The `next` of the page before: rows older than that. */
  before: entryId.optional(),
  limit: page(CARD_PAGE, MAX_CARD_PAGE),
})

export const cardResponse = z.object({ card: itemCard })

const WRONG_COUNT = `Số lượng đúng phải là số nguyên từ 0 đến ${MAX_STOCK_QUANTITY.toLocaleString("vi-VN")}.`

/** A correction says what the row should have said; 0 takes it back entirely. */
export const correctionBody = z.strictObject({
  id: z.uuid("Mã phiếu phải là UUID."),
  quantity: z
    .number({ error: WRONG_COUNT })
    .int(WRONG_COUNT)
    .min(0, WRONG_COUNT)
    .max(MAX_STOCK_QUANTITY, WRONG_COUNT),
  note: z.string().trim().max(500).optional(),
})
export type Correction = z.output<typeof correctionBody> & { entry_id: string }

export const lotQuery = z.object({
  inventory_item_id: id.optional(),
  location_id: id.optional(),
  blocked: z
    .enum(["0", "1"])
    .transform((value) => value === "1")
    .optional(),
  limit: page(LOT_PAGE, MAX_LOT_PAGE),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

export const lotListResponse = z.object({
  lots: z.array(lotView),
  limit: z.number(),
  offset: z.number(),
})

export const lotResponse = z.object({ lot: lotView })

export const recallBody = z.strictObject({
  reason: z
    .string({ error: "Hãy nhập lý do thu hồi." })
    .trim()
    .min(1, "Hãy nhập lý do thu hồi.")
    .max(500, "Lý do dài quá 500 ký tự."),
})

/** A holder with the order that its line belongs to; null for a cart that is being paid. */
export const lotHolderView = lotHolder.extend({
  order: z
    .object({ id: z.string(), display_id: z.number(), code: z.string() })
    .nullable(),
})
export type LotHolderView = z.infer<typeof lotHolderView>

export const lotHoldersResponse = z.object({ holders: z.array(lotHolderView) })
export const recallResponse = lotResponse.extend(lotHoldersResponse.shape)

/** A component's part of the price of one basket. */
export const basketShare = z.object({
  inventory_item_id: z.string(),
  lot_id: z.string().nullable(),
  /** Pieces drawn for all baskets of the lot. */
  quantity: z.number().int(),
  unit_value: vnd,
  producer_id: z.string().nullable(),
  /** The producer, where the component was consigned. */
  owner_id: z.string().nullable(),
  amount: vnd,
})
export type BasketShare = z.infer<typeof basketShare>

export const sharesQuery = z.object({
  price: z.coerce
    .number({ error: "Giá phải là số đồng từ 0." })
    .int("Giá phải là số đồng từ 0.")
    .min(0, "Giá phải là số đồng từ 0."),
})
export const sharesResponse = z.object({ price: vnd, shares: z.array(basketShare) })
