import {
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { orderNotFound } from "./api-failure"
import { isFromStorefront } from "./client-ip"

/**
 * The framework lets any customer ask for the transfer of any order, and answers with the whole of
 * it, address and phone included. The shop has no transfers, so the routes are closed to everyone.
 */
export function noTransfers(): never {
  throw orderNotFound()
}

/**
 * The framework shows an order to whoever knows its id. Here only the storefront's server and the
 * customer who placed it may read it; to anyone else it does not exist.
 */
export async function ownOrder(
  req: AuthenticatedMedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  if (!isFromStorefront(req)) {
    const customer = req.auth_context?.actor_id
    const id = req.params.id
    if (!customer || !id) throw orderNotFound()
    const orders = await req.scope
      .resolve(Modules.ORDER)
      .listOrders({ id, customer_id: customer }, { select: ["id"], take: 1 })
    if (orders.length === 0) throw orderNotFound()
  }
  next()
}
