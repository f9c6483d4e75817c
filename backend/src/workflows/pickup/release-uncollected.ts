import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import {
  cancelOrdersStep,
  cancelPaymentStep,
  deleteReservationsByLineItemsStep,
  emitEventStep,
} from "@medusajs/medusa/core-flows"

type Uncollected = {
  order_id: string
  line_ids: string[]
  /** Of which nothing was captured. */
  payment_ids: string[]
}

/**
 * Cancels an order whose money could not be refunded: the goods are for others to buy meanwhile. As
 * the framework's own cancellation, without the refund on which that failed.
 */
export const releaseUncollectedWorkflow = createWorkflow(
  "release-uncollected",
  ({ order_id, line_ids, payment_ids }: WorkflowData<Uncollected>) => {
    deleteReservationsByLineItemsStep(line_ids)
    cancelPaymentStep({ paymentIds: payment_ids })
    cancelOrdersStep({ orderIds: [order_id] })
    emitEventStep({ eventName: OrderWorkflowEvents.CANCELED, data: { id: order_id } })
  },
)
