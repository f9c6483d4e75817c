import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type parkedMessagesResponse } from "../../../contracts/outbox"
import { outboxOf } from "../../../outbox/deliver"
import { labelOf } from "../../../outbox/handlers"

/** What nobody could deliver and a person must look at. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof parkedMessagesResponse>>,
): Promise<void> {
  const parked = await outboxOf(req.scope).listParked()
  res.json({
    messages: parked.map(({ last_error, ...message }) => ({
      ...message,
      label: labelOf(message.topic),
      error: last_error,
    })),
  })
}
