import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { day, dayInVietnam } from "../../../contracts/calendar"
import { type FiguresResponse } from "../../../contracts/figures"
import { figuresOn } from "../../../lib/figures"
import { parseRequest } from "../../../lib/parse-request"

const query = z.object({ on: day.optional() })

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<FiguresResponse>,
): Promise<void> {
  const { on } = parseRequest(query, req.query)
  res.json(await figuresOn(req.scope, on ?? dayInVietnam()))
}
