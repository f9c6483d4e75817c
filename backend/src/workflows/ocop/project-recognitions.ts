import { ProductWorkflowEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { projectMetadataStep } from "./steps/project-metadata"

/**
 * Publishes what the register says today into `product.metadata`. Idempotent: only products
 * whose metadata differs are written and announced.
 */
export const projectRecognitionsWorkflow = createWorkflow(
  "project-recognitions",
  (input: WorkflowData<{ product_ids: string[] }>) => {
    const changed = projectMetadataStep(input.product_ids)
    emitEventStep({ eventName: ProductWorkflowEvents.UPDATED, data: changed })
    return new WorkflowResponse(changed)
  },
)
