/** The commands backup and restore, and what two installations are compared by. */
import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { promisify } from "node:util"
import pg from "pg"
import { fetch } from "undici"
import { z } from "zod"
import { env } from "./env"

const ROOT = join(import.meta.dirname, "../..")

/** An operator's own shell knows none of what the tests are told. */
const OF_THE_TESTS = [
  "STORE_URL",
  "BACKEND_URL",
  "DATABASE_URL",
  "MEILISEARCH_HOST",
  "MEILISEARCH_API_KEY",
  "REDIS_URL",
  "JWT_SECRET",
  "COOKIE_SECRET",
  "SESSION_SECRET",
  "STOREFRONT_SECRET",
  "MEDIA_DIR",
  "DATA_DIR",
  "PORT",
  "BACKEND_PORT",
]

const plainShell = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !OF_THE_TESTS.includes(name)),
)

const outcome = z.object({
  code: z.number().default(0),
  stdout: z.string(),
  stderr: z.string(),
})
export type Outcome = z.output<typeof outcome>

/** `npm run <command> -- <file>` with these variables. */
export async function operate(
  command: "backup" | "restore",
  file: string,
  variables: Record<string, string>,
): Promise<Outcome> {
  const ran = promisify(execFile)(
    process.execPath,
    [join(ROOT, "ops/run.mjs"), command, file],
    { cwd: ROOT, env: { ...plainShell, ...variables } },
  )
  return outcome.parse(await ran.catch((failure: unknown) => failure))
}

/** What a backup leaves out: projections, and what lives for minutes. */
const NOT_KEPT =
  /^(search_(index|index_version|index_sync|postgres_index|pg_.*|mark|day)|workflow_execution|lock_lease|lock_waiter|rate_limit|(mikro_orm|link_module|script)_migrations)$/

/**
 * What is compared of the tables that the restore itself touches: a cart that was becoming an order
 * holds nothing any more, and the ledger has a row about that.
 */
const LASTING: Record<string, string> = {
  reservation_item: "select * from reservation_item where line_item_id is not null",
  stock_balance:
    "select inventory_item_id, location_id, lot_id, on_hand from stock_balance where on_hand > 0",
  inventory_level: "select id, location_id, stocked_quantity from inventory_level",
}

const named = z.object({ name: z.string() })
const digest = z.object({ rows: z.coerce.number(), digest: z.string().nullable() })
const newest = z.object({ id: z.string() })

/** The newest row of the ledger. */
export async function newestEntry(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<object>(
      "select coalesce(max(id), 0)::text as id from stock_entry",
    )
    return newest.parse(rows[0]).id
  } finally {
    await client.end()
  }
}

/**
 * Of every table that must survive: how many rows, and a checksum over all that they say.
 * @param lastEntry rows of the ledger after this one do not count.
 */
export async function contentsOf(
  databaseUrl: string,
  lastEntry: string,
): Promise<Record<string, z.output<typeof digest>>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query("begin isolation level repeatable read, read only")
    await client.query("set local timezone = 'UTC'")
    const { rows } = await client.query<object>(
      "select tablename::text as name from pg_tables where schemaname = 'public'",
    )
    const contents: Record<string, z.output<typeof digest>> = {}
    for (const { name } of z.array(named).parse(rows)) {
      if (NOT_KEPT.test(name)) continue
      const all = `select * from ${pg.escapeIdentifier(name)}`
      const kept =
        name === "stock_entry"
          ? `${all} where id <= ${pg.escapeLiteral(lastEntry)}`
          : (LASTING[name] ?? all)
      const found = await client.query<object>(
        `select count(*) as rows, md5(string_agg(md5(each::text), '' order by md5(each::text))) as digest
           from (${kept}) each`,
      )
      contents[name] = digest.parse(found.rows[0])
    }
    return contents
  } finally {
    await client.end()
  }
}

/** The files under a folder, by path, with the checksums of what is in them. */
export function filesOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [
      relative(folder, file),
      createHash("sha256").update(readFileSync(file)).digest("hex"),
    ]),
  )
}

const active = z.object({ physical_name: z.string(), fallback: z.coerce.number() })
const stats = z.object({ numberOfDocuments: z.number() })

/** The documents of the catalogue in both engines. */
export async function documentsOf(
  databaseUrl: string,
  engine: { host: string; key: string },
): Promise<{ meilisearch: number; fallback: number }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<object>(
      `select version.physical_name,
              (select sum(document_count) from search_postgres_index) as fallback
         from search_index index join search_index_version version
           on version.search_index_id = index.id and version.version = index.active_version
        where index.name = 'product' and version.deleted_at is null`,
    )
    const { physical_name, fallback } = active.parse(rows[0])
    const answer = await fetch(`${engine.host}/indexes/${physical_name}/stats`, {
      headers: { authorization: `Bearer ${engine.key}` },
    })
    const { numberOfDocuments } = stats.parse(await answer.json())
    return { meilisearch: numberOfDocuments, fallback }
  } finally {
    await client.end()
  }
}

export const source = {
  engine: { host: env.MEILISEARCH_HOST, key: env.MEILISEARCH_API_KEY },
  mediaDir: process.env.MEDIA_DIR ?? join(env.DATA_DIR, "media"),
}
