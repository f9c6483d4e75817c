import { type ExecArgs } from "@medusajs/framework/types"
import refreshRecognitions from "../jobs/refresh-recognitions"
import { putRight } from "../lib/left-behind"
import { deliverDue } from "../outbox/deliver"
import { rebuildIndexes } from "../search/_rebuild"

/**
 * `medusa exec`: a restored database is one whose processes all died at the moment of the backup,
 * perhaps long ago. Does at once what the jobs would do in time, and rebuilds the search projection;
 * prints its counts as JSON. Nothing else may be running on the database.
 */
export default async function resume({ container }: ExecArgs): Promise<void> {
  await putRight(container, 0)
  await refreshRecognitions(container)
  await deliverDue(container)
  const counts = await rebuildIndexes(container)
  process.stdout.write(`${JSON.stringify(counts)}\n`)
}
