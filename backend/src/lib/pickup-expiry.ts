/** What nobody came for goes back on the shelf, and the money back to the buyer ("hết hạn nhận"). */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { cancelOrderWorkflow, refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { COD_PROVIDER } from "../contracts/checkout"
import { asSystem } from "../modules/inventory/context"
import { releaseUncollectedWorkflow } from "../workflows/pickup/release-uncollected"
import { loggable } from "./loggable"
import { whenAlone } from "./order-turns"
import { pickupsOf } from "./pickups"
import { putRefundTask } from "./refund-tasks"

const ORDER = `
  select o.id, o.canceled_at is not null or o.deleted_at is not null as is_over,
         array(select item_id from order_item line
                where line.order_id = o.id and line.version = o.version
                  and line.deleted_at is null) as line_ids,
         coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'provider', p.provider_id,
                    'captured', (select count(*) from capture c
                       where c.payment_id = p.id and c.deleted_at is null),
                    'held', (select coalesce(sum(c.amount), 0) from capture c
                       where c.payment_id = p.id and c.deleted_at is null)
                     - (select coalesce(sum(r.amount), 0) from refund r
                       where r.payment_id = p.id and r.deleted_at is null)))
           from order_payment_collection link
           join payment p on p.payment_collection_id = link.payment_collection_id
            and p.deleted_at is null and p.canceled_at is null
          where link.order_id = o.id and link.deleted_at is null), '[]') as payments
    from "order" o where o.id = ?`

const orderRow = z.object({
  is_over: z.boolean(),
  line_ids: z.array(z.string()),
  payments: z.array(
    z.object({
      id: z.string(),
      provider: z.string(),
      captured: z.number(),
      /** đồng that were taken and not given back. */
      held: z.number(),
    }),
  ),
})
type Order = z.output<typeof orderRow>
type Payments = Order["payments"]

const sumOf = (payments: Payments): number =>
  payments.reduce((sum, { held }) => sum + held, 0)

/**
 * Has the money given back by whoever processed the payment. Not left to the cancellation: the
 * framework only logs a refund that is refused there, and books it as made.
 */
async function refund(container: MedusaContainer, payments: Payments): Promise<boolean> {
  try {
    for (const { id, held } of payments)
      await refundPaymentWorkflow(container).run({
        input: { payment_id: id, amount: held },
      })
    return true
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`A payment was not refunded: ${loggable(error).message}`)
    return false
  }
}

async function cancel(
  container: MedusaContainer,
  connection: Knex,
  orderId: string,
  { line_ids, payments }: Order,
): Promise<void> {
  const held = payments.filter((payment) => payment.held > 0)
  const cash = sumOf(held.filter(({ provider }) => provider === COD_PROVIDER))
  // Before the order is cancelled: a process that dies must not forget the buyer's money.
  if (cash > 0) await putRefundTask(connection, orderId, cash, "expired")
  const byProcessor = held.filter(({ provider }) => provider !== COD_PROVIDER)
  if (await refund(container, byProcessor)) {
    // Books the cash as refunded as well; it does not move by being booked.
    await cancelOrderWorkflow(container).run({ input: { order_id: orderId } })
    return
  }
  await putRefundTask(connection, orderId, sumOf(held), "refund_failed")
  const untaken = payments.filter(({ captured }) => captured === 0)
  await releaseUncollectedWorkflow(container).run({
    input: { order_id: orderId, line_ids, payment_ids: untaken.map(({ id }) => id) },
  })
}

/** Looks again, as the buyer may have come while others were at the order. */
async function expire(container: MedusaContainer, orderId: string): Promise<void> {
  const pickups = pickupsOf(container)
  if ((await pickups.overdue(orderId)).length === 0) return
  const connection: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await connection.raw(ORDER, [orderId])
  const [order] = z.array(orderRow).parse(rows)
  // The pick-up follows the cancellation by the trigger on the order.
  if (order && !order.is_over) await cancel(container, connection, orderId, order)
  else await pickups.expire(orderId)
}

/** Ends every pick-up whose time is over. What cannot be ended now is tried again the next time. */
export async function expirePickups(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  await asSystem("expire-pickups", async () => {
    for (const orderId of await pickupsOf(container).overdue())
      await whenAlone(container, orderId, () => expire(container, orderId)).catch(
        (error: unknown) =>
          logger.warn(`The pick-up of ${orderId} is kept: ${loggable(error).message}`),
      )
  })
}
