import { type ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { attachmentSightings } from "../lib/invariants/attachments"
import { queryOn, snapshotOf } from "../lib/invariants/connection"
import { databaseDifferences } from "../lib/invariants/database"
import { lasting, PATIENCE_MS } from "../lib/invariants/lasting"
import { mendBalances } from "../lib/invariants/mend"
import { projectionSightings, recognitionSightings } from "../lib/invariants/register"
import { searchSightings } from "../lib/invariants/search"
import { hasFile } from "../lib/stock-attachments"

/** Reading the register and all search documents is work for the shop, too. */
const READING_INTERVAL_MS = 5_000

/**
 * `medusa exec`: checks the invariants of docs/reconcile.md and changes nothing. With the argument
 * `mend` it first calculates balances and levels anew from the ledger; with `at-once` it does not
 * wait for what may be under way. Prints `{"differences":[…]}` on stdout, with `mended` when it was
 * asked to mend; the exit code is 1 when there are any differences.
 */
export default async function reconcile({ container, args }: ExecArgs): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const mended = args.includes("mend")
    ? await knex.transaction((transaction) => mendBalances(queryOn(transaction)))
    : undefined
  const patienceMs = args.includes("at-once") ? 0 : PATIENCE_MS
  const differences = [
    ...(await databaseDifferences(snapshotOf(knex), patienceMs)),
    ...(await lasting(
      async () => [
        ...(await attachmentSightings(queryOn(knex), (key) =>
          hasFile(container.resolve(Modules.FILE), key),
        )),
        ...(await recognitionSightings(container)),
        ...(await projectionSightings(container)),
        ...(await searchSightings(container)),
      ],
      patienceMs,
      READING_INTERVAL_MS,
    )),
  ]
  if (differences.length > 0) process.exitCode = 1
  process.stdout.write(`${JSON.stringify({ mended, differences })}\n`)
}
