import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { receiveNotice } from "../../../../lib/payment-notices"

/**
 * In place of the framework's own route, which acknowledges a notice first and keeps it for five
 * seconds in memory: a crash would lose money that the bank will not tell of again.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await receiveNotice(req)
  res.sendStatus(200)
}
