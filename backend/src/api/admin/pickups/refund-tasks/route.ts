import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type z } from "@medusajs/framework/zod"
import {
  type refundTaskListResponse,
  refundTaskQuery,
} from "../../../../contracts/pickup"
import { parseRequest } from "../../../../lib/parse-request"
import { listRefundTasks } from "../../../../lib/refund-tasks"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<z.output<typeof refundTaskListResponse>>,
): Promise<void> {
  const connection = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const query = parseRequest(refundTaskQuery, req.query)
  res.json({ tasks: await listRefundTasks(connection, query) })
}
