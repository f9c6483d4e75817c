/** The files of a backup beside the database: pictures, exports, accounts, secrets. */
import { existsSync, statSync } from "node:fs"
import { mkdir, open, readdir, readFile } from "node:fs/promises"
import path from "node:path"

import { accountsFile } from "../accounts"
import type { Places } from "../env"
import { OperatorError } from "../lib/say"
import { secretsFile } from "../secrets"
import {
  ACCOUNTS_ENTRY,
  entryKind,
  fileEntry,
  FOLDERS,
  SECRETS_ENTRY,
  sizeLimit,
  type EntryKind,
  type Folder,
} from "./entries"
import type { Manifest } from "./manifest"
import { readBackup, type Body } from "./read"
import type { Writer } from "./write"

/** Where the backend's file module keeps them (backend/medusa-config.ts). */
export const folderOf = ({ mediaDir }: Places, folder: Folder): string =>
  folder === "media" ? mediaDir : `${mediaDir}-private`

/** Links and the like are none of the shop's. Paths are relative to the folder. */
async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}

async function addFolder(places: Places, folder: Folder, writer: Writer): Promise<void> {
  const from = folderOf(places, folder)
  for (const file of await filesUnder(from)) {
    const full = path.join(from, file)
    const size = statSync(full, { throwIfNoEntry: false })?.size
    // Deleted since the folder was listed.
    if (size === undefined) continue
    const name = fileEntry(folder, file.split(path.sep).join("/"))
    const kind = entryKind(name)
    if (!kind || size > sizeLimit(kind))
      throw new OperatorError(
        `Không sao lưu được tệp ${full}: tên có ký tự lạ hoặc tệp quá lớn. Hãy đổi tên hay bỏ tệp đó.`,
      )
    await writer.addFile(name, full, size)
  }
}

/** After the database: every picture that it names has been there by then. */
export async function addFiles(places: Places, writer: Writer): Promise<void> {
  const { dataDir, databaseUrl } = places
  // On a database of one's own the secrets come from the environment.
  const secrets = secretsFile(dataDir)
  if (!databaseUrl && existsSync(secrets))
    await writer.add(SECRETS_ENTRY, await readFile(secrets))
  const accounts = accountsFile(dataDir)
  if (existsSync(accounts)) await writer.add(ACCOUNTS_ENTRY, await readFile(accounts))
  for (const folder of FOLDERS) await addFolder(places, folder, writer)
}

/** Never over a file that is there. */
async function writeNew(file: string, body: Body, mode: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(file, "wx", mode)
  try {
    for await (const chunk of body) await handle.write(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function destination(
  places: Places,
  kind: EntryKind,
): { file: string; mode: number } | null {
  switch (kind.is) {
    case "secrets":
      return places.databaseUrl
        ? null
        : { file: secretsFile(places.dataDir), mode: 0o600 }
    case "accounts":
      return { file: accountsFile(places.dataDir), mode: 0o600 }
    case "file":
      return { file: path.join(folderOf(places, kind.folder), kind.path), mode: 0o644 }
    default:
      return null
  }
}

/** Puts all of them where they belong. */
export async function extractFiles(
  file: string,
  manifest: Manifest,
  places: Places,
): Promise<void> {
  await readBackup(file, manifest, async (kind, body) => {
    const to = destination(places, kind)
    if (to) await writeNew(to.file, body, to.mode)
  })
}
