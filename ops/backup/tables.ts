/** What of the database a backup holds: everything, except what is named here. */
import pg, { type Client } from "pg"
import { z } from "zod"

/**
 * What is made anew instead of kept. A table that is not named here is backed up, so that a new one
 * cannot be forgotten; a restore finds it in the schema only if a migration makes it.
 */
const LEFT_OUT: readonly { tables: RegExp; why: string }[] = [
  {
    tables: /^(mikro_orm|link_module|script)_migrations$/,
    why: "db:migrate writes them with the schema; the manifest holds their names to compare",
  },
  {
    tables: /^search_(index|index_version|index_sync|postgres_index)$/,
    why: "which version of which index was built: of the engine beside this database only",
  },
  { tables: /^search_pg_/, why: "the documents themselves: a projection" },
  {
    tables: /^search_(mark|day)$/,
    why: "what the index still lacks: nothing, once it has been rebuilt",
  },
  {
    tables: /^workflow_execution$/,
    why: "the steps of workflows under way, in a process that the restored shop does not have",
  },
  { tables: /^lock_(lease|waiter)$/, why: "leases of seconds" },
  {
    tables: /^rate_limit$/,
    why: "how often an address has asked within minutes; the limiter makes the table when it starts",
  },
]

/** Tables that hold rows right after db:migrate: a database with nothing else is an empty one. */
const FILLED_BY_MIGRATION: readonly string[] = [
  "currency",
  "fulfillment_provider",
  "notification_provider",
  "payment_provider",
  "refund_reason",
  "region_country",
  "shipping_profile",
  "tax_provider",
]

export const isKept = (table: string): boolean =>
  !LEFT_OUT.some(({ tables }) => tables.test(table))

export const isFilledByMigration = (table: string): boolean =>
  FILLED_BY_MIGRATION.includes(table)

export const quoted = (name: string): string => pg.escapeIdentifier(name)

export type Table = {
  name: string
  /** Without those that the database calculates. */
  columns: string[]
}

const table = z.object({ name: z.string(), columns: z.array(z.string()) })

/** The tables to keep that the database has, by name. */
export async function keptTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<object>(
    `select relation.relname::text as name,
            coalesce(array_agg(field.attname::text order by field.attnum)
                     filter (where field.attname is not null), '{}') as columns
       from pg_class relation
       left join pg_attribute field on field.attrelid = relation.oid and field.attnum > 0
            and not field.attisdropped and field.attgenerated = ''
      where relation.relnamespace = 'public'::regnamespace and relation.relkind = 'r'
      group by relation.oid order by relation.relname collate "C"`,
  )
  return z
    .array(table)
    .parse(rows)
    .filter(({ name }) => isKept(name))
}

const sequenceOwner = z.object({ name: z.string(), owner: z.string().nullable() })

/** The sequences behind identity and serial columns of the kept tables, and those of no table. */
export async function keptSequences(client: Client): Promise<string[]> {
  const { rows } = await client.query<object>(
    `select sequence.relname::text as name, min(owner.relname::text) as owner
       from pg_class sequence
       left join pg_depend link on link.classid = 'pg_class'::regclass
            and link.objid = sequence.oid and link.refclassid = 'pg_class'::regclass
            and link.deptype in ('a', 'i')
       left join pg_class owner on owner.oid = link.refobjid
      where sequence.relnamespace = 'public'::regnamespace and sequence.relkind = 'S'
      group by sequence.oid order by sequence.relname collate "C"`,
  )
  return z
    .array(sequenceOwner)
    .parse(rows)
    .filter(({ owner }) => owner === null || isKept(owner))
    .map(({ name }) => name)
}

const count = z.object({ rows: z.coerce.number().int() })

export async function countRows(client: Client, name: string): Promise<number> {
  const { rows } = await client.query<object>(
    `select count(*) as rows from ${quoted(name)}`,
  )
  return count.parse(rows[0]).rows
}

export async function hasRows(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`)
  return rowCount !== 0
}

/** Kept tables with rows that db:migrate did not write. */
export async function tablesInUse(client: Client): Promise<string[]> {
  const used: string[] = []
  for (const { name } of await keptTables(client))
    if (!isFilledByMigration(name) && (await hasRows(client, name))) used.push(name)
  return used
}
