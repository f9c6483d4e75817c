/**
 * Who moves stock, on which device and for which document: opened around every request that may
 * move it, because the framework tells the Inventory module none of it.
 */
import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { type StockContext, withStockContext } from "../modules/inventory/context"
import { inTurn } from "./order-turns"
import { lookupsOf } from "./stock-movement-lookups"
import { movementOf } from "./stock-movements"

const READING = new Set(["GET", "HEAD", "OPTIONS"])

/** Chosen by the device itself; anything else is not written into the books. */
const deviceId = z
  .string()
  .regex(/^[\w.:-]{1,64}$/)
  .nullable()
  .catch(null)

const signedIn = z
  .object({ actor_id: z.string().min(1), actor_type: z.string() })
  .nullable()
  .catch(null)

function actorOf(req: MedusaRequest): string | null {
  const actor = signedIn.parse("auth_context" in req ? req.auth_context : null)
  return actor && actor.actor_type !== "customer" ? actor.actor_id : null
}

/** To be registered for all methods, after authentication and body parsing, before what answers. */
export async function stockMovement(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  if (READING.has(req.method)) return next()
  const connection: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const context: StockContext = {
    actor: () => actorOf(req),
    device: deviceId.parse(req.get("x-device-id") ?? null),
    document: null,
    ...(await movementOf(lookupsOf(connection), `${req.baseUrl}${req.path}`, req.body)),
  }
  const { document } = context
  const goOn = () => withStockContext(context, next)
  if (document?.type === "order") await inTurn(req.scope, document.id, res, goOn)
  else goOn()
}
