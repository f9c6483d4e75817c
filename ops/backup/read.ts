/** Reading the file of a backup; whatever is not exactly what was written is refused. */
import { createHash } from "node:crypto"
import { createReadStream, existsSync } from "node:fs"
import { pipeline } from "node:stream/promises"
import { createGunzip } from "node:zlib"

import { extract, type Header } from "tar-stream"

import { OperatorError } from "../lib/say"
import {
  entryKind,
  FORMAT_ENTRY,
  MANIFEST_ENTRY,
  sizeLimit,
  type EntryKind,
} from "./entries"
import { FORMAT, parseManifest, type Entry, type Manifest } from "./manifest"

export type Body = AsyncIterable<Buffer>

/** Takes the entries one after the other; what it leaves of one is read to its end. */
export type Visit = (kind: EntryKind, body: Body, name: string) => Promise<void>

/** What is wrong with the file, in words for its owner. */
class Unfit extends Error {}

function kindOf({ name, type, size }: Header): EntryKind {
  const kind = type === "file" ? entryKind(name) : null
  if (!kind) throw new Unfit(`có mục lạ «${name}»`)
  if (size > sizeLimit(kind)) throw new Unfit(`mục «${name}» quá lớn`)
  return kind
}

export async function whole(body: Body): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Reads all entries and gives their sizes and checksums. */
async function readEntries(file: string, visit: Visit): Promise<Entry[]> {
  const tar = extract()
  const flow = pipeline(createReadStream(file), createGunzip(), tar)
  // Its failure reaches the loop below too.
  flow.catch(() => undefined)
  const entries: Entry[] = []
  for await (const entry of tar) {
    const kind = kindOf(entry.header)
    const hash = createHash("sha256")
    let size = 0
    const body = (async function* () {
      for await (const chunk of entry) {
        if (!Buffer.isBuffer(chunk)) throw new TypeError("an entry is made of bytes")
        hash.update(chunk)
        size += chunk.length
        yield chunk
      }
    })()
    await visit(kind, body, entry.header.name)
    for await (const rest of body) void rest
    entries.push({ name: entry.header.name, size, sha256: hash.digest("hex") })
  }
  await flow
  return entries
}

function isSame(written: readonly Entry[], found: readonly Entry[]): boolean {
  return (
    written.length === found.length &&
    written.every(({ name, size, sha256 }, index) => {
      const other = found[index]
      return other?.name === name && other.size === size && other.sha256 === sha256
    })
  )
}

const explain = (error: unknown): string =>
  error instanceof Unfit
    ? error.message
    : error instanceof Error
      ? `không đọc hết được: ${error.message}`
      : String(error)

/**
 * Reads the whole file and gives its manifest. Throws an OperatorError when it is no backup, one of
 * another format, or damaged anywhere.
 */
export async function verifyBackup(file: string): Promise<Manifest> {
  if (!existsSync(file)) throw new OperatorError(`Không có tệp ${file}.`)
  let isBackup = false
  let text: string | null = null
  try {
    const entries = await readEntries(file, async (kind, body, name) => {
      if (!isBackup) {
        if (kind.is !== "format") throw new Unfit(`mục đầu không phải «${FORMAT_ENTRY}»`)
        isBackup = true
        const format = (await whole(body)).toString("utf8").trim()
        if (format !== String(FORMAT))
          throw new OperatorError(
            `Bản sao lưu ${file} có định dạng ${format.slice(0, 20)}, phiên bản này đọc định dạng ${FORMAT}. ` +
              "Hãy phục hồi bằng phiên bản mã nguồn đã tạo ra nó.",
          )
      }
      if (text !== null) throw new Unfit(`còn mục «${name}» sau ${MANIFEST_ENTRY}`)
      if (kind.is === "manifest") text = (await whole(body)).toString("utf8")
    })
    if (text === null) throw new Unfit(`thiếu ${MANIFEST_ENTRY}, tệp bị cụt`)
    const manifest = parseManifest(text)
    if (!isSame(manifest.entries, entries.slice(0, -1)))
      throw new Unfit("có mục không khớp mã kiểm tra")
    return manifest
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(
      isBackup
        ? `Bản sao lưu ${file} bị hỏng (${explain(error)}). Chưa có gì được ghi; hãy dùng bản sao lưu khác.`
        : `${file} không phải bản sao lưu do «npm run backup» tạo (${explain(error)}). Chưa có gì được ghi.`,
    )
  }
}

/**
 * Reads a file that has been verified before once more.
 * @throws OperatorError when it is not the same any more.
 */
export async function readBackup(
  file: string,
  { entries }: Manifest,
  visit: Visit,
): Promise<void> {
  const found = await readEntries(file, visit)
  if (!isSame(entries, found.slice(0, -1)))
    throw new OperatorError(`Bản sao lưu ${file} đã thay đổi trong lúc phục hồi.`)
}
