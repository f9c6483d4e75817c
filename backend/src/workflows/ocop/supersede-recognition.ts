import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { RecognitionEvents } from "../events"
import { REGISTER_LOCK } from "./register-lock"
import { type SupersedeRecognitionInput } from "./inputs"
import { projectRecognitionsWorkflow } from "./project-recognitions"
import { supersedeRecognitionStep } from "./steps/change-recognition"

/** Ends a recognition in favour of another one of the same product, where dates alone don't say so. */
export const supersedeRecognitionWorkflow = createWorkflow(
  "supersede-recognition",
  (input: WorkflowData<SupersedeRecognitionInput>) => {
    acquireLockStep(REGISTER_LOCK)
    const changed = supersedeRecognitionStep(input)
    const productIds = transform({ changed }, (data) => [data.changed.product_id])
    projectRecognitionsWorkflow.runAsStep({ input: { product_ids: productIds } })
    emitEventStep({ eventName: RecognitionEvents.SUPERSEDED, data: changed }).config({
      name: "emit-recognition-changed",
    })
    releaseLockStep({ key: REGISTER_LOCK.key })
    return new WorkflowResponse(changed)
  },
)
