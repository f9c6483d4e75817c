/** Rebuilds the projection from the database. */
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { isMeilisearchUp } from "../lib/meilisearch"
import { indexedCount, missingIndexes } from "./_engine"
import { CATALOG_INDEXES, type CatalogIndex } from "./_names"
import { drainQueue, searchQueue } from "./_queue"

/**
 * Builds each index anew beside the live one and swaps it in. Resolves when both hold everything;
 * returns the number of documents per index.
 */
export async function rebuildIndexes(
  container: MedusaContainer,
  indexes: readonly CatalogIndex[] = CATALOG_INDEXES,
): Promise<Record<string, number>> {
  const search = container.resolve(Modules.SEARCH)
  const queue = searchQueue(container)
  for (const index of indexes) {
    const started = new Date()
    await search.reindex({ index })
    await queue.settle(index, started)
  }
  await queue.markChangedDuringRebuilds()
  await drainQueue(container)
  const counts: Record<string, number> = {}
  for (const index of indexes) counts[index] = (await indexedCount(container, index)) ?? 0
  return counts
}

let running = false

/**
 * Brings both engines up to date after anything that went wrong: an engine that was away, one that
 * lost its data, a process that died with changes unserved. Cheap when there is nothing to do.
 */
export async function catchUp(container: MedusaContainer): Promise<void> {
  if (running) return
  running = true
  try {
    await searchQueue(container).markChangedDuringRebuilds()
    await drainQueue(container)
    // An engine that is away is no reason to rebuild; the queue waits for it.
    if (!(await isMeilisearchUp())) return
    const missing = await missingIndexes(container)
    if (missing.length === 0) return
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`Search index missing: ${missing.join(", ")}; rebuilding`)
    await rebuildIndexes(container, missing)
  } finally {
    running = false
  }
}
