/** The invariants of docs/reconcile.md on the database under test, as `npm run reconcile` checks them. */
import pg from "pg"
import { attachmentSightings } from "../../backend/src/lib/invariants/attachments"
import { type Query } from "../../backend/src/lib/invariants/check"
import {
  databaseDifferences,
  sightingsIn,
  type Snapshot,
} from "../../backend/src/lib/invariants/database"
import { type Difference } from "../../backend/src/lib/invariants/difference"
import { type Sighting } from "../../backend/src/lib/invariants/lasting"
import { hasPrivateFile } from "./attachments"
import { env } from "./env"

/** When a test ends, its orders are placed; what the shop does afterwards takes no longer. */
const PATIENCE_MS = 15_000

/** A transaction that is always rolled back, with one snapshot for all its statements. */
export const snapshot: Snapshot = async (work) => {
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  try {
    await client.query("begin isolation level repeatable read")
    return await work(async (sql) => (await client.query<object>(sql)).rows)
  } finally {
    await client.end()
  }
}

/** What is wrong in the transaction of `query` at this moment. */
export const sightings = (query: Query): Promise<Sighting[]> => sightingsIn(query)

const asLine = ({ invariant, kind, subject, size, message, details }: Difference) =>
  `${invariant} ${kind} (${size}) ${subject}: ${message} ${JSON.stringify(details)}`

/** Rejects, naming each difference, when an invariant does not hold; waits for what is under way. */
export async function expectReconciled(): Promise<void> {
  const differences: Difference[] = [
    ...(await databaseDifferences(snapshot, PATIENCE_MS)),
    ...(await snapshot((query) => attachmentSightings(query, hasPrivateFile))),
  ]
  if (differences.length > 0)
    throw new Error(
      `${differences.length} difference(s):\n${differences.map(asLine).join("\n")}`,
    )
}
