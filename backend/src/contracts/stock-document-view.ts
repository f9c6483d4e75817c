/** Documents of the stock ("phiếu kho") as they are listed and printed. */
import { z } from "zod"
import { day } from "./calendar"
import { vnd } from "./money"
import { lossBearer, lotOwnership } from "./stock"
import { attachmentView } from "./stock-attachment"

export const DOCUMENT_PAGE = 20
export const MAX_DOCUMENT_PAGE = 100

export const documentKind = z.enum([
  "receipt",
  "sale",
  "return",
  "transfer",
  "count",
  "adjustment",
  "disposal",
  "producer-return",
  "assembly",
  "disassembly",
  "correction",
  "transfer-draft",
  "transfer-edit",
  "transfer-send",
  "transfer-receive",
  "transfer-close",
  "transfer-cancel",
  "stocktake-start",
  "stocktake-count",
  "stocktake-approve",
  "stocktake-cancel",
])
export type DocumentKind = z.infer<typeof documentKind>

export const DOCUMENT_KIND_LABELS: Record<DocumentKind, string> = {
  receipt: "Phiếu nhập hàng",
  sale: "Phiếu xuất bán",
  return: "Phiếu khách trả lại",
  transfer: "Phiếu chuyển kho",
  count: "Phiếu kiểm kê",
  adjustment: "Phiếu điều chỉnh",
  disposal: "Phiếu xuất hủy",
  "producer-return": "Phiếu trả nhà sản xuất",
  assembly: "Phiếu đóng giỏ quà",
  disassembly: "Phiếu rã giỏ quà",
  correction: "Phiếu sửa dòng thẻ kho",
  "transfer-draft": "Lập phiếu chuyển",
  "transfer-edit": "Sửa phiếu chuyển",
  "transfer-send": "Gửi hàng chuyển",
  "transfer-receive": "Nhận hàng chuyển",
  "transfer-close": "Đóng phiếu chuyển",
  "transfer-cancel": "Hủy phiếu chuyển",
  "stocktake-start": "Mở đợt kiểm kê",
  "stocktake-count": "Ghi số đếm",
  "stocktake-approve": "Duyệt kiểm kê",
  "stocktake-cancel": "Hủy đợt kiểm kê",
}

const documentId = z.uuid("Mã phiếu phải là UUID.")

/** Days are those of Việt Nam on which the documents occurred, both ends included. */
export const documentQuery = z
  .strictObject({
    kind: documentKind.optional(),
    /** Documents that moved goods at the point, or were made there. */
    location_id: z.string().min(1).max(100).optional(),
    from: day.optional(),
    to: day.optional(),
    /** The `next` of the page before: documents older than that. */
    before: documentId.optional(),
    limit: z.coerce.number().int().min(1).max(MAX_DOCUMENT_PAGE).default(DOCUMENT_PAGE),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ["to"],
    message: "Ngày cuối sớm hơn ngày đầu.",
  })
export type DocumentQuery = z.output<typeof documentQuery>

/** The name is null where nobody knows it any more, and for what the system did itself. */
const named = z.object({ id: z.string(), name: z.string().nullable() })
export type Named = z.infer<typeof named>

export const documentHead = z.object({
  id: z.string(),
  kind: z.string(),
  /** What stands at the top of the paper. */
  title: z.string(),
  location: named.nullable(),
  /** The one that the document names, else those of the lots that it moved. */
  producers: z.array(named),
  note: z.string().nullable(),
  /** Who posted it, on which device. */
  actor: named.nullable(),
  device_id: z.string().nullable(),
  occurred_at: z.iso.datetime(),
  recorded_at: z.iso.datetime(),
  /** How many rows it wrote into the ledger. */
  rows: z.number().int(),
})
export type DocumentHead = z.infer<typeof documentHead>

/** A row of the ledger with what a printed form says of it. */
export const documentLine = z.object({
  entry_id: z.string(),
  /** Counted from 0, as the document was sent; null for the baskets themselves. */
  line: z.string().nullable(),
  kind: z.string(),
  location: named,
  item: z.object({
    id: z.string(),
    sku: z.string().nullable(),
    title: z.string().nullable(),
  }),
  lot: z
    .object({
      id: z.string(),
      code: z.string(),
      made_on: day.nullable(),
      best_before: day.nullable(),
      ownership: lotOwnership,
      producer: named.nullable(),
      agreed_price: vnd.nullable(),
      commission_bps: z.number().int().nullable(),
    })
    .nullable(),
  quantity: z.number().int(),
  on_hand_change: z.number().int(),
  reason: z.string().nullable(),
  /** Of the line alone; what is said of all of them is the document's note. */
  note: z.string().nullable(),
  borne_by: lossBearer.nullable(),
  corrects_id: z.string().nullable(),
})
export type DocumentLine = z.infer<typeof documentLine>

export const documentListResponse = z.object({
  documents: z.array(documentHead),
  next: z.string().nullable(),
})
export const documentResponse = z.object({
  document: documentHead.extend({
    lines: z.array(documentLine),
    attachments: z.array(attachmentView),
  }),
})
export type DocumentView = z.infer<typeof documentResponse>["document"]
