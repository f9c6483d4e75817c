/** `npm run backup`: everything that must survive, in one file. */
import { existsSync, realpathSync, statSync } from "node:fs"
import path from "node:path"

import type { Places } from "../env"
import { OperatorError, say, step } from "../lib/say"
import { dumpTables } from "./dump"
import { FORMAT_ENTRY, FOLDERS, MANIFEST_ENTRY } from "./entries"
import { addFiles, folderOf } from "./files"
import { FORMAT, rowsIn, type Manifest } from "./manifest"
import { currentCommit } from "./migrations"
import { withDatabase } from "./target"
import { writeArchive } from "./write"

const number = new Intl.NumberFormat("vi-VN")

/** "274 bảng, 12.345 dòng, 1.644 tệp" */
export function contentsOf(manifest: Manifest): string {
  const files = manifest.entries.filter(({ name }) =>
    FOLDERS.some((folder) => name.startsWith(`${folder}/`)),
  )
  return (
    `${number.format(manifest.tables.length)} bảng, ${number.format(rowsIn(manifest))} dòng, ` +
    `${number.format(files.length)} tệp`
  )
}

/** Throws an OperatorError when the backup could not or must not lie there. */
export function requireWritable(places: Places, file: string): void {
  const folder = path.dirname(file)
  if (!existsSync(folder)) throw new OperatorError(`Không có thư mục ${folder}.`)
  if (existsSync(file))
    throw new OperatorError(
      `Đã có ${file}. Hãy đặt tên khác hoặc xoá tệp cũ: bản sao lưu không ghi đè lên tệp nào.`,
    )
  const real = realpathSync(folder)
  for (const each of FOLDERS.map((name) => folderOf(places, name)).filter(existsSync)) {
    const inside = path.relative(realpathSync(each), real)
    if (!inside.startsWith("..") && !path.isAbsolute(inside))
      throw new OperatorError(
        `Không sao lưu vào ${each}: ảnh trong đó ai cũng xem được. Hãy chọn thư mục khác.`,
      )
  }
}

/** Makes the file; the shop may be running. */
export async function backUp(
  places: Places,
  databaseUrl: string,
  file: string,
): Promise<void> {
  await step("Sao lưu", () =>
    writeArchive(file, async (writer) => {
      await writer.add(FORMAT_ENTRY, Buffer.from(`${FORMAT}\n`))
      const made_at = new Date().toISOString()
      const dumped = await withDatabase(databaseUrl, (client) =>
        dumpTables(client, writer),
      )
      await addFiles(places, writer)
      const manifest: Manifest = {
        format: FORMAT,
        made_at,
        commit: currentCommit(),
        ...dumped,
        entries: [...writer.entries],
      }
      await writer.add(MANIFEST_ENTRY, Buffer.from(JSON.stringify(manifest)))
      say(contentsOf(manifest))
    }),
  )
  const megabytes = (statSync(file).size / 1e6).toFixed(1).replace(".", ",")
  say(`${file} (${megabytes} MB, chỉ chủ tệp đọc được)`)
  say("Tệp có dữ liệu cá nhân của khách và bí mật của sàn: cất như cất chìa khoá.")
}
