/** Photos and signatures for documents of the stock, over the admin API. */
import {
  attachmentResponse,
  type AttachmentView,
} from "@ocop/backend/contracts/stock-attachment"
import { randomInt } from "node:crypto"
import { existsSync } from "node:fs"
import { join } from "node:path"
import sharp, { type Sharp } from "sharp"
import { FormData, type Response } from "undici"
import { adminForm } from "./backend"
import { source } from "./backup"

const PATH = "/admin/stock/attachments"

/** A picture that no other one is like. */
export const newPicture = (width = 320, height = 200): Sharp =>
  sharp({
    create: {
      ...{ width, height, channels: 3 as const },
      background: { r: randomInt(256), g: randomInt(256), b: randomInt(256) },
      noise: { type: "gaussian", mean: randomInt(60, 200), sigma: 30 },
    },
  })

export type Sent = { kind?: string; file?: Buffer; name?: string } & Record<
  string,
  string | Buffer | undefined
>

/** The raw answer to a form; the status is the caller's to judge. */
export function sendPicture({
  file,
  name = "anh.jpg",
  ...fields
}: Sent): Promise<Response> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields))
    if (typeof value === "string") form.append(field, value)
  if (file) form.append("file", new Blob([new Uint8Array(file)]), name)
  return adminForm(PATH, form)
}

export async function attachment(sent: Sent): Promise<AttachmentView> {
  const response = await sendPicture(sent)
  const text = await response.text()
  if (!response.ok) throw new Error(`${PATH}: ${response.status} ${text}`)
  return attachmentResponse.parse(JSON.parse(text)).attachment
}

/** The id of a new photo. */
export const newPhoto = async (): Promise<string> =>
  (await attachment({ kind: "photo", file: await newPicture().jpeg().toBuffer() })).id

export const PEN = {
  path: "M 10 60 C 40 0, 65 0, 95 60 S 150 120, 180 60",
  width: "200",
  height: "120",
}

/** Whether the private folder has a file of the file module. */
export const hasPrivateFile = (key: string): Promise<boolean> =>
  Promise.resolve(existsSync(join(`${source.mediaDir}-private`, key)))
