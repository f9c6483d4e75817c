import { type MedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { parseRequest } from "./parse-request"

const id = z.string().min(1).max(100)

/** The `:id` of the address. @throws ApiFailure 422 when it cannot be one. */
export const pathId = (req: MedusaRequest): string => parseRequest(id, req.params["id"])
