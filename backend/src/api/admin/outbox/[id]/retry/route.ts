import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { messageId } from "../../../../../contracts/outbox"
import { parseRequest } from "../../../../../lib/parse-request"
import { outboxOf } from "../../../../../outbox/deliver"

/** Has a parked message delivered anew, with all its tries. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await outboxOf(req.scope).retry(parseRequest(messageId, req.params["id"]))
  res.status(204).end()
}
