/** Handing an order over at its point, once, to whoever knows the code ("giao hàng tại điểm"). */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  createOrderFulfillmentWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
} from "@medusajs/medusa/core-flows"
import { type CollectPickup, OPEN_PICKUP, type PickupView } from "../contracts/pickup"
import { stockContext, withStockContext } from "../modules/inventory/context"
import { fingerprintOf } from "../modules/pickup/code"
import {
  codeRequired,
  nothingToCollect,
  pickupLocked,
  pointForbidden,
  wrongCode,
  wrongStatus,
} from "../modules/pickup/failures"
import { destinationOfOrder } from "./destination"
import { whenAlone } from "./order-turns"
import { pickupsOf } from "./pickups"

const OUTSTANDING = `
  select line.item_id as id, (line.quantity - line.fulfilled_quantity)::float8 as quantity
    from order_item line join "order" o on o.id = line.order_id and o.version = line.version
   where o.id = ? and line.deleted_at is null and line.quantity > line.fulfilled_quantity
   order by line.item_id`

const HANDED_OVER = `
  select f.id, f.delivered_at is not null as delivered
    from order_fulfillment made join fulfillment f on f.id = made.fulfillment_id
   where made.order_id = ? and made.deleted_at is null and f.deleted_at is null
     and f.canceled_at is null
   order by f.created_at`

// A point that offers no pick-up any more still hands over what was ordered before: the framework
// asks for some option of the goods' shipping profile.
const OPTION = `
  select live.id
    from "order" o
    join order_shipping s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
    join order_shipping_method m on m.id = s.shipping_method_id
    join shipping_option chosen on chosen.id = m.shipping_option_id
    join shipping_option live on live.shipping_profile_id = chosen.shipping_profile_id
     and live.deleted_at is null
   where o.id = ?
   order by live.id = chosen.id desc, live.id limit 1`

const lines = z.array(z.object({ id: z.string(), quantity: z.number() }))
const fulfilments = z.array(z.object({ id: z.string(), delivered: z.boolean() }))
const options = z.array(z.object({ id: z.string() }))

/** The goods leave the shelf; those that have left already do not leave again. */
async function giveGoods(
  container: MedusaContainer,
  orderId: string,
  locationId: string,
): Promise<void> {
  const connection: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const ask = async <Rows extends z.ZodType>(schema: Rows, sql: string) =>
    schema.parse((await connection.raw(sql, [orderId])).rows)

  const items = await ask(lines, OUTSTANDING)
  const [option] = await ask(options, OPTION)
  const { actor } = stockContext()
  if (items.length > 0)
    // The framework tells the Inventory module none of it: see lib/stock-movements.
    await withStockContext(
      {
        ...stockContext(),
        document: { type: "order", id: orderId },
        fulfilment: {
          orderId,
          lineIds: items.map(({ id }) => id),
          locationId,
          quantities: new Map(items.map(({ id, quantity }) => [id, quantity])),
        },
      },
      () =>
        createOrderFulfillmentWorkflow(container).run({
          input: {
            order_id: orderId,
            items,
            location_id: locationId,
            shipping_option_id: option?.id,
            created_by: actor() ?? undefined,
            no_notification: true,
          },
        }),
    )
  const made = await ask(fulfilments, HANDED_OVER)
  if (made.length === 0) throw nothingToCollect()
  // Where the process died here before, this is all that is left to be done.
  for (const { id } of made.filter(({ delivered }) => !delivered))
    await markOrderFulfillmentAsDeliveredWorkflow(container).run({
      input: { orderId, fulfillmentId: id },
    })
}

/** @throws ApiFailure 403 point_forbidden, 409 for a status, 422 wrong_code, 429 pickup_locked */
async function admit(
  container: MedusaContainer,
  orderId: string,
  { location_id, code }: CollectPickup,
): Promise<void> {
  const pickups = pickupsOf(container)
  const { location_id: point, status } = await pickups.retrieve(orderId)
  if (point !== location_id) throw pointForbidden()
  if (status !== "ready") throw wrongStatus(status)
  const tried = await pickups.tryCode(orderId, code)
  if (tried.code === "not looked at") throw pickupLocked(tried.lockedForSeconds)
  if (tried.code === "wrong") throw wrongCode(tried.triesLeft)
}

export type Collected = { pickup: PickupView; replayed: boolean }

/**
 * Hands the goods over, once. Nothing is captured here: cash is booked by the staff as for any other
 * order, and a payment at the counter belongs after `admit`, before the goods leave.
 * @throws ApiFailure 403 point_forbidden, 404 unknown_pickup, 409 for a status or command_conflict,
 * 422 wrong_code, 429 pickup_locked, and what a hand-over is refused with (a lot that expired …)
 */
export async function collect(
  container: MedusaContainer,
  orderId: string,
  command: CollectPickup,
): Promise<Collected> {
  const pickups = pickupsOf(container)
  const { id, location_id, code } = command
  const fingerprint = fingerprintOf([orderId, location_id, code])
  const before = await pickups.answerTo(id, fingerprint)
  if (before) return { pickup: before, replayed: true }
  await admit(container, orderId, command)
  return await whenAlone(container, orderId, async () => {
    // Whoever was at the order meanwhile may have handed it over, even by this very command.
    const meanwhile = await pickups.answerTo(id, fingerprint)
    if (meanwhile) return { pickup: meanwhile, replayed: true }
    const { status } = await pickups.retrieve(orderId)
    if (status !== "ready") throw wrongStatus(status)
    await giveGoods(container, orderId, location_id)
    const { actor, device } = stockContext()
    return {
      pickup: await pickups.collected(orderId, {
        id,
        fingerprint,
        actor: actor(),
        device,
      }),
      replayed: false,
    }
  })
}

/**
 * For the framework's own route of hand-overs, which asks for no code: it is closed to what is still
 * to be fetched at a point.
 */
export async function handedOverByCode(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const orderId = req.params["id"] ?? ""
  const known = await pickupsOf(req.scope).shownToBuyer(orderId)
  const connection: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const isOpen = known
    ? OPEN_PICKUP.includes(known.status)
    : Boolean((await destinationOfOrder(connection, orderId))?.pickupLocationId)
  if (isOpen) throw codeRequired()
  next()
}
