import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type z } from "@medusajs/framework/zod"
import { refundTaskId, type refundTaskResponse } from "../../../../../../contracts/pickup"
import { parseRequest } from "../../../../../../lib/parse-request"
import { pathId } from "../../../../../../lib/path-id"
import { finishRefundTask } from "../../../../../../lib/refund-tasks"
import { stockContext } from "../../../../../../modules/inventory/context"

/** The money was given back. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof refundTaskResponse>>,
): Promise<void> {
  const connection = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const id = parseRequest(refundTaskId, pathId(req))
  res.json({ task: await finishRefundTask(connection, id, stockContext().actor()) })
}
