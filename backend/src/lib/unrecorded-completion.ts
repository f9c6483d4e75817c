import { TransactionOrchestrator } from "@medusajs/framework/orchestration"
import { completeCartWorkflowId } from "@medusajs/medusa/core-flows"

/**
 * The framework writes down every step of a completion and keeps it for three days, the buyer's
 * address and phone included, so that a step that waits for the outside world can go on after a
 * restart. Completing a cart has no such step, and writing took a tenth of its processor time.
 * To be called before each: the options are made anew whenever a hook is registered.
 */
export function leaveCompletionsUnrecorded(): void {
  const options = TransactionOrchestrator.getWorkflowOptions(completeCartWorkflowId)
  if (options && !options.hasAsyncSteps) options.store = false
}
