import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { completeCartWorkflow, processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { completeWithGoodsHeld } from "../lib/checkout-hold"
import { noticesOf } from "../lib/payment-notices"
import { leaveCompletionsUnrecorded } from "../lib/unrecorded-completion"
import { withStockContext } from "../modules/inventory/context"
import { type Notice } from "../modules/payment-notice/service"
import { handler } from "./handler"

/** Written by the trigger on a notice that something has to be done about. */
const payload = z.object({ notice_id: z.string() })

/** Longer than an order takes; notices of one payment go one after the other. */
const LOCK_SECONDS = 30

const open = z.object({ cart_id: z.string() })

/** The cart that a payment session belongs to and that has not become an order. */
async function openCartOf(
  container: MedusaContainer,
  sessionId: string,
): Promise<string | null> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select link.cart_id
         from payment_session session
         join cart_payment_collection link
           on link.payment_collection_id = session.payment_collection_id
          and link.deleted_at is null
        where session.id = ? and not exists (
              select from order_cart made
               where made.cart_id = link.cart_id and made.deleted_at is null)`,
    [sessionId],
  )
  return z.array(open).parse(rows)[0]?.cart_id ?? null
}

/** A buyer who has paid and closed the page still gets the order, with goods held as for anybody. */
async function placeOrder(container: MedusaContainer, cartId: string): Promise<void> {
  leaveCompletionsUnrecorded()
  await withStockContext(
    {
      actor: () => null,
      device: null,
      document: { type: "cart", id: cartId },
      cartId,
    },
    () =>
      completeWithGoodsHeld(
        container,
        cartId,
        () => completeCartWorkflow(container).run({ input: { id: cartId } }),
        AbortSignal.timeout(LOCK_SECONDS * 1000),
      ),
  )
}

async function settle(container: MedusaContainer, notice: Notice): Promise<void> {
  const { action, session_id, amount } = notice
  if (session_id === null) return
  const cartId = await openCartOf(container, session_id)
  if (cartId !== null) await placeOrder(container, cartId)
  await processPaymentWorkflow(container).run({
    input: { action: actions.parse(action), data: { session_id, amount: amount ?? 0 } },
  })
}

const actions = z.enum(["authorized", "captured"])

/** Books what a notice says: the payment is authorised or captured, and the cart becomes an order. */
export const paymentNoticed = handler(
  "payment.noticed",
  "Báo có thanh toán",
  payload,
  async (container, messages) => {
    const notices = noticesOf(container)
    for (const { notice_id } of messages) {
      const notice = await notices.retrieve(notice_id)
      if (!notice || notice.settled) continue
      await container.resolve(Modules.LOCKING).execute(
        `payment-session:${notice.session_id}`,
        async () => {
          await settle(container, notice)
          await notices.settle(notice_id)
        },
        { timeout: LOCK_SECONDS },
      )
    }
  },
)
