import { type MedusaContainer } from "@medusajs/framework/types"
import { searchLogOf } from "../lib/search-log-service"

/**
 * Deletes counts of searches that are older than is kept. Cheap and every hour rather than once a
 * night: a machine that is switched off at night deletes them as well.
 */
export default async function forgetSearches(container: MedusaContainer): Promise<void> {
  await searchLogOf(container).forgetOld()
}

export const config = {
  name: "forget-searches",
  schedule: "27 * * * *",
}
