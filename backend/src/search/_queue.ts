/** From "this product changed" to "both engines know": marked at once, served in batches. */
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { SEARCH_QUEUE_MODULE } from "../modules/search-queue"
import type SearchQueueService from "../modules/search-queue/service"
import { activePhysicalIndex } from "./_engine"
import { CATALOG_INDEXES, type CatalogIndex, refreshEvent } from "./_names"

/** Changes come in flocks (an order reserves several goods); waiting a moment makes one batch. */
const GATHER_MS = 300
/** Another process is serving the queue: look again, in case our change came too late for it. */
const BUSY_MS = 1000

export const searchQueue = (container: MedusaContainer): SearchQueueService =>
  container.resolve(SEARCH_QUEUE_MODULE)

/** Notes that the documents of these products may be out of date and has them renewed soon. */
export async function markProducts(
  container: MedusaContainer,
  productIds: readonly string[],
): Promise<void> {
  if (productIds.length === 0) return
  await searchQueue(container).mark(CATALOG_INDEXES, productIds)
  scheduleDrain(container, GATHER_MS)
}

/** After a turn the queue rests this many times as long: in a rush buyers come first. */
const REST = 9
const MAX_REST_MS = 2000

let timer: NodeJS.Timeout | undefined
/** When the next turn may begin, by `performance.now()`. */
let restsUntil = 0

function scheduleDrain(container: MedusaContainer, delay: number): void {
  timer ??= setTimeout(
    () => {
      timer = undefined
      void drainQueue(container)
    },
    Math.max(delay, restsUntil - performance.now()),
  ).unref()
}

/** Engines that failed last time: an outage is reported once, not at every attempt. */
const away = new Set<CatalogIndex>()

/** Serves what waits for both engines. Never throws: what fails stays marked for the next time. */
export async function drainQueue(container: MedusaContainer): Promise<void> {
  const started = performance.now()
  await Promise.all(CATALOG_INDEXES.map((index) => drainIndex(container, index)))
  const ended = performance.now()
  restsUntil = ended + Math.min((ended - started) * REST, MAX_REST_MS)
}

async function drainIndex(
  container: MedusaContainer,
  index: CatalogIndex,
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const search = container.resolve(Modules.SEARCH)
  try {
    // Before the first filling there is nothing to renew; the filling reads it all.
    if ((await activePhysicalIndex(container, index)) === null) return
    const served = await searchQueue(container).drain(index, async (ids) => {
      await search.ingest({ name: refreshEvent(index), data: { id: ids } })
    })
    if (served === null) return scheduleDrain(container, BUSY_MS)
    if (away.delete(index))
      logger.info(`Search index "${index}" is back; renewed ${served} document(s)`)
  } catch (error) {
    if (away.has(index)) return
    away.add(index)
    logger.warn(`Search index "${index}" cannot be renewed for now: ${String(error)}`)
  }
}
