import { POST as completeCart } from "@medusajs/medusa/api/store/carts/[id]/complete/route"
import { ApiFailure } from "../../../../../lib/api-failure"
import { completeWithGoodsHeld } from "../../../../../lib/checkout-hold"
import { leaveCompletionsUnrecorded } from "../../../../../lib/unrecorded-completion"

type Handler = typeof completeCart

const gone = (): ApiFailure =>
  new ApiFailure(499, "client_gone", "Yêu cầu đã bị hủy trước khi đến lượt.")

/**
 * The framework's own route, behind a hold on the goods and a gate. Replaced here rather than
 * guarded by a middleware, which would not learn when the work ends: a client may leave before.
 */
export const POST: Handler = async (req, res) => {
  leaveCompletionsUnrecorded()
  const client = new AbortController()
  res.once("close", () => client.abort(gone()))
  await completeWithGoodsHeld(
    req.scope,
    req.params.id ?? "",
    () => completeCart(req, res),
    client.signal,
  )
}
