/**
 * DATA_DIR/restore.json while a restore is under way: what lies in the data directory is not whole
 * and was made by that restore alone, so that the next one may throw it away.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

import { z } from "zod"

import { OperatorError } from "../lib/say"

const marker = z.object({
  /** The folder of pictures that was empty when the restore began. */
  mediaDir: z.string(),
})
export type Marker = z.infer<typeof marker>

const fileOf = (dataDir: string): string => path.join(dataDir, "restore.json")

/** Null when no restore was left unfinished. */
export function readMarker(dataDir: string): Marker | null {
  const file = fileOf(dataDir)
  if (!existsSync(file)) return null
  try {
    return marker.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    throw new OperatorError(
      `Không đọc được ${file} của một lần phục hồi dở dang. Hãy xoá cả thư mục ${dataDir} rồi chạy lại.`,
    )
  }
}

export const writeMarker = (dataDir: string, content: Marker): void =>
  writeFileSync(fileOf(dataDir), `${JSON.stringify(content)}\n`, { mode: 0o600 })

export const removeMarker = (dataDir: string): void =>
  rmSync(fileOf(dataDir), { force: true })

/** Every command but the restore itself stays away from what is half restored. */
export function refuseUnfinished(dataDir: string, command: string): void {
  if (command === "restore" || !existsSync(fileOf(dataDir))) return
  throw new OperatorError(
    `Thư mục dữ liệu ${dataDir} đang phục hồi dở. Chạy lại npm run restore -- TỆP (làm lại từ đầu), ` +
      "hoặc xoá thư mục đó.",
  )
}
