import { setTimeout as sleep } from "node:timers/promises"

/**
 * Serves together what comes within `ms` milliseconds, one batch at a time: what comes while a batch
 * is being served waits for the next one.
 * @returns a function that hands in an item; it resolves, or rejects, with the item's batch.
 */
export function gathered<Item>(
  ms: number,
  serve: (items: Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  let waiting: Item[] = []
  let next: Promise<void> | undefined
  let before: Promise<unknown> = Promise.resolve()

  const batch = async (): Promise<void> => {
    await sleep(ms)
    await before
    const items = waiting
    waiting = []
    next = undefined
    const served = serve(items)
    // A batch that fails is its own callers' affair.
    before = served.catch(() => undefined)
    await served
  }
  return (item) => {
    waiting.push(item)
    return (next ??= batch())
  }
}
