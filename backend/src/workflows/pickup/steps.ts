import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type CollectPickup, type PickupView } from "../../contracts/pickup"
import { collect, type Collected } from "../../lib/pickup-hand-over"
import { pickupsOf } from "../../lib/pickups"

type Step = { order_id: string }
type Collection = Step & { command: CollectPickup }

// None is compensated: each is done entirely or not at all, and repeated it does nothing more.
const preparePickupStep = createStep(
  "prepare-pickup",
  async ({ order_id }: Step, { container }) => {
    const pickups = pickupsOf(container)
    const isNew = await pickups.prepare(order_id)
    const pickup: PickupView = await pickups.retrieve(order_id)
    return new StepResponse({ pickup, replayed: !isNew })
  },
)

const readyPickupStep = createStep(
  "ready-pickup",
  async ({ order_id }: Step, { container }) => {
    const pickups = pickupsOf(container)
    const isNew = await pickups.ready(order_id)
    const pickup: PickupView = await pickups.retrieve(order_id)
    return new StepResponse({ pickup, replayed: !isNew })
  },
)

const collectPickupStep = createStep(
  "collect-pickup",
  async ({ order_id, command }: Collection, { container }) => {
    const collected: Collected = await collect(container, order_id, command)
    return new StepResponse(collected)
  },
)

export const preparePickupWorkflow = createWorkflow(
  "prepare-pickup",
  (input: WorkflowData<Step>) => new WorkflowResponse(preparePickupStep(input)),
)

export const readyPickupWorkflow = createWorkflow(
  "ready-pickup",
  (input: WorkflowData<Step>) => new WorkflowResponse(readyPickupStep(input)),
)

export const collectPickupWorkflow = createWorkflow(
  "collect-pickup",
  (input: WorkflowData<Collection>) => new WorkflowResponse(collectPickupStep(input)),
)
