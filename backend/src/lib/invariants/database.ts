/** Every check that the database alone can answer, over all of it, in one snapshot. */
import { ALERT_CHECKS } from "./alerts"
import { findings, type Check, type Query } from "./check"
import { type Difference } from "./difference"
import { lasting, type Sighting } from "./lasting"
import { ORDER_CHECKS } from "./orders"
import { PAYMENT_CHECKS } from "./payments"
import { PICKUP_CHECKS } from "./pickups"
import { QUEUE_CHECKS } from "./queue"
import { RESERVATION_CHECKS } from "./reservations"
import { STOCK_CHECKS } from "./stock"
import { sumUp } from "./sums"
import { WAREHOUSE_CHECKS } from "./warehouse"

export const CHECKS: readonly Check[] = [
  ...STOCK_CHECKS,
  ...WAREHOUSE_CHECKS,
  ...RESERVATION_CHECKS,
  ...ORDER_CHECKS,
  ...PAYMENT_CHECKS,
  ...PICKUP_CHECKS,
  ...QUEUE_CHECKS,
  ...ALERT_CHECKS,
]

/**
 * Runs `work` in one REPEATABLE READ transaction, so that all checks see the same moment, and rolls
 * it back.
 */
export type Snapshot = <Result>(
  work: (query: Query) => Promise<Result>,
) => Promise<Result>

/** What one moment shows. Leaves temporary tables named reconcile_… to the transaction. */
export async function sightingsIn(query: Query): Promise<Sighting[]> {
  await sumUp(query)
  const seen: Sighting[] = []
  for (const check of CHECKS) seen.push(...(await findings(check, query)))
  return seen
}

const INTERVAL_MS = 500

/** @param patienceMs how long a doubtful difference must last */
export const databaseDifferences = (
  snapshot: Snapshot,
  patienceMs: number,
): Promise<Difference[]> => lasting(() => snapshot(sightingsIn), patienceMs, INTERVAL_MS)
