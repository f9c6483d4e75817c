import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ApiFailure } from "./api-failure"

const MAX: Record<string, number> = { limit: 100, offset: 10_000 }

/** The framework would answer `limit=100000`; no page of the shop needs more than a hundred rows. */
export function pagingLimits(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction,
): void {
  for (const [name, max] of Object.entries(MAX))
    if (Number(req.query[name] ?? 0) > max)
      throw new ApiFailure(422, "invalid_input", `Tham số ${name} tối đa là ${max}.`, {
        [name]: `Tối đa là ${max}.`,
      })
  next()
}
