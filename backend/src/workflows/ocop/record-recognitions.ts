import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  createRemoteLinkStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { OCOP_MODULE } from "../../modules/ocop"
import { REGISTER_LOCK } from "./register-lock"
import { parseInput } from "../parse-input"
import { recordRecognition, type RecordRecognitionInput } from "./inputs"
import { projectRecognitionsWorkflow } from "./project-recognitions"
import { createRecognitionsStep } from "./steps/create-recognitions"
import { supersedeOlderStep } from "./steps/supersede-older"

const parseRecognitionsStep = createStep(
  "parse-recognitions",
  async (rows: RecordRecognitionInput[]) =>
    new StepResponse(parseInput(recordRecognition.array().min(1), rows)),
)

/**
 * Enters the lines of decisions into the register: stores and links them, ends what they
 * supersede and publishes the outcome. Many lines at once are one workflow, not many.
 *
 * @returns the new recognitions as { id, product_id }, in the order given.
 */
export const recordRecognitionsWorkflow = createWorkflow(
  "record-recognitions",
  (input: WorkflowData<{ recognitions: RecordRecognitionInput[] }>) => {
    acquireLockStep(REGISTER_LOCK)
    const rows = parseRecognitionsStep(input.recognitions)
    const created = createRecognitionsStep(rows)
    const links = transform({ created }, (data) =>
      data.created.map((row) => ({
        [Modules.PRODUCT]: { product_id: row.product_id },
        [OCOP_MODULE]: { recognition_id: row.id },
      })),
    )
    createRemoteLinkStep(links)
    const productIds = transform({ created }, (data) => [
      ...new Set(data.created.map((row) => row.product_id)),
    ])
    supersedeOlderStep(productIds)
    projectRecognitionsWorkflow.runAsStep({ input: { product_ids: productIds } })
    releaseLockStep({ key: REGISTER_LOCK.key })
    return new WorkflowResponse(created)
  },
)
