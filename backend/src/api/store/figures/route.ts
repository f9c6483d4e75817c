import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { day, dayInVietnam } from "../../../contracts/calendar"
import { type FiguresResponse } from "../../../contracts/figures"
import { figuresOn } from "../../../lib/figures"

/** `?on=2020-12-31`; today when left out or no day. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<FiguresResponse>,
): Promise<void> {
  const on = day.safeParse(req.query.on)
  res.json(await figuresOn(req.scope, on.success ? on.data : dayInVietnam()))
}
