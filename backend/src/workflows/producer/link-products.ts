import { Modules } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { createRemoteLinkStep } from "@medusajs/medusa/core-flows"
import { PRODUCER_MODULE } from "../../modules/producer"
import { projectRecognitionsWorkflow } from "../ocop/project-recognitions"

export type ProductProducerInput = { product_id: string; producer_id: string }

/** Says who makes which product and publishes the name with the star. */
export const linkProductsToProducersWorkflow = createWorkflow(
  "link-products-to-producers",
  (input: WorkflowData<{ pairs: ProductProducerInput[] }>) => {
    const links = transform({ input }, (data) =>
      data.input.pairs.map((pair) => ({
        [Modules.PRODUCT]: { product_id: pair.product_id },
        [PRODUCER_MODULE]: { producer_id: pair.producer_id },
      })),
    )
    createRemoteLinkStep(links)
    const productIds = transform({ input }, (data) =>
      data.input.pairs.map((pair) => pair.product_id),
    )
    projectRecognitionsWorkflow.runAsStep({ input: { product_ids: productIds } })
    return new WorkflowResponse(productIds)
  },
)
