import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { REGISTER_LOCK } from "./register-lock"
import { type RevokeRecognitionInput } from "./inputs"
import { projectRecognitionsWorkflow } from "./project-recognitions"
import { revokeRecognitionStep } from "./steps/change-recognition"

/** Takes a certificate away: the product loses its star the same moment. */
export const revokeRecognitionWorkflow = createWorkflow(
  "revoke-recognition",
  (input: WorkflowData<RevokeRecognitionInput>) => {
    acquireLockStep(REGISTER_LOCK)
    const changed = revokeRecognitionStep(input)
    const productIds = transform({ changed }, (data) => [data.changed.product_id])
    projectRecognitionsWorkflow.runAsStep({ input: { product_ids: productIds } })
    releaseLockStep({ key: REGISTER_LOCK.key })
    return new WorkflowResponse(changed)
  },
)
