/** I5 for pictures of documents: what a row names is there. Not for SQL alone to see. */
import { z } from "@medusajs/framework/zod"
import { type Query } from "./check"
import { type Sighting } from "./lasting"

const row = z.object({
  id: z.string(),
  file_key: z.string(),
  document: z.string().nullable(),
})

const PAGE = 1_000

/** What no document names is forgotten after a day (jobs/forget-attachments.ts), file and all. */
const pageAfter = (id: string) => `
  select a.id, a.file_key, named.document_id as document
    from stock_attachment a
    left join lateral (select document_id from stock_document_attachment
      where attachment_id = a.id order by document_id limit 1) named on true
   where a.id > '${id}'
     and (named.document_id is not null or a.offered_at > now() - interval '1 day')
   order by a.id limit ${PAGE}`

/** @param hasFile whether the file module has a file of this key. */
export async function attachmentSightings(
  query: Query,
  hasFile: (key: string) => Promise<boolean>,
): Promise<Sighting[]> {
  const missing: Sighting[] = []
  for (let last = ""; ;) {
    const rows = z.array(row).parse(await query(pageAfter(last)))
    for (const { id, file_key, document } of rows)
      if (!(await hasFile(file_key)))
        missing.push({
          ...{ invariant: "I5", kind: "attachment-file", certainty: "doubtful", size: 1 },
          subject: `stock_attachment ${id}`,
          message: "Tệp đính kèm của phiếu kho không còn trong thư mục riêng.",
          mend: `Lấy tệp ${file_key} từ bản sao lưu, đặt lại vào thư mục MEDIA_DIR-private; hoặc gửi lại đúng ảnh đó (POST /admin/stock/attachments).`,
          details: { attachment: id, file: file_key, document },
        })
    const end = rows.at(-1)
    if (rows.length < PAGE || !end) return missing
    last = end.id
  }
}
