import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { recognitionLinksOf } from "../../lib/register-store"
import { REGISTER_LOCK } from "./register-lock"
import { projectRecognitionsWorkflow } from "./project-recognitions"
import { refreshStatusesStep, type StatusChange } from "./steps/refresh-statuses"

type Input = {
  /** "moved": publish what moved. "all": compare every recognised product with its projection. */
  project: "moved" | "all"
}

const productsToProjectStep = createStep(
  "products-to-project",
  async (input: Input & { changes: StatusChange[] }, { container }) => {
    if (input.project === "all") {
      const links = await recognitionLinksOf(container)
      return new StepResponse([...new Set(links.map((link) => link.product_id))])
    }
    return new StepResponse([
      ...new Set(
        input.changes.flatMap(({ product_id }) =>
          product_id === null ? [] : [product_id],
        ),
      ),
    ])
  },
)

/**
 * Lets time pass in the register: valid → expiring → expired, and decisions that begin today.
 * Idempotent; running it twice, or days late, gives the same register.
 */
export const refreshRecognitionStatusesWorkflow = createWorkflow(
  "refresh-recognition-statuses",
  (input: WorkflowData<Input>) => {
    acquireLockStep(REGISTER_LOCK)
    const changes = refreshStatusesStep({})
    const productIds = productsToProjectStep({ project: input.project, changes })
    const projected = projectRecognitionsWorkflow.runAsStep({
      input: { product_ids: productIds },
    })
    releaseLockStep({ key: REGISTER_LOCK.key })
    return new WorkflowResponse({ changes, projected })
  },
)
