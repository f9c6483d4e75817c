/** Writing the file of a backup: a compressed tar, entry by entry, each with its checksum. */
import { createHash } from "node:crypto"
import { createReadStream, createWriteStream, rmSync } from "node:fs"
import { open, rename } from "node:fs/promises"
import path from "node:path"
import { Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"

import { pack } from "tar-stream"

import type { Entry } from "./manifest"

export type Writer = {
  add: (name: string, content: Buffer) => Promise<void>
  /** Copies as many bytes as the file has now; it may not shrink meanwhile. */
  addFile: (name: string, file: string, size: number) => Promise<void>
  /** What was added so far. */
  entries: readonly Entry[]
}

/** After a power cut the file has its whole content, and the folder its name. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Makes `file` out of what `fill` adds. Until that is whole and on the disk it has another name; no
 * file is left when anything fails.
 */
export async function writeArchive(
  file: string,
  fill: (writer: Writer) => Promise<void>,
): Promise<void> {
  const partial = `${file}.${process.pid}.partial`
  const remove = () => rmSync(partial, { force: true })
  // Also when the person ends the command.
  process.once("exit", remove)
  try {
    await packInto(
      createWriteStream(partial, { flags: "wx", mode: 0o600, flush: true }),
      fill,
    )
    await rename(partial, file)
    await syncFolder(path.dirname(file))
  } finally {
    remove()
    process.off("exit", remove)
  }
}

async function packInto(
  output: NodeJS.WritableStream,
  fill: (writer: Writer) => Promise<void>,
): Promise<void> {
  const tar = pack()
  const flow = pipeline(tar, createGzip(), output)
  const broken = flow.then(
    () => new Promise<never>(() => undefined),
    (error: unknown) => Promise.reject(error),
  )
  broken.catch(() => undefined)
  const entries: Entry[] = []

  const add = async (name: string, content: Buffer): Promise<void> => {
    const added = new Promise<void>((resolve, reject) => {
      tar.entry({ name, size: content.length, mode: 0o600 }, content, (error) =>
        error ? reject(error) : resolve(),
      )
    })
    // A full disk breaks the flow, and then nobody answers the entry.
    await Promise.race([added, broken])
    entries.push({
      name,
      size: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
    })
  }

  const addFile = async (name: string, file: string, size: number): Promise<void> => {
    if (size === 0) return add(name, Buffer.alloc(0))
    const hash = createHash("sha256")
    const hashing = new Transform({
      transform(chunk: Buffer, _, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    const copied = pipeline(
      createReadStream(file, { end: size - 1 }),
      hashing,
      tar.entry({ name, size, mode: 0o600 }),
    )
    await Promise.race([copied, broken])
    entries.push({ name, size, sha256: hash.digest("hex") })
  }

  try {
    await fill({ add, addFile, entries })
    tar.finalize()
  } catch (error) {
    tar.destroy()
    await flow.catch(() => undefined)
    throw error
  }
  await flow
}
