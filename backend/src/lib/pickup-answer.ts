import { type MedusaResponse } from "@medusajs/framework/http"
import { type z } from "@medusajs/framework/zod"
import { type pickupResponse } from "../contracts/pickup"

type Answer = z.output<typeof pickupResponse>
export type PickupResponse = MedusaResponse<Answer>

/** 201 when something was done, 200 when it had been done before. */
export const answerPickup = (res: PickupResponse, answer: Answer): void => {
  res.status(answer.replayed ? 200 : 201).json(answer)
}
