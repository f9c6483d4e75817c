/** Filling a database with the tables of a backup, in one transaction. */
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

import { DatabaseError, type Client } from "pg"
import { from as copyFrom } from "pg-copy-streams"

import { OperatorError } from "../lib/say"
import { copyTarget } from "./dump"
import type { Manifest } from "./manifest"
import { readBackup } from "./read"
import {
  countRows,
  hasRows,
  keptSequences,
  keptTables,
  quoted,
  tablesInUse,
} from "./tables"

const NOT_PERMITTED = "42501"

/** For the transaction: no trigger fires and no foreign key is checked; the rows were right together. */
async function switchTriggersOff(client: Client): Promise<void> {
  try {
    await client.query("set local session_replication_role = replica")
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== NOT_PERMITTED) throw error
    const user = client.user ?? "…"
    throw new OperatorError(
      `Tài khoản PostgreSQL «${user}» không được đặt session_replication_role, là quyền cần để nạp dữ liệu. ` +
        `Hãy cho quản trị viên chạy: GRANT SET ON PARAMETER session_replication_role TO ${quoted(user)}; ` +
        "(PostgreSQL 15 trở lên) hoặc dùng tài khoản superuser.",
    )
  }
}

/** Throws an OperatorError when the load would not be permitted; changes nothing. */
export async function requireLoadRight(client: Client): Promise<void> {
  await client.query("begin")
  try {
    await switchTriggersOff(client)
  } finally {
    await client.query("rollback")
  }
}

export const databaseInUse = (tables: readonly string[]): string =>
  `Cơ sở dữ liệu đích đã có dữ liệu (bảng ${tables.slice(0, 5).join(", ")}${tables.length > 5 ? ", …" : ""}). ` +
  "Chỉ phục hồi vào cơ sở dữ liệu trống: đặt DATABASE_URL tới một cơ sở dữ liệu mới, hoặc xoá và tạo lại nó " +
  "nếu dữ liệu trong đó không cần nữa. Nếu đó là dữ liệu của một lần phục hồi đã nạp xong thì chỉ còn: " +
  "npm run reindex, chạy sàn vài phút, rồi npm run reconcile."

/** The schema holds exactly what the backup has rows for. */
async function requireSameTables(client: Client, manifest: Manifest): Promise<void> {
  const shape = (tables: readonly { name: string; columns: readonly string[] }[]) =>
    tables.map(({ name, columns }) => `${name}(${[...columns].sort().join(",")})`)
  const [wanted, found] = [shape(manifest.tables), shape(await keptTables(client))]
  const differing = [
    ...wanted.filter((table) => !found.includes(table)),
    ...found.filter((table) => !wanted.includes(table)),
  ].map((table) => table.slice(0, table.indexOf("(")))
  const sequences = await keptSequences(client)
  const missing = manifest.sequences.filter(({ name }) => !sequences.includes(name))
  const names = [...differing, ...missing.map(({ name }) => name)]
  if (names.length > 0)
    throw new OperatorError(
      `Bảng trong bản sao lưu và trong cơ sở dữ liệu khác nhau: ${[...new Set(names)].join(", ")}. ` +
        "Hãy phục hồi bằng đúng phiên bản mã nguồn đã tạo bản sao lưu.",
    )
}

/** What db:migrate wrote gives way to the rows of the backup. */
async function clearTables(client: Client): Promise<void> {
  for (const { name } of await keptTables(client))
    if (await hasRows(client, name)) await client.query(`delete from ${quoted(name)}`)
}

async function copyRows(client: Client, file: string, manifest: Manifest): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [table.name, table]))
  await readBackup(file, manifest, async (kind, body, name) => {
    if (kind.is !== "rows") return
    const table = tables.get(kind.table)
    if (!table) throw new OperatorError(`Bản sao lưu có mục «${name}» của bảng lạ.`)
    await pipeline(
      Readable.from(body),
      client.query(copyFrom(`${copyTarget(table)} from stdin`)),
    )
  })
}

async function continueSequences(client: Client, manifest: Manifest): Promise<void> {
  for (const { name, last_value, is_called } of manifest.sequences)
    await client.query("select setval($1::regclass, $2, $3)", [
      `public.${quoted(name)}`,
      last_value,
      is_called,
    ])
}

async function requireCounts(client: Client, manifest: Manifest): Promise<void> {
  for (const { name, rows } of manifest.tables) {
    const found = await countRows(client, name)
    if (found !== rows)
      throw new OperatorError(
        `Bảng ${name} có ${found} dòng sau khi nạp, bản sao lưu ghi ${rows}.`,
      )
  }
}

/** All or nothing. The schema is there and holds nothing but what db:migrate wrote. */
export async function loadTables(
  client: Client,
  file: string,
  manifest: Manifest,
): Promise<void> {
  await client.query("begin")
  await switchTriggersOff(client)
  await client.query(
    "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '30s'",
  )
  await requireSameTables(client, manifest)
  const names = manifest.tables.map(({ name }) => quoted(name)).join(", ")
  await client.query(`lock table ${names} in exclusive mode`)
  const used = await tablesInUse(client)
  if (used.length > 0) throw new OperatorError(databaseInUse(used))
  await clearTables(client)
  await copyRows(client, file, manifest)
  await continueSequences(client, manifest)
  await requireCounts(client, manifest)
  await client.query("commit")
  // The planner has seen empty tables only.
  await client.query("analyze")
}
