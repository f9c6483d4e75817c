/** The kept tables as they were at one moment, as parts of whole rows. */
import type { Client } from "pg"
import { to as copyTo } from "pg-copy-streams"
import { z } from "zod"

import { OperatorError } from "../lib/say"
import { rowsEntry } from "./entries"
import type { Manifest, Migrations } from "./manifest"
import { migrationsOf } from "./migrations"
import { keptSequences, keptTables, quoted, type Table } from "./tables"
import type { Writer } from "./write"

const PART_BYTES = 4 * 1024 * 1024
const NEWLINE = 0x0a

export type DumpedTables = Pick<
  Manifest,
  "postgres" | "migrations" | "tables" | "sequences"
>

/** `COPY table (columns)`, the same on both ends. */
export const copyTarget = ({ name, columns }: Table): string =>
  `copy ${quoted(name)} (${columns.map(quoted).join(", ")})`

/** Cuts a stream of rows into parts that end with a row; in COPY's text a bare newline is nothing else. */
async function* partsOf(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = []
  let size = 0
  for await (const chunk of rows) {
    pending.push(chunk)
    size += chunk.length
    const end = chunk.lastIndexOf(NEWLINE) + 1
    if (size < PART_BYTES || end === 0) continue
    yield Buffer.concat(pending, size - chunk.length + end)
    pending = [chunk.subarray(end)]
    size = chunk.length - end
  }
  if (size > 0) yield Buffer.concat(pending)
}

async function dumpTable(client: Client, table: Table, writer: Writer): Promise<number> {
  const stream = client.query(copyTo(`${copyTarget(table)} to stdout`))
  let part = 0
  for await (const content of partsOf(stream)) {
    part += 1
    await writer.add(rowsEntry(table.name, part), content)
  }
  return stream.rowCount
}

const sequence = z.object({ last_value: z.string(), is_called: z.boolean() })

async function sequencesOf(client: Client): Promise<Manifest["sequences"]> {
  const found: Manifest["sequences"] = []
  for (const name of await keptSequences(client)) {
    const { rows } = await client.query<object>(
      `select last_value::text, is_called from ${quoted(name)}`,
    )
    found.push({ name, ...sequence.parse(rows[0]) })
  }
  return found
}

const version = z.object({ server_version: z.string() })

async function requireMigrated(client: Client): Promise<Migrations> {
  const migrations = await migrationsOf(client)
  if (migrations) return migrations
  throw new OperatorError(
    "Cơ sở dữ liệu này chưa có gì để sao lưu (chưa chạy npm start lần nào). " +
      "Kiểm tra DATA_DIR hoặc DATABASE_URL.",
  )
}

/** Reads everything in one read-only transaction; nobody waits for it, and a migration waits for its end. */
export async function dumpTables(client: Client, writer: Writer): Promise<DumpedTables> {
  await client.query("begin isolation level repeatable read, read only")
  // How values are written must not depend on the account; rows hidden by a policy are an error.
  await client.query(
    `set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
     set local extra_float_digits = 1; set local bytea_output = 'hex';
     set local row_security = off; set local lock_timeout = '30s';
     set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
  )
  const migrations = await requireMigrated(client)
  const kept = await keptTables(client)
  const names = kept.map(({ name }) => quoted(name)).join(", ")
  await client.query(`lock table ${names} in access share mode`)
  const tables: Manifest["tables"] = []
  for (const table of kept)
    tables.push({ ...table, rows: await dumpTable(client, table, writer) })
  // Sequences stand outside of transactions: read last, they are past every row above.
  const sequences = await sequencesOf(client)
  const { rows } = await client.query<object>("show server_version")
  await client.query("commit")
  return {
    postgres: version.parse(rows[0]).server_version,
    migrations,
    tables,
    sequences,
  }
}
