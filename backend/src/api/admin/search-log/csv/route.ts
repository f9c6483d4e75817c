import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { dayInVietnam } from "../../../../contracts/calendar"
import { searchExportQuery } from "../../../../contracts/search-log"
import { parseRequest } from "../../../../lib/parse-request"
import { searchLogCsv } from "../../../../lib/search-log-csv"
import { searchLogOf } from "../../../../lib/search-log-service"

/** More than anyone reads. */
const MAX_ROWS = 10_000

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const choice = parseRequest(searchExportQuery, req.query)
  const page = { limit: MAX_ROWS, offset: 0 }
  const rows = await searchLogOf(req.scope).list(choice, page)
  const name = `tim-kiem-${choice.kind}-${choice.days}-ngay-${dayInVietnam()}.csv`
  res
    .set("Content-Type", "text/csv; charset=utf-8")
    .set("Content-Disposition", `attachment; filename="${name}"`)
    .set("Cache-Control", "no-store")
    .send(searchLogCsv(rows))
}
