/** Pictures that a document names; they were sent before it. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import {
  attachmentKind,
  type AttachmentKind,
  type AttachmentView,
  attachmentView,
} from "../../../contracts/stock-attachment"
import { unknownAttachment } from "./refusals"

const known = z.array(z.object({ id: z.string(), kind: attachmentKind }))

/**
 * Writes down which ones the document names; from then on they stay.
 * @returns their kinds.
 * @throws ApiFailure 422 unknown_attachment naming the first that was not sent.
 */
export async function attach(
  transaction: Knex.Transaction,
  documentId: string,
  ids: readonly string[],
): Promise<AttachmentKind[]> {
  if (ids.length === 0) return []
  const found = known.parse(
    await transaction("stock_attachment")
      .select("id", "kind")
      .whereIn("id", [...ids])
      .orderBy("id")
      .forKeyShare(),
  )
  const place = ids.findIndex((id) => !found.some((each) => each.id === id))
  const missing = ids[place]
  if (missing !== undefined) throw unknownAttachment(place, missing)
  await transaction("stock_document_attachment").insert(
    ids.map((attachment_id, index) => ({
      document_id: documentId,
      place: index,
      attachment_id,
    })),
  )
  return found.map(({ kind }) => kind)
}

const kept = attachmentView.extend({
  created_at: z.date().transform((at) => at.toISOString()),
})

/** In the order in which the document named them. */
export async function attachmentsOf(
  connection: Knex,
  documentId: string,
): Promise<AttachmentView[]> {
  const found: unknown = await connection("stock_document_attachment as named")
    .join("stock_attachment as a", "a.id", "named.attachment_id")
    .where("named.document_id", documentId)
    .orderBy("named.place")
    .select("a.id", "a.kind", "a.type", "a.bytes", "a.width", "a.height", "a.created_at")
  return z.array(kept).parse(found)
}
