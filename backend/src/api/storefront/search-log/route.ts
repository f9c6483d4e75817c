import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { dayInVietnam, plusDays } from "../../../contracts/calendar"
import { type searchLogAnswer, searchLogBatch } from "../../../contracts/search-log"
import { ApiFailure, notFound } from "../../../lib/api-failure"
import { parseRequest } from "../../../lib/parse-request"
import { searchLogOf } from "../../../lib/search-log-service"
import { isStorefront, STOREFRONT_SECRET_HEADER } from "../../../lib/storefront-secret"

/** Takes what the storefront counted; to anyone else the address does not exist. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof searchLogAnswer>>,
): Promise<void> {
  if (!isStorefront(req.headers[STOREFRONT_SECRET_HEADER]))
    throw notFound("Không tìm thấy.")
  const batch = parseRequest(searchLogBatch, req.body)
  // A clock a little ahead, and a batch of before midnight; ids are not remembered for longer.
  const today = dayInVietnam()
  const [first, last] = [plusDays(today, -1), plusDays(today, 1)]
  if (batch.counts.some(({ day }) => day < first || day > last))
    throw new ApiFailure(
      422,
      "day_out_of_range",
      "Chỉ nhận số đếm của hôm nay và hôm qua.",
    )
  res.json({ counted: await searchLogOf(req.scope).count(batch) })
}
