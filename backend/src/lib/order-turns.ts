/**
 * What staff do about one order happens one after the other. The framework looks at the order, then
 * moves stock, then writes the order down, without a lock: a button pressed twice would hand the
 * goods over twice, or take them back twice.
 */
import { type MedusaResponse } from "@medusajs/framework/http"
import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** Longer than a hand-over takes on a busy machine. */
const WAIT_SECONDS = 15

const keyOf = (orderId: string): string => `stock-order:${orderId}`

/**
 * Does `work` while nobody else is at the order: for routes that name it otherwise, and for jobs.
 * @throws ApiFailure 503 `busy` when the order was not free in time; nothing has begun then.
 */
export const whenAlone = <Result>(
  container: MedusaContainer,
  orderId: string,
  work: () => Promise<Result>,
): Promise<Result> =>
  container
    .resolve(Modules.LOCKING)
    .execute(keyOf(orderId), work, { timeout: WAIT_SECONDS })

/** Settles when the work has been answered, even where nobody is left to read the answer. */
const answerOf = (res: MedusaResponse): Promise<void> =>
  new Promise((resolve) => {
    res.end = new Proxy<MedusaResponse["end"]>(res.end, {
      apply(end, self: MedusaResponse, given: Parameters<MedusaResponse["end"]>) {
        resolve()
        return end.apply(self, given)
      },
    })
  })

/**
 * Begins `work` when nobody else is at the order, and keeps the others waiting until it has been
 * answered.
 * @throws ApiFailure 503 `busy` when the order was not free in time; nothing has begun then.
 */
export async function inTurn(
  container: MedusaContainer,
  orderId: string,
  res: MedusaResponse,
  work: () => void,
): Promise<void> {
  let hasBegun = false
  const begin = (): Promise<void> => {
    hasBegun = true
    const answer = answerOf(res)
    work()
    return answer
  }
  try {
    await container
      .resolve(Modules.LOCKING)
      .execute(keyOf(orderId), begin, { timeout: WAIT_SECONDS })
  } catch (error) {
    // What befalls the lock afterwards is its provider's to log: the request has its answer.
    if (!hasBegun) throw error
  }
}
