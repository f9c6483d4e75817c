/** Attachments of stock documents: rows in the database, pictures in the file module's private folder. */
import { createHash } from "node:crypto"
import { type Readable } from "node:stream"
import { once } from "node:events"
import { type IFileModuleService, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  attachmentId,
  attachmentKind,
  type AttachmentKind,
  attachmentView,
  type AttachmentView,
} from "../contracts/stock-attachment"
import { notFound } from "./api-failure"
import { type Picture } from "./pictures"

const row = z.object({
  id: z.string(),
  kind: attachmentKind,
  type: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  created_at: z.date().transform((at) => at.toISOString()),
  file_key: z.string(),
})

/** Without where the file lies. */
const viewOf = (kept: z.output<typeof row>): AttachmentView => attachmentView.parse(kept)

const EXTENSIONS: Record<Picture["type"], string> = {
  "image/webp": "webp",
  "image/png": "png",
}

/** Whether the file module has what a row says that it has. */
export async function hasFile(files: IFileModuleService, key: string): Promise<boolean> {
  let stream: Readable | undefined
  try {
    stream = await files.getDownloadStream(key)
    await once(stream, "readable")
    return true
  } catch {
    return false
  } finally {
    stream?.destroy()
  }
}

/**
 * Keeps a picture once, however often it is sent; one whose file was lost is put in its place again.
 * @returns `isNew` false where it had been kept before.
 */
export async function keepAttachment(
  container: MedusaContainer,
  {
    kind,
    picture,
    actor,
  }: { kind: AttachmentKind; picture: Picture; actor: string | null },
): Promise<{ attachment: AttachmentView; isNew: boolean }> {
  const files = container.resolve(Modules.FILE)
  const { content, type, width, height } = picture
  const id = createHash("sha256").update(content).digest("hex")
  return container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .transaction(async (transaction) => {
      // Of two that send the same picture at once, the second finds it kept.
      await transaction.raw(
        "select pg_advisory_xact_lock(hashtext('stock-attachment'), hashtext(?))",
        [id],
      )
      const offered = { offered_at: transaction.raw("clock_timestamp()") }
      const before = z
        .array(row)
        .parse(
          await transaction("stock_attachment").where({ id }).update(offered, "*"),
        )[0]
      if (before && (await hasFile(files, before.file_key)))
        return { attachment: viewOf(before), isNew: false }
      const { id: file_key } = await files.createFiles({
        filename: `stock-${id}.${EXTENSIONS[type]}`,
        mimeType: type,
        content: content.toString("base64"),
        access: "private",
      })
      const said = { kind, type, bytes: content.length, width, height, file_key }
      const [kept] = z.tuple([row]).parse(
        await transaction("stock_attachment")
          .insert({ id, ...said, uploaded_by: actor })
          .onConflict("id")
          .merge({ file_key })
          .returning("*"),
      )
      return { attachment: viewOf(kept), isNew: !before }
    })
}

/** @throws ApiFailure 404 not_found */
export async function attachmentContent(
  container: MedusaContainer,
  id: string,
): Promise<{ attachment: AttachmentView; content: Buffer }> {
  const missing = () => notFound("Không có tệp đính kèm này.")
  if (!attachmentId.safeParse(id).success) throw missing()
  const found: unknown = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)("stock_attachment")
    .where({ id })
    .first()
  if (found === undefined) throw missing()
  const kept = row.parse(found)
  const files = container.resolve(Modules.FILE)
  if (!(await hasFile(files, kept.file_key))) throw missing()
  return { attachment: viewOf(kept), content: await files.getAsBuffer(kept.file_key) }
}

const forgotten = z.array(z.object({ file_key: z.string() }))
/** As many as one run deletes; the next one goes on. */
const BATCH = 500

/** Removes what was sent more than a day ago and that no document has named. @returns how many. */
export async function forgetAttachments(container: MedusaContainer): Promise<number> {
  // The rows first: a row without its file would be a difference, a file without a row is only waste.
  const result = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `delete from stock_attachment where id in (
       select a.id from stock_attachment a
        where a.offered_at < clock_timestamp() - interval '1 day'
          and not exists (select from stock_document_attachment named
            where named.attachment_id = a.id)
        order by a.offered_at limit ${BATCH} for update skip locked)
     returning file_key`,
  )
  const keys = forgotten.parse(result.rows).map(({ file_key }) => file_key)
  if (keys.length > 0) await container.resolve(Modules.FILE).deleteFiles(keys)
  return keys.length
}
