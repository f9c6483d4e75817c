import { type WorkflowData } from "@medusajs/framework/workflows-sdk"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { stockOf } from "../../lib/stock-service"
import { type Posted } from "../../modules/inventory/ledger/documents"
import type StockInventoryService from "../../modules/inventory/service"

/**
 * A command of the warehouse as a workflow. One step, as it is one transaction: it has been done
 * entirely or not at all. It is not compensated: what stands in the books is mended by another
 * document, and a repeated command is answered as the first time.
 */
export function stockCommand<Input>(
  name: string,
  run: (stock: StockInventoryService, input: Input) => Promise<Posted>,
) {
  const step = createStep(
    `${name}-step`,
    async (input: Input, { container }) =>
      new StepResponse(await run(stockOf(container), input)),
  )
  return createWorkflow(
    name,
    (input: WorkflowData<Input>) => new WorkflowResponse(step(input)),
  )
}
