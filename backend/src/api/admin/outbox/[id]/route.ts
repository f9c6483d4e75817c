import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { messageId } from "../../../../contracts/outbox"
import { parseRequest } from "../../../../lib/parse-request"
import { outboxOf } from "../../../../outbox/deliver"

/** Gives a parked message up. */
export async function DELETE(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await outboxOf(req.scope).discard(parseRequest(messageId, req.params["id"]))
  res.status(204).end()
}
