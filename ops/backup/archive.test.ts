import { createHash } from "node:crypto"
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { gzipSync } from "node:zlib"

import { pack } from "tar-stream"
import { afterEach, beforeEach, expect, it } from "vitest"

import { FORMAT_ENTRY, MANIFEST_ENTRY } from "./entries"
import type { Entry, Manifest } from "./manifest"
import { readBackup, verifyBackup, whole } from "./read"
import { writeArchive } from "./write"

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ocop-archive-"))
  file = path.join(folder, "a.backup")
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const PICTURE = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 251))

const manifestOf = (entries: readonly Entry[]): Manifest => ({
  format: 1,
  made_at: "2026-11-25T15:50:41.783Z",
  commit: null,
  postgres: "18.4",
  migrations: { modules: [], links: [], scripts: [] },
  tables: [{ name: "order", columns: ["id"], rows: 2 }],
  sequences: [],
  entries: [...entries],
})

const json = (value: unknown) => Buffer.from(JSON.stringify(value))

async function makeBackup(): Promise<void> {
  const picture = path.join(folder, "picture")
  writeFileSync(picture, PICTURE)
  await writeArchive(file, async (writer) => {
    await writer.add(FORMAT_ENTRY, Buffer.from("1\n"))
    await writer.add("tables/order/000001", Buffer.from("a\nb\n"))
    await writer.addFile("media/ảnh/mắm nhỉ.webp", picture, PICTURE.length)
    await writer.addFile("media/empty", picture, 0)
    await writer.add(MANIFEST_ENTRY, json(manifestOf(writer.entries)))
  })
  rmSync(picture)
}

/** A file that only looks like a backup, with whatever somebody put into it. */
async function forge(entries: readonly [name: string, content: Buffer][]): Promise<void> {
  const tar = pack()
  for (const [name, content] of entries) tar.entry({ name }, content)
  tar.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of tar) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  writeFileSync(file, gzipSync(Buffer.concat(chunks)))
}

const entryOf = (name: string, content: Buffer): Entry => ({
  name,
  size: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
})

it("gives back what was put in, for its owner's eyes only, and leaves nothing beside it", async () => {
  await makeBackup()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(["a.backup"])
  const manifest = await verifyBackup(file)
  expect(manifest.tables).toEqual([{ name: "order", columns: ["id"], rows: 2 }])
  const found = new Map<string, Buffer>()
  await readBackup(file, manifest, async (_, body, name) => {
    found.set(name, await whole(body))
  })
  expect(found.get("tables/order/000001")?.toString()).toBe("a\nb\n")
  expect(found.get("media/ảnh/mắm nhỉ.webp")?.equals(PICTURE)).toBe(true)
  expect(found.get("media/empty")?.length).toBe(0)
})

it("leaves no file when what it is made of fails", async () => {
  const failing = writeArchive(file, async (writer) => {
    await writer.add(FORMAT_ENTRY, Buffer.from("1\n"))
    throw new Error("the database went away")
  })
  await expect(failing).rejects.toThrow("the database went away")
  expect(readdirSync(folder)).toEqual([])
})

it("fails when a file shrinks while it is copied", async () => {
  const shrunk = path.join(folder, "shrunk")
  writeFileSync(shrunk, "abc")
  const failing = writeArchive(file, (writer) => writer.addFile("media/a", shrunk, 10))
  await expect(failing).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(["shrunk"])
})

it("refuses the file when any byte of its content changed", async () => {
  await makeBackup()
  const good = readFileSync(file)
  // The first ten are gzip's own head: among them a time and a system that nobody reads.
  const places = Array.from(
    { length: 40 },
    (_, n) => 10 + n * Math.floor(good.length / 41),
  )
  for (const place of places) {
    const bad = Buffer.from(good)
    bad[place] = (bad[place] ?? 0) ^ 0x10
    writeFileSync(file, bad)
    await expect(verifyBackup(file), `byte ${place}`).rejects.toThrow(
      /bị hỏng|không phải bản sao lưu/,
    )
  }
})

it("refuses a file that was cut off", async () => {
  await makeBackup()
  const good = readFileSync(file)
  for (const length of [good.length - 1, Math.floor(good.length / 2), 30]) {
    writeFileSync(file, good.subarray(0, length))
    await expect(verifyBackup(file), `${length} bytes`).rejects.toThrow(
      /bị hỏng|không phải bản sao lưu/,
    )
  }
})

it.each([
  ["a text", Buffer.from("không phải bản sao lưu")],
  ["nothing", Buffer.alloc(0)],
  ["a compressed text", gzipSync("không phải bản sao lưu")],
])("refuses %s", async (_, content) => {
  writeFileSync(file, content)
  await expect(verifyBackup(file)).rejects.toThrow("không phải bản sao lưu")
})

it("refuses a file that is not there", async () => {
  await expect(verifyBackup(file)).rejects.toThrow("Không có tệp")
})

it("says which format it cannot read", async () => {
  await forge([[FORMAT_ENTRY, Buffer.from("2\n")]])
  await expect(verifyBackup(file)).rejects.toThrow("định dạng 2")
})

it("refuses entries that would be written somewhere else", async () => {
  const evil = Buffer.from("evil")
  for (const name of ["media/../../evil", "../evil", "/evil", "postgres/evil"]) {
    const format = Buffer.from("1\n")
    const entries = [entryOf(FORMAT_ENTRY, format), entryOf(name, evil)]
    await forge([
      [FORMAT_ENTRY, format],
      [name, evil],
      [MANIFEST_ENTRY, json(manifestOf(entries))],
    ])
    await expect(verifyBackup(file), name).rejects.toThrow("mục lạ")
  }
})

it("refuses a link, whatever its name", async () => {
  const tar = pack()
  tar.entry({ name: FORMAT_ENTRY }, "1\n")
  tar.entry({ name: "media/a", type: "symlink", linkname: "/etc" })
  tar.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of tar) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  writeFileSync(file, gzipSync(Buffer.concat(chunks)))
  await expect(verifyBackup(file)).rejects.toThrow("mục lạ")
})

it("refuses entries that the manifest does not name, and a manifest that names more", async () => {
  const format = Buffer.from("1\n")
  const rows = Buffer.from("a\n")
  const [known, more] = [
    entryOf(FORMAT_ENTRY, format),
    entryOf("tables/order/000001", rows),
  ]
  await forge([
    [FORMAT_ENTRY, format],
    ["tables/order/000001", rows],
    [MANIFEST_ENTRY, json(manifestOf([known]))],
  ])
  await expect(verifyBackup(file)).rejects.toThrow("mã kiểm tra")
  await forge([
    [FORMAT_ENTRY, format],
    [MANIFEST_ENTRY, json(manifestOf([known, more]))],
  ])
  await expect(verifyBackup(file)).rejects.toThrow("mã kiểm tra")
})

it("notices a file that was exchanged after it had been verified", async () => {
  await makeBackup()
  const manifest = await verifyBackup(file)
  const format = Buffer.from("1\n")
  await forge([
    [FORMAT_ENTRY, format],
    [MANIFEST_ENTRY, json(manifestOf([entryOf(FORMAT_ENTRY, format)]))],
  ])
  await expect(readBackup(file, manifest, async () => undefined)).rejects.toThrow(
    "đã thay đổi",
  )
})
