import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { pathId } from "../../../../../lib/path-id"
import { attachmentContent } from "../../../../../lib/stock-attachments"

/** What an id stands for never changes; only those who are signed in may keep it. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { attachment, content } = await attachmentContent(req.scope, pathId(req))
  res
    .set({
      "content-type": attachment.type,
      "content-disposition": "inline",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
    })
    .send(content)
}
