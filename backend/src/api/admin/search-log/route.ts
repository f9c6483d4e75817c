import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { searchLogQuery, type SearchLogResponse } from "../../../contracts/search-log"
import { env } from "../../../lib/env"
import { parseRequest } from "../../../lib/parse-request"
import { searchLogOf } from "../../../lib/search-log-service"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<SearchLogResponse>,
): Promise<void> {
  const { limit, offset, ...choice } = parseRequest(searchLogQuery, req.query)
  const log = searchLogOf(req.scope)
  const [searches, count] = await Promise.all([
    log.list(choice, { limit, offset }),
    log.total(choice),
  ])
  res.json({ searches, count, limit, offset, store_url: env.STORE_URL })
}
