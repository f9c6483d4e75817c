/** Where a restore goes: only where nothing is, apart from what an unfinished restore left. */
import { existsSync, readdirSync, rmSync } from "node:fs"
import path from "node:path"

import { Client } from "pg"

import { accountsFile } from "../accounts"
import type { Places } from "../env"
import { OperatorError } from "../lib/say"
import { secretsFile } from "../secrets"
import { stopMeilisearch } from "../services/meilisearch"
import { stopPostgres } from "../services/postgres"
import { postgresTraces, removePostgres } from "../services/postgres-home"
import { FOLDERS } from "./entries"
import { folderOf } from "./files"
import { databaseInUse, requireLoadRight } from "./load"
import { readMarker, removeMarker } from "./marker"
import { tablesInUse } from "./tables"

/** Runs `work` on a connection of its own. */
export async function withDatabase<T>(
  url: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url })
  // A connection that breaks while nobody waits for it fails the next query.
  client.on("error", () => undefined)
  try {
    await client.connect()
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new OperatorError(`Không kết nối được cơ sở dữ liệu: ${detail}`)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const isFilled = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).length > 0

const filledFolders = (places: Places): string[] =>
  FOLDERS.map((folder) => folderOf(places, folder)).filter(isFilled)

function refuse(found: readonly string[]): void {
  if (found.length === 0) return
  throw new OperatorError(
    `Nơi phục hồi đã có dữ liệu: ${found.join(", ")}. Chỉ phục hồi vào nơi trống: ` +
      "đặt DATA_DIR (và MEDIA_DIR, nếu dùng) tới thư mục mới, ví dụ: DATA_DIR=./.data-moi npm run restore -- TỆP; " +
      "hoặc tự xoá các mục trên nếu không cần nữa.",
  )
}

/** Throws an OperatorError when there is anything that a restore would mix with; changes nothing. */
export async function requireEmptyTarget(places: Places): Promise<void> {
  const { dataDir, mediaDir, databaseUrl } = places
  const unfinished = readMarker(dataDir)
  const files = [
    secretsFile(dataDir),
    accountsFile(dataDir),
    ...postgresTraces(dataDir),
  ].filter(existsSync)
  if (!unfinished) refuse([...files, ...filledFolders(places)])
  else if (unfinished.mediaDir !== mediaDir) refuse(filledFolders(places))
  if (!databaseUrl) return
  await withDatabase(databaseUrl, async (client) => {
    const used = await tablesInUse(client)
    if (used.length > 0) throw new OperatorError(databaseInUse(used))
    await requireLoadRight(client)
  })
}

/** Takes away what an unfinished restore made, servers that outlived it included; its logs stay. */
export async function removeUnfinished(places: Places): Promise<void> {
  const { dataDir } = places
  const unfinished = readMarker(dataDir)
  if (!unfinished) return
  await stopMeilisearch(dataDir)
  await stopPostgres(dataDir)
  removePostgres(dataDir)
  for (const name of ["meilisearch", "meilisearch-work", "build-stamps.json"])
    rmSync(path.join(dataDir, name), { recursive: true, force: true })
  for (const file of [secretsFile(dataDir), accountsFile(dataDir)])
    rmSync(file, { force: true })
  for (const folder of FOLDERS) {
    const made = folderOf({ ...places, mediaDir: unfinished.mediaDir }, folder)
    // What is in it, not the folder: it may be a volume.
    if (existsSync(made))
      for (const name of readdirSync(made))
        rmSync(path.join(made, name), { recursive: true, force: true })
  }
  removeMarker(dataDir)
}
