import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { ApiFailure } from "./api-failure"
import { formatOf, pictureOf } from "./pictures"

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#a52" } })
const photo = { kind: "photo" } as const

const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "accepted",
    (error: unknown) => (error instanceof ApiFailure ? error.failureCode : error),
  )

describe("formatOf", () => {
  it("tells by the first bytes", async () => {
    expect(formatOf(await plain(2, 2).jpeg().toBuffer())).toBe("jpeg")
    expect(formatOf(await plain(2, 2).png().toBuffer())).toBe("png")
    expect(formatOf(await plain(2, 2).webp().toBuffer())).toBe("webp")
    expect(formatOf(await plain(2, 2).gif().toBuffer())).toBeNull()
    expect(formatOf(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBeNull()
    expect(formatOf(Buffer.from("RIFF"))).toBeNull()
    expect(formatOf(Buffer.alloc(0))).toBeNull()
  })
})

describe("a photo", () => {
  it("comes out small enough, upright, and without what the camera wrote", async () => {
    const sent = await plain(2_400, 1_200)
      .withExif({
        IFD0: { Model: "OCOP-1" },
        IFD3: { GPSLatitudeRef: "N" },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const before = await sharp(sent).metadata()
    expect(before.orientation).toBe(6)
    expect(before.exif?.toString("latin1")).toContain("OCOP-1")
    const { content, ...said } = await pictureOf(photo, sent)
    expect(said).toEqual({ type: "image/webp", width: 800, height: 1_600 })
    const kept = await sharp(content).metadata()
    expect(kept).toMatchObject({ format: "webp", width: 800, height: 1_600 })
    expect([kept.exif, kept.xmp, kept.iptc]).toEqual([undefined, undefined, undefined])
  })

  it("is not enlarged, and the same one comes out the same", async () => {
    const sent = await plain(40, 30).png().toBuffer()
    const [one, two] = [await pictureOf(photo, sent), await pictureOf(photo, sent)]
    expect([one.width, one.height]).toEqual([40, 30])
    expect(one.content.equals(two.content)).toBe(true)
  })

  it("is refused when it is none, is broken, or unfolds to too much", async () => {
    const whole = await sharp({
      create: {
        width: 64,
        height: 64,
        channels: 3,
        noise: { type: "gaussian", mean: 128, sigma: 60 },
        background: "#000",
      },
    })
      .jpeg()
      .toBuffer()
    expect(await codeOf(pictureOf(photo, undefined))).toBe("invalid_input")
    expect(await codeOf(pictureOf(photo, Buffer.from("<svg/>")))).toBe(
      "unsupported_picture",
    )
    expect(await codeOf(pictureOf(photo, whole.subarray(0, whole.length / 2)))).toBe(
      "broken_picture",
    )
    const bomb = await plain(9_000, 9_000).png().toBuffer()
    expect(await codeOf(pictureOf(photo, bomb))).toBe("broken_picture")
  })
})

describe("a signature", () => {
  const pen = {
    kind: "signature",
    path: "M 10 20 C 20 5, 60 5, 90 40 L 100 10",
    width: 200,
    height: 80,
  } as const

  it("is drawn of what a pen did", async () => {
    const { content, ...said } = await pictureOf(pen, undefined)
    expect(said).toEqual({ type: "image/png", width: 200, height: 80 })
    const { channels } = await sharp(content).stats()
    expect(channels[0]).toMatchObject({ max: 255 })
    expect(channels[0]?.min).toBeLessThan(60)
  })

  it("may be a picture, but not both, and not neither", async () => {
    const { content } = await pictureOf(pen, undefined)
    expect((await pictureOf({ kind: "signature" }, content)).type).toBe("image/png")
    expect(await codeOf(pictureOf(pen, content))).toBe("invalid_input")
    expect(await codeOf(pictureOf({ kind: "signature" }, undefined))).toBe(
      "invalid_input",
    )
  })

  it("is refused when nothing is written", async () => {
    const blank = await plain(50, 50).png().toBuffer()
    expect(await codeOf(pictureOf({ kind: "signature" }, blank))).toBe("empty_signature")
    expect(await codeOf(pictureOf({ ...pen, path: "M 10 10" }, undefined))).toBe(
      "empty_signature",
    )
  })
})
