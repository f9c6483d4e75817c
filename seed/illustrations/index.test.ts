import { mkdtemp, readdir, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import sharp from "sharp"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { pictureSet } from "../../backend/src/contracts/catalog"
import { type Illustrated, renderIllustrations } from "./index"

const PRODUCTS: Illustrated[] = [
  {
    handle: "nuoc-mam-cua-khe",
    title: "Nước mắm Cửa Khe – Hai Hiền",
    group: "thuc-pham",
    shape: "fish-sauce-bottle",
  },
  { handle: "den-long", title: "Đèn lồng Hội An", group: "luu-niem", shape: "lantern" },
]

describe("renderIllustrations", () => {
  let media = ""
  beforeEach(async () => {
    media = await mkdtemp(path.join(tmpdir(), "ocop media "))
  })
  afterEach(() => rm(media, { recursive: true }))

  const files = async (): Promise<string[]> =>
    (await readdir(path.join(media, "illustrations"))).sort()

  it("writes every width in both formats, each of them small", async () => {
    const seen: string[] = []
    const pictures = await renderIllustrations(PRODUCTS, media, (done, total) =>
      seen.push(`${done}/${total}`),
    )
    expect(seen).toEqual(["1/2", "2/2"])
    const written = await files()
    expect(written).toHaveLength(12)
    for (const { handle } of PRODUCTS) {
      const picture = pictureSet.parse(pictures.get(handle))
      expect(picture.base).toMatch(
        new RegExp(`^/media/illustrations/${handle}-[0-9a-f]{8}$`),
      )
      expect(picture.illustration).toBe(true)
      for (const width of picture.widths) {
        for (const format of picture.formats) {
          const file = path.join(
            media,
            `${picture.base.replace("/media/", "")}-${width}.${format}`,
          )
          expect((await sharp(file).metadata()).width).toBe(width)
          expect((await stat(file)).size).toBeLessThan(60_000)
        }
      }
    }
  })

  it("renders only what is missing", async () => {
    await renderIllustrations(PRODUCTS, media)
    const [first, ...others] = await files()
    const at = async (name: string): Promise<number> =>
      (await stat(path.join(media, "illustrations", name))).mtimeMs
    const before = await Promise.all(others.map(at))
    await rm(path.join(media, "illustrations", first ?? ""))
    await renderIllustrations(PRODUCTS, media)
    expect(await Promise.all(others.map(at))).toEqual(before)
    expect(await files()).toEqual([first, ...others])
  })
})
