import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { REGISTER_LOCK } from "./register-lock"
import { type ProposeStarsInput } from "./inputs"
import { projectRecognitionsWorkflow } from "./project-recognitions"
import { proposeStarsStep } from "./steps/change-recognition"

/** Notes that a higher star is asked for (“đề nghị 5 sao”), or withdraws it; the star held stays. */
export const proposeStarsWorkflow = createWorkflow(
  "propose-stars",
  (input: WorkflowData<ProposeStarsInput>) => {
    acquireLockStep(REGISTER_LOCK)
    const changed = proposeStarsStep(input)
    const productIds = transform({ changed }, (data) => [data.changed.product_id])
    projectRecognitionsWorkflow.runAsStep({ input: { product_ids: productIds } })
    releaseLockStep({ key: REGISTER_LOCK.key })
    return new WorkflowResponse(changed)
  },
)
