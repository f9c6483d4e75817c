/** Pictures that people send: told by what is in them, drawn anew, and without what came along. */
import sharp from "sharp"
import { type AttachmentForm } from "../contracts/stock-attachment"
import { ApiFailure } from "./api-failure"

export type Picture = {
  content: Buffer
  type: "image/webp" | "image/png"
  width: number
  height: number
}

const MAX_SIDE = 1_600
/** A picture of a few bytes can unfold to gigabytes. */
const MAX_PIXELS = 60_000_000
const WEBP_QUALITY = 80
const PEN_WIDTH = 3

const startsWith = (content: Buffer, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, index) => content[at + index] === byte)
const ascii = (word: string) => [...Buffer.from(word, "ascii")]

/** By the first bytes, whatever the name or the sender says. */
export function formatOf(content: Buffer): "jpeg" | "png" | "webp" | null {
  if (startsWith(content, [0xff, 0xd8, 0xff])) return "jpeg"
  if (startsWith(content, [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a])) return "png"
  return startsWith(content, ascii("RIFF")) && startsWith(content, ascii("WEBP"), 8)
    ? "webp"
    : null
}

const refuse = (code: string, message: string) =>
  new ApiFailure(422, code, message, { file: message })
const broken = () =>
  refuse("broken_picture", "Không đọc được ảnh này. Hãy chụp hoặc chọn lại.")

async function drawn(
  source: sharp.Sharp,
  type: Picture["type"],
): Promise<{ picture: Picture; isBlank: boolean }> {
  try {
    // Turned as the camera said; nothing else of what the file says of itself is kept.
    const upright = source.autoOrient().resize({
      width: MAX_SIDE,
      height: MAX_SIDE,
      fit: "inside",
      withoutEnlargement: true,
    })
    const encoded =
      type === "image/png" ? upright.png() : upright.webp({ quality: WEBP_QUALITY })
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
    const { channels } = await sharp(data).stats()
    const isBlank = channels.every(({ min, max }) => min === max)
    const picture = { content: data, type, width: info.width, height: info.height }
    return { picture, isBlank }
  } catch {
    // The library's words tell of the machine, not of the picture.
    throw broken()
  }
}

/**
 * @throws ApiFailure 422 unsupported_picture, broken_picture; neither a camera's position nor any
 * other note of the file is in what comes out.
 */
async function fromFile(content: Buffer, type: Picture["type"]) {
  if (!formatOf(content))
    throw refuse("unsupported_picture", "Chỉ nhận ảnh JPEG, PNG hoặc WebP.")
  const source = sharp(content, { limitInputPixels: MAX_PIXELS, failOn: "error" })
  return drawn(source, type)
}

/** The path is checked to be path data: it can end neither the attribute nor the element. */
const fromPen = (path: string, width: number, height: number) =>
  drawn(
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}" fill="none" stroke="#111" stroke-width="${PEN_WIDTH}" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
      ),
      { limitInputPixels: MAX_PIXELS },
    ),
    "image/png",
  )

/**
 * @throws ApiFailure 422 invalid_input without a picture, unsupported_picture, broken_picture,
 * empty_signature.
 */
export async function pictureOf(
  form: AttachmentForm,
  file: Buffer | undefined,
): Promise<Picture> {
  if (form.kind === "photo") {
    if (!file) throw refuse("invalid_input", "Hãy chọn ảnh.")
    return (await fromFile(file, "image/webp")).picture
  }
  const { path, width, height } = form
  const isPen = path !== undefined && width !== undefined && height !== undefined
  if (isPen === (file !== undefined))
    throw refuse("invalid_input", "Hãy gửi chữ ký: một ảnh, hoặc nét ký.")
  const { picture, isBlank } = isPen
    ? await fromPen(path, width, height)
    : await fromFile(file ?? Buffer.alloc(0), "image/png")
  if (isBlank) throw refuse("empty_signature", "Chưa có chữ ký nào trong khung.")
  return picture
}
