/**
 * Photographs are not ours to take, so every product gets a drawing. It is rendered once, by the
 * seed; the file's name carries the drawing's hash, so it can be cached for ever and is only
 * rendered again when the drawing changes.
 */
import { createHash } from "node:crypto"
import { mkdir, readdir, rename } from "node:fs/promises"
import path from "node:path"
import sharp, { type Sharp } from "sharp"
import { type PictureSet } from "../../backend/src/contracts/catalog"
import { SIDE } from "./backdrop"
import { drawIllustration, type Illustrated } from "./draw"

export { type Illustrated } from "./draw"
export { shapeFor } from "./shape-for"
export { type IllustrationShape } from "./shapes"

const WIDTHS = [320, 640, 960]
const FORMATS: PictureSet["formats"] = ["avif", "webp"]
/** libvips uses one thread per picture for most of the work: two at a time fill two cores. */
const CONCURRENCY = 2

const options = {
  avif: { quality: 54, effort: 1, chromaSubsampling: "4:2:0" },
  webp: { quality: 80, effort: 2 },
} as const

type Format = PictureSet["formats"][number]

async function write(
  pixels: Sharp,
  width: number,
  format: Format,
  file: string,
): Promise<void> {
  const sized = pixels.clone().resize(width, width, { kernel: "lanczos3" })
  // Written aside and renamed, so that a seed broken off leaves no half picture behind.
  const part = `${file}.part`
  await (format === "avif" ? sized.avif(options.avif) : sized.webp(options.webp)).toFile(
    part,
  )
  await rename(part, file)
}

/**
 * Draws each product and writes `<mediaDir>/illustrations/<handle>-<hash>-<width>.<format>`;
 * files already there are left alone. Returns the picture of each handle.
 */
export async function renderIllustrations(
  products: readonly Illustrated[],
  mediaDir: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Map<string, PictureSet>> {
  const folder = path.join(mediaDir, "illustrations")
  await mkdir(folder, { recursive: true })
  const present = new Set(await readdir(folder))
  const pictures = new Map<string, PictureSet>()
  const queue = products.values()
  let done = 0

  const work = async (): Promise<void> => {
    for (const product of queue) {
      const svg = drawIllustration(product)
      const hash = createHash("sha256").update(svg).digest("hex").slice(0, 8)
      const name = `${product.handle}-${hash}`
      const missing = WIDTHS.flatMap((width) =>
        FORMATS.map((format) => ({ width, format, file: `${name}-${width}.${format}` })),
      ).filter(({ file }) => !present.has(file))
      if (missing.length > 0) {
        const raw = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer()
        const pixels = sharp(raw, { raw: { width: SIDE, height: SIDE, channels: 3 } })
        for (const { width, format, file } of missing) {
          await write(pixels, width, format, path.join(folder, file))
        }
      }
      pictures.set(product.handle, {
        base: `/media/illustrations/${name}`,
        widths: WIDTHS,
        formats: FORMATS,
        width: SIDE,
        height: SIDE,
        alt: `Hình minh họa: ${product.title}`,
        illustration: true,
      })
      done += 1
      onProgress(done, products.length)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  return pictures
}
