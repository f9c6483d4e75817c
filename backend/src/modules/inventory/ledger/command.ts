/** Running a stock command: one transaction, bounded waiting, and refusals that say what is wrong. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { ApiFailure, busy } from "../../../lib/api-failure"
import { insufficient, notCorrectable, shelfNotEmpty, stockReserved } from "./failures"

/** How long a command waits for a shelf that another one holds; each holds it for milliseconds. */
const LOCK_TIMEOUT_MS = 5_000
/** A command that met another halfway starts anew; more often than this something else is wrong. */
const MAX_ATTEMPTS = 3

/** What had to be locked was found out too late: the command starts anew. */
export class StartAnew extends Error {}

const DEADLOCK = "40P01"

const databaseError = z.object({
  code: z.string(),
  constraint: z.string().optional().catch(undefined),
})

/** The tables' own refusals, in the words of the commands: the last line of defence. */
export function translated(error: unknown): unknown {
  const { code, constraint = "" } = databaseError.safeParse(error).data ?? {}
  switch (code) {
    case "55P03": // lock_not_available
    case DEADLOCK:
      return busy()
    case "22003": // numeric_value_out_of_range: a column holds no more
      return new ApiFailure(422, "invalid_input", "Số lượng hoặc số tiền quá lớn.")
    case "23001": // restrict_violation: the guards of balances and shelves
      return shelfNotEmpty()
    case "23514": // check_violation
      if (constraint.endsWith("reserved_within_on_hand")) return stockReserved(0)
      if (constraint === "stock_lot_component_returned")
        return notCorrectable(
          "Số thành phần giỏ đã rã không thể nhiều hơn số đã đóng vào giỏ.",
        )
      return constraint.endsWith("not_negative") ? insufficient(0) : error
    default:
      return error
  }
}

const startsAnew = (error: unknown): boolean =>
  error instanceof StartAnew || databaseError.safeParse(error).data?.code === DEADLOCK

/**
 * Runs `work` in one transaction and commits all that it wrote, or nothing of it. `work` may run
 * more than once and must not touch anything but the transaction.
 * @throws ApiFailure 503 `busy` when a shelf was waited for too long; whatever `work` throws.
 */
export async function command<Result>(
  connection: Knex,
  work: (transaction: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await connection.transaction(async (transaction) => {
        await transaction.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`)
        return await work(transaction)
      })
    } catch (error) {
      if (startsAnew(error) && attempt < MAX_ATTEMPTS) continue
      throw error instanceof StartAnew ? busy() : translated(error)
    }
  }
}
