import { type MedusaContainer } from "@medusajs/framework/types"
import { refreshRecognitionStatusesWorkflow } from "../workflows/ocop/refresh-recognition-statuses"

/**
 * Lets certificates expire. Often and idempotent, rather than once at midnight: it needs no time
 * zone, and a missed run is made up for by the next.
 */
export default async function refreshRecognitions(
  container: MedusaContainer,
): Promise<void> {
  await refreshRecognitionStatusesWorkflow(container).run({ input: { project: "moved" } })
}

export const config = {
  name: "refresh-recognitions",
  schedule: "*/10 * * * *",
}
