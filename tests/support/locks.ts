/** The backend's locks on connections of their own, as another process of the shop would have them. */
import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { LeaseLockingProvider } from "../../backend/src/modules/locking-lease/service"
import { counted } from "./database"
import { env } from "./env"

export type Locks = {
  provider: LeaseLockingProvider
  connection: Knex
  /** What the backend would have logged. */
  warnings: string[]
  close: () => Promise<void>
}

/** @param lease seconds; @param name by which PostgreSQL knows the connections. */
export function openLocks({
  pool = 5,
  lease = 8,
  name = "locks-under-test",
} = {}): Locks {
  const connection = knex({
    client: "pg",
    connection: { connectionString: env.DATABASE_URL, application_name: name },
    pool: { min: 0, max: pool },
  })
  const warnings: string[] = []
  const logger = { warn: (message: string) => void warnings.push(message) }
  const provider = new LeaseLockingProvider(
    { __pg_connection__: connection, logger },
    { lease },
  )
  return { provider, connection, warnings, close: () => connection.destroy() }
}

/** Keys beginning with `prefix` that somebody has or waits for. */
export const lockedKeys = (prefix: string): Promise<number> =>
  counted(
    `select (select count(*) from lock_lease
              where starts_with(key, $1) and expires_at > clock_timestamp())
          + (select count(*) from lock_waiter, unnest(keys) as key
              where starts_with(key, $1) and expires_at > clock_timestamp()) as count`,
    prefix,
  )

/** What another process is to do; see lock-process.ts. */
export type Task =
  | { kind: "execute" | "acquire"; keys: string[]; lease: number }
  | { kind: "count"; key: string; times: number; counter: string }

/** Starts a process that says "ready" by a message when it holds the keys, or has counted. */
export async function lockProcess(task: Task): Promise<ChildProcess> {
  const child = fork(
    join(import.meta.dirname, "lock-process.ts"),
    [JSON.stringify(task)],
    { execArgv: ["--import", "tsx"] },
  )
  const isReady = await Promise.race([
    once(child, "message").then(() => true),
    once(child, "exit").then(() => false),
  ])
  if (!isReady) throw new Error("the other process ended early")
  return child
}

export async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit")
  child.kill("SIGKILL")
  await gone
}

/** Adds one in two steps and thinks in between, which loses a count when two do it at once. */
export async function countUp(connection: Knex, counter: string): Promise<void> {
  const before = await connection.raw("select value from lock_test where name = ?", [
    counter,
  ])
  const value = Number(before.rows[0]?.value)
  await sleep(10)
  await connection.raw("update lock_test set value = ? where name = ?", [
    value + 1,
    counter,
  ])
}
