import { type SubscriberArgs, type SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { REGISTER_CHECK_REQUESTED } from "../workflows/events"
import { refreshRecognitionStatusesWorkflow } from "../workflows/ocop/refresh-recognition-statuses"

/**
 * After a start: catches up with the days slept through and mends projections left behind. Not in
 * a process that leaves background work to others, nor in scripts, which must only do their own.
 */
export default async function checkRegister({
  container,
}: SubscriberArgs): Promise<void> {
  const { projectConfig } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  if (projectConfig.workerMode === "server") return
  await refreshRecognitionStatusesWorkflow(container).run({ input: { project: "all" } })
}

export const config: SubscriberConfig = {
  event: REGISTER_CHECK_REQUESTED,
  context: { subscriberId: "check-register" },
}
