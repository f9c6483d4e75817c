/**
 * Stock ("kho"): the ledger ("thẻ kho"), lots ("lô hàng") and what may be posted. Quantities are
 * whole pieces; money is VND; a commission is in basis points (2.000 = 20 %).
 */
import { z } from "zod"
import { day } from "./calendar"
import { vnd } from "./money"
import { attachmentIds } from "./stock-attachment"

export const MAX_STOCK_QUANTITY = 1_000_000
export const MAX_DOCUMENT_LINES = 500

/** Why a row stands in the ledger. */
export const stockEntryKind = z.enum([
  "receipt",
  "sale",
  "reservation",
  "reservation-release",
  "transfer-out",
  "transfer-in",
  "count",
  "adjustment",
  "return",
  "disposal",
  "producer-return",
  "assembly",
  "disassembly",
])
export type StockEntryKind = z.infer<typeof stockEntryKind>

export const STOCK_ENTRY_KIND_LABELS: Record<StockEntryKind, string> = {
  receipt: "Nhập hàng",
  sale: "Xuất bán",
  reservation: "Giữ chỗ",
  "reservation-release": "Bỏ giữ chỗ",
  "transfer-out": "Chuyển đi",
  "transfer-in": "Chuyển đến",
  count: "Kiểm kê",
  adjustment: "Điều chỉnh",
  return: "Khách trả lại",
  disposal: "Xuất hủy",
  "producer-return": "Trả nhà sản xuất",
  assembly: "Đóng giỏ quà",
  disassembly: "Rã giỏ quà",
}

/** Reasons that a person may give for an adjustment (feature 15 of the counter). */
export const adjustmentReason = z.enum([
  "damaged",
  "expired",
  "lost",
  "sample",
  "gift",
  "miscounted",
  "other",
])
export type AdjustmentReason = z.infer<typeof adjustmentReason>

export const ADJUSTMENT_REASON_LABELS: Record<AdjustmentReason, string> = {
  damaged: "Hỏng",
  expired: "Hết hạn",
  lost: "Mất",
  sample: "Dùng thử, trưng bày",
  gift: "Biếu tặng",
  miscounted: "Sai lệch",
  other: "Khác",
}

/** Who bears the loss of consigned goods. */
export const lossBearer = z.enum(["point", "producer"])
export type LossBearer = z.infer<typeof lossBearer>

export const LOSS_BEARER_LABELS: Record<LossBearer, string> = {
  point: "Điểm bán chịu",
  producer: "Chủ thể chịu",
}

/** Reasons that only the system writes. */
export const SYSTEM_REASON_LABELS = {
  opening: "Số dư đầu kỳ",
  "admin-edit": "Sửa số tồn trong trang quản trị",
  correction: "Sửa dòng ghi sai",
  unshelved: "Ngừng để hàng tại điểm",
} as const

export const lotOwnership = z.enum(["owned", "consigned"])

export const LOT_OWNERSHIP_LABELS: Record<z.infer<typeof lotOwnership>, string> = {
  owned: "Hàng mua",
  consigned: "Hàng ký gửi",
}

/** A lot as it is written on a receipt. */
export const newLot = z
  .strictObject({
    code: z.string().trim().min(1, "Hãy nhập mã lô.").max(60, "Mã lô dài quá 60 ký tự."),
    /** Ngày sản xuất (NSX). */
    made_on: day.nullish(),
    /** Hạn sử dụng (HSD): the lot is not sold on this day any more. */
    best_before: day.nullish(),
    producer_id: z.string().min(1).nullish(),
    ownership: lotOwnership.default("owned"),
    /** What the producer is owed for a piece. */
    agreed_price: vnd.nullish(),
    commission_bps: z.number().int().min(0).max(10_000).nullish(),
  })
  .refine(
    ({ made_on, best_before }) => !made_on || !best_before || best_before >= made_on,
    { path: ["best_before"], message: "Hạn sử dụng sớm hơn ngày sản xuất." },
  )
  .refine(({ ownership, producer_id }) => ownership === "owned" || Boolean(producer_id), {
    path: ["producer_id"],
    message: "Hàng ký gửi phải ghi chủ thể.",
  })
export type NewLot = z.output<typeof newLot>

const QUANTITY_MESSAGE = `Số lượng phải là số nguyên từ 1 đến ${MAX_STOCK_QUANTITY.toLocaleString("vi-VN")}.`
const quantity = z
  .number({ error: QUANTITY_MESSAGE })
  .int(QUANTITY_MESSAGE)
  .min(1, QUANTITY_MESSAGE)
  .max(MAX_STOCK_QUANTITY, QUANTITY_MESSAGE)

const line = { inventory_item_id: z.string().min(1), quantity }
const lineNote = z.string().trim().max(500, "Ghi chú dài quá 500 ký tự.").optional()

/** Null: goods without a lot. Left out: the lot that expires first. */
const lotOut = { lot_id: z.string().min(1).nullable().optional() }
const lines = <Line extends z.ZodType>(of: Line) =>
  z.array(of).min(1, "Phiếu chưa có dòng nào.").max(MAX_DOCUMENT_LINES)

const head = {
  /** Made by the client (UUID): the same document sent again is posted once. */
  id: z.uuid("Mã phiếu phải là UUID."),
  location_id: z.string().min(1),
  occurred_at: z.iso.datetime({ offset: true }).optional(),
  note: z.string().trim().max(500).optional(),
}

/** Photos and signatures that were sent before: see stock-attachment.ts. */
const attachments = attachmentIds.optional()

export const receiptDocument = z.strictObject({
  ...head,
  attachments,
  kind: z.literal("receipt"),
  lines: lines(
    z.strictObject({
      ...line,
      lot: newLot.nullish(),
      /** Why goods are taken in that last less long than the item's minimum. */
      short_life_reason: z
        .string()
        .trim()
        .min(1, "Hãy nhập lý do nhận hàng cận hạn.")
        .max(500, "Lý do dài quá 500 ký tự.")
        .optional(),
    }),
  ),
})
export const saleDocument = z.strictObject({
  ...head,
  kind: z.literal("sale"),
  lines: lines(z.strictObject({ ...line, ...lotOut })),
})
export const returnDocument = z.strictObject({
  ...head,
  kind: z.literal("return"),
  lines: lines(z.strictObject({ ...line, lot_id: z.string().min(1).nullable() })),
})
/** Goods that arrive the same moment; one in-transit at a time is the warehouse's business. */
export const transferDocument = z.strictObject({
  ...head,
  kind: z.literal("transfer"),
  to_location_id: z.string().min(1),
  lines: lines(z.strictObject({ ...line, ...lotOut })),
})
/** What was counted of one lot; the difference to the books is posted. */
export const countDocument = z.strictObject({
  ...head,
  kind: z.literal("count"),
  lines: lines(
    z.strictObject({
      inventory_item_id: z.string().min(1),
      lot_id: z.string().min(1).nullable(),
      counted: z
        .number({ error: "Số đếm phải là số nguyên từ 0." })
        .int("Số đếm phải là số nguyên từ 0.")
        .min(0, "Số đếm phải là số nguyên từ 0.")
        .max(MAX_STOCK_QUANTITY),
    }),
  ),
})
/** What an adjustment and a disposal say of each line beside its pieces. */
const cause = {
  reason: adjustmentReason,
  note: lineNote,
  /** Of consigned goods that are lost; the point where it is left out. */
  borne_by: lossBearer.optional(),
}

/** The reason "other" says nothing: it needs words, the line's own or the document's. */
function assertExplained(
  document: {
    note?: string
    lines: readonly { reason: AdjustmentReason; note?: string }[]
  },
  context: z.RefinementCtx,
): void {
  document.lines.forEach(({ reason, note }, index) => {
    if (reason === "other" && !note && !document.note)
      context.addIssue({
        code: "custom",
        path: ["lines", index, "note"],
        message: "Lý do «Khác» phải ghi rõ trong ghi chú.",
      })
  })
}

export const adjustmentDocument = z
  .strictObject({
    ...head,
    attachments,
    kind: z.literal("adjustment"),
    lines: lines(
      z
        .strictObject({
          ...line,
          ...lotOut,
          direction: z.enum(["in", "out"]),
          ...cause,
        })
        .refine(({ direction, borne_by }) => direction === "out" || !borne_by, {
          path: ["borne_by"],
          message: "Hàng thêm vào thì không có ai chịu tổn thất.",
        }),
    ),
  })
  .superRefine(assertExplained)
export const disposalDocument = z
  .strictObject({
    ...head,
    attachments,
    kind: z.literal("disposal"),
    lines: lines(
      z.strictObject({ ...line, lot_id: z.string().min(1).nullable(), ...cause }),
    ),
  })
  .superRefine(assertExplained)
/** Goods go back to the producer whose lots they are. */
export const producerReturnDocument = z.strictObject({
  ...head,
  kind: z.literal("producer-return"),
  producer_id: z.string({ error: "Hãy chọn chủ thể nhận lại hàng." }).min(1),
  lines: lines(z.strictObject({ ...line, lot_id: z.string().min(1).nullable() })),
})
/** Baskets made of goods at the same point; each component as many pieces as one basket takes. */
export const assemblyDocument = z.strictObject({
  ...head,
  kind: z.literal("assembly"),
  inventory_item_id: z.string().min(1),
  quantity,
  lot_code: z.string().trim().min(1).max(60),
  components: lines(
    z.strictObject({
      ...line,
      ...lotOut,
      /** What a piece is worth in the basket: the price of the basket is shared by it. */
      unit_value: vnd,
    }),
  ),
})

/** Baskets of one lot taken apart ("rã giỏ"): their components come back to the lots they are of. */
export const disassemblyDocument = z.strictObject({
  ...head,
  kind: z.literal("disassembly"),
  inventory_item_id: z.string().min(1),
  lot_id: z.string({ error: "Hãy chọn lô giỏ quà." }).min(1),
  quantity,
})

export const stockDocument = z.discriminatedUnion("kind", [
  receiptDocument,
  saleDocument,
  returnDocument,
  transferDocument,
  countDocument,
  adjustmentDocument,
  disposalDocument,
  producerReturnDocument,
  assemblyDocument,
  disassemblyDocument,
])
export type StockDocument = z.output<typeof stockDocument>

/** One row of the ledger. */
export const stockEntry = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  location_id: z.string(),
  lot_id: z.string().nullable(),
  lot_code: z.string().nullable(),
  best_before: day.nullable(),
  kind: stockEntryKind,
  quantity: z.number().int().positive(),
  on_hand_change: z.number().int(),
  reserved_change: z.number().int(),
  reservation_id: z.string().nullable(),
  document_type: z.string(),
  document_id: z.string(),
  document_line: z.string().nullable(),
  owner_id: z.string().nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  /** Of a loss of consigned goods. */
  borne_by: lossBearer.nullable(),
  actor_id: z.string().nullable(),
  device_id: z.string().nullable(),
  corrects_id: z.string().nullable(),
  occurred_at: z.iso.datetime(),
  recorded_at: z.iso.datetime(),
})
export type StockEntry = z.infer<typeof stockEntry>

export const stockDocumentResponse = z.object({
  document: z.object({
    id: z.string(),
    kind: z.string(),
    /** True when the document had been posted before and nothing was posted now. */
    replayed: z.boolean(),
    entries: z.array(stockEntry),
  }),
})

/** A row of an item card with what was on hand and reserved once it had been posted. */
export const itemCardRow = stockEntry.extend({
  on_hand: z.number().int(),
  reserved: z.number().int(),
})

/** Newest rows first. `next` is the cursor of the older ones. */
export const itemCard = z.object({
  item: z.object({
    id: z.string(),
    sku: z.string().nullable(),
    title: z.string().nullable(),
  }),
  on_hand: z.number().int(),
  reserved: z.number().int(),
  /** What could be sold now: neither reserved nor expired nor recalled. */
  available: z.number().int(),
  rows: z.array(itemCardRow),
  next: z.string().nullable(),
})
export type ItemCard = z.infer<typeof itemCard>

export const lotView = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  code: z.string(),
  made_on: day.nullable(),
  best_before: day.nullable(),
  producer_id: z.string().nullable(),
  ownership: lotOwnership,
  agreed_price: vnd.nullable(),
  commission_bps: z.number().int().nullable(),
  recalled_at: z.iso.datetime().nullable(),
  recall_reason: z.string().nullable(),
  /** Sold on no day from now on, unless a recall is lifted. */
  blocked: z.boolean(),
  balances: z.array(
    z.object({
      location_id: z.string(),
      on_hand: z.number().int(),
      reserved: z.number().int(),
    }),
  ),
  /** What baskets of this lot were made of. */
  components: z.array(
    z.object({
      inventory_item_id: z.string(),
      lot_id: z.string().nullable(),
      /** Pieces drawn for all baskets of the lot. */
      quantity: z.number().int(),
      /** Of these, pieces that baskets taken apart gave back. */
      returned: z.number().int(),
      unit_value: vnd,
    }),
  ),
})
export type LotView = z.infer<typeof lotView>

/** Whose reservation holds pieces of a lot, or of baskets that it is in. */
export const lotHolder = z.object({
  reservation_id: z.string(),
  /** The lot itself, or the baskets' lot. */
  lot_id: z.string(),
  location_id: z.string(),
  line_item_id: z.string().nullable(),
  cart_id: z.string().nullable(),
  quantity: z.number().int(),
})
export type LotHolder = z.infer<typeof lotHolder>
