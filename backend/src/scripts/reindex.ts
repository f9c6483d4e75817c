import { type ExecArgs } from "@medusajs/framework/types"
import { rebuildIndexes } from "../search/_rebuild"

/** `medusa exec`: rebuilds the search projection from the database and prints the counts as JSON. */
export default async function reindex({ container }: ExecArgs): Promise<void> {
  const counts = await rebuildIndexes(container)
  process.stdout.write(`${JSON.stringify(counts)}\n`)
}
