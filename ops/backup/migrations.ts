/** Which schema a database has, and which one this code makes, by the names of the migrations. */
import { execFileSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import path from "node:path"

import type { Client } from "pg"
import { z } from "zod"

import { BACKEND_DIR, ROOT } from "../lib/paths"
import { OperatorError } from "../lib/say"
import type { Manifest, Migrations } from "./manifest"

const named = z.object({ name: z.string() })

async function namesOf(client: Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<object>(sql)
  const names = z
    .array(named)
    .parse(rows)
    .map(({ name }) => name)
  return [...new Set(names)].sort()
}

/** Null when the database has never been migrated. */
export async function migrationsOf(client: Client): Promise<Migrations | null> {
  const { rows } = await client.query<{ ready: boolean }>(
    `select to_regclass('public.mikro_orm_migrations') is not null
        and to_regclass('public.link_module_migrations') is not null
        and to_regclass('public.script_migrations') is not null as ready`,
  )
  if (!rows[0]?.ready) return null
  return {
    modules: await namesOf(client, "select name from mikro_orm_migrations"),
    links: await namesOf(client, "select table_name as name from link_module_migrations"),
    scripts: await namesOf(
      client,
      "select script_name as name from script_migrations where finished_at is not null",
    ),
  }
}

/** The commit that is checked out; null without Git. */
export function currentCommit(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim()
  } catch {
    return null
  }
}

function migrationFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((file) => /^([A-Za-z]+\d{12,}\w*)\.(ts|js)$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
}

const foldersIn = (parent: string): string[] =>
  existsSync(parent) ? readdirSync(parent).map((name) => path.join(parent, name)) : []

/** The migrations of our modules, and all of the framework's packages, whether they are used or not. */
function codeMigrations(): { ours: string[]; framework: string[] } {
  const packages = [ROOT, BACKEND_DIR].flatMap((base) =>
    foldersIn(path.join(base, "node_modules", "@medusajs")),
  )
  return {
    ours: foldersIn(path.join(BACKEND_DIR, "src", "modules")).flatMap((folder) =>
      migrationFiles(path.join(folder, "migrations")),
    ),
    framework: packages.flatMap((folder) =>
      migrationFiles(path.join(folder, "dist", "migrations")),
    ),
  }
}

const missingFrom = (names: readonly string[], others: readonly string[]): string[] =>
  names.filter((name) => !others.includes(name))

function refusal({ commit }: Manifest, onlyBackup: string[], onlyCode: string[]): string {
  const list = (title: string, names: string[]) =>
    names.length === 0
      ? ""
      : `\n  ${title}: ${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`
  const version = commit
    ? `git checkout ${commit}`
    : "lấy đúng phiên bản mã nguồn đã tạo bản sao lưu"
  return (
    "Cấu trúc dữ liệu trong bản sao lưu khác với phiên bản mã nguồn này:" +
    list("chỉ có trong bản sao lưu", onlyBackup) +
    list("chỉ có trong mã nguồn", onlyCode) +
    `\nHãy ${version}, phục hồi bằng phiên bản đó, rồi cập nhật mã nguồn và chạy npm start.`
  )
}

/**
 * Before anything is made: what can be told from the sources alone. The framework's packages hold
 * more than is used, so only what is too new among theirs is noticed here.
 */
export function requireKnownMigrations(
  manifest: Manifest,
  code = codeMigrations(),
): void {
  const { modules } = manifest.migrations
  const onlyBackup = missingFrom(modules, [...code.ours, ...code.framework])
  const onlyCode = missingFrom(code.ours, modules)
  if (onlyBackup.length + onlyCode.length > 0)
    throw new OperatorError(refusal(manifest, onlyBackup, onlyCode))
}

/** When this code has made its schema: everything, exactly. The embedded database is thrown away after it. */
export async function requireSameMigrations(
  client: Client,
  manifest: Manifest,
): Promise<void> {
  const wanted = Object.values(manifest.migrations).flat()
  const found = Object.values((await migrationsOf(client)) ?? {}).flat()
  const onlyBackup = missingFrom(wanted, found)
  const onlyCode = missingFrom(found, wanted)
  if (onlyBackup.length + onlyCode.length > 0)
    throw new OperatorError(
      `${refusal(manifest, onlyBackup, onlyCode)}\nNếu dùng DATABASE_URL: xoá và tạo lại cơ sở dữ liệu đó trước, ` +
        "nó đã có cấu trúc của phiên bản này.",
    )
}
