import {
  type AuthenticatedMedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import {
  attachmentForm,
  type attachmentResponse,
} from "../../../../contracts/stock-attachment"
import { parseRequest } from "../../../../lib/parse-request"
import { pictureOf } from "../../../../lib/pictures"
import { keepAttachment } from "../../../../lib/stock-attachments"

/** 201 for a new picture, 200 for one that is kept already. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<z.output<typeof attachmentResponse>>,
): Promise<void> {
  const form = parseRequest(attachmentForm, req.body)
  const picture = await pictureOf(form, req.file?.buffer)
  const { attachment, isNew } = await keepAttachment(req.scope, {
    ...{ kind: form.kind, picture },
    actor: req.auth_context.actor_id,
  })
  res.status(isNew ? 201 : 200).json({ attachment })
}
