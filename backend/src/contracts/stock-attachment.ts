/**
 * Pictures that go with documents of the stock: photos ("ảnh", e.g. of a delivery note or of what is
 * broken) and signatures ("chữ ký"). They are sent first, and then named by the document.
 */
import { z } from "zod"

export const MAX_UPLOAD_BYTES = 8 * 1024 * 1024
/** Of one document. */
export const MAX_ATTACHMENTS = 6

export const attachmentKind = z.enum(["photo", "signature"])
export type AttachmentKind = z.infer<typeof attachmentKind>

export const ATTACHMENT_KIND_LABELS: Record<AttachmentKind, string> = {
  photo: "Ảnh",
  signature: "Chữ ký",
}

/** The SHA-256 of what is kept: the same picture twice is one. */
export const attachmentId = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "Mã tệp đính kèm không hợp lệ.")

export const attachmentIds = z
  .array(attachmentId)
  .max(MAX_ATTACHMENTS, `Một phiếu có nhiều nhất ${MAX_ATTACHMENTS} tệp đính kèm.`)
  .refine((ids) => new Set(ids).size === ids.length, "Một tệp đính kèm được nêu hai lần.")

const MAX_PATH_LENGTH = 100_000
const side = z.coerce
  .number({ error: "Kích thước khung ký không hợp lệ." })
  .int("Kích thước khung ký không hợp lệ.")
  .min(1, "Kích thước khung ký không hợp lệ.")
  .max(4_000, "Kích thước khung ký không hợp lệ.")

/** The fields beside the file. A signature may come as what a pen drew, in the place of a file. */
export const attachmentForm = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("photo") }),
  z
    .strictObject({
      kind: z.literal("signature"),
      /** The path data of SVG, in a frame of `width` × `height`. */
      path: z
        .string()
        .max(MAX_PATH_LENGTH, "Chữ ký quá dài.")
        .regex(/^[Mm][MmLlHhVvQqCcSsTtZz\d\s,.+-]*$/, "Nét ký không hợp lệ.")
        .optional(),
      width: side.optional(),
      height: side.optional(),
    })
    .refine(
      ({ path, width, height }) =>
        (path === undefined) === (width === undefined) &&
        (path === undefined) === (height === undefined),
      { path: ["path"], message: "Nét ký phải có kích thước khung ký." },
    ),
])
export type AttachmentForm = z.output<typeof attachmentForm>

export const attachmentView = z.object({
  id: attachmentId,
  kind: attachmentKind,
  /** The type of the picture as it is kept; its address is /admin/stock/attachments/:id. */
  type: z.string(),
  bytes: z.number().int().positive(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  created_at: z.iso.datetime(),
})
export type AttachmentView = z.infer<typeof attachmentView>

export const attachmentResponse = z.object({ attachment: attachmentView })
