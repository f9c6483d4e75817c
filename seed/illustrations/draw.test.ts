import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { groupSlug } from "../../backend/src/contracts/group"
import { drawIllustration, type Illustrated } from "./draw"
import { type IllustrationShape, SHAPES } from "./shapes"

const names = Object.keys(SHAPES).filter(
  (name): name is IllustrationShape => name in SHAPES,
)

const product = (shape: IllustrationShape, handle: string = shape): Illustrated => ({
  handle,
  title: "Đặc sản <Quảng Nam> & “Ớt A Riêu”",
  group: "thuc-pham",
  shape,
})

describe("drawIllustration", () => {
  it.each(names)("draws %s as well-formed SVG of 960 × 960", async (shape) => {
    for (const group of groupSlug.options) {
      const svg = drawIllustration({ ...product(shape, `${shape}-${group}`), group })
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      const defined = new Set(
        [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]),
      )
      for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g))
        expect(defined).toContain(used)
      // The renderer reads strictly: a broken document is an error, not a blank.
      const { width, height, format } = await sharp(Buffer.from(svg)).metadata()
      expect({ width, height, format }).toEqual({
        width: 960,
        height: 960,
        format: "svg",
      })
    }
  })

  it("gives the same bytes for the same product", () => {
    expect(drawIllustration(product("jar"))).toBe(drawIllustration(product("jar")))
  })

  it("gives two products of one kind two pictures", () => {
    const pictures = Array.from({ length: 24 }, (_, index) =>
      drawIllustration(product("fish-sauce-bottle", `nuoc-mam-${index}`)),
    )
    expect(new Set(pictures).size).toBe(24)
  })
})
