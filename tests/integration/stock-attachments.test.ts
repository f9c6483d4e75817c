/** Photos and signatures of documents: taken by what is in them, kept privately, named by documents. */
import { documentResponse } from "@ocop/backend/contracts/stock-document-view"
import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { fetch } from "undici"
import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import {
  attachment,
  hasPrivateFile,
  newPhoto,
  newPicture,
  PEN,
  sendPicture,
} from "../support/attachments"
import { admin, adminRaw, backend } from "../support/backend"
import { source } from "../support/backup"
import { counted, execute, rows } from "../support/database"
import { env } from "../support/env"
import { newGoods, newItem, point } from "../support/own-goods"
import { runJob } from "../support/own-backend"
import { producers } from "../support/producers"
import { receive, sendDocument } from "../support/stock-documents"
import { command, draft, refused, step, transferOf } from "../support/warehouse"

const PATH = "/admin/stock/attachments"

const keyRow = z.object({ file_key: z.string() })
const keyOf = async (id: string): Promise<string | undefined> =>
  (await rows(keyRow, "select file_key from stock_attachment where id = $1", [id]))[0]
    ?.file_key

const contentOf = async (id: string): Promise<Buffer> =>
  Buffer.from(await (await adminRaw(`${PATH}/${id}`)).arrayBuffer())

let here: string
beforeAll(async () => {
  here = await point(0)
})

describe("a photo that is sent", () => {
  it("is kept once, small, upright and without where it was taken", async () => {
    const file = await newPicture(2_000, 1_000)
      .withExif({
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "20/1 30/1 0/1" },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const first = await sendPicture({ kind: "photo", file, name: "../../phieu.svg" })
    expect(first.status).toBe(201)
    const kept = await attachment({ kind: "photo", file })
    expect(kept).toMatchObject({
      kind: "photo",
      type: "image/webp",
      width: 800,
      height: 1_600,
    })
    expect(await first.json()).toEqual({ attachment: kept })
    expect((await sendPicture({ kind: "photo", file })).status).toBe(200)
    expect(
      await counted(
        "select count(*) as count from stock_attachment where id = $1",
        kept.id,
      ),
    ).toBe(1)
    const { exif, format } = await sharp(await contentOf(kept.id)).metadata()
    expect({ exif, format }).toEqual({ exif: undefined, format: "webp" })
  })

  it("of many at once that are the same is one, with one file", async () => {
    const file = await newPicture().png().toBuffer()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => sendPicture({ kind: "photo", file })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
  })

  it("is shown to those who are signed in, and to nobody else", async () => {
    const { id, bytes } = await attachment({
      kind: "photo",
      file: await newPicture().webp().toBuffer(),
    })
    const answer = await adminRaw(`${PATH}/${id}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get("content-type")).toBe("image/webp")
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
    expect(answer.headers.get("cache-control")).toMatch(/^private/)
    expect((await answer.arrayBuffer()).byteLength).toBe(bytes)
    expect((await backend(`${PATH}/${id}`)).status).toBe(401)
    const key = (await keyOf(id)) ?? ""
    expect(key).toContain(id)
    expect(await hasPrivateFile(key)).toBe(true)
    for (const path of [
      `/media/${key}`,
      `/media-private/${key}`,
      `/media/..%2fmedia-private%2f${key}`,
    ])
      expect((await fetch(env.STORE_URL + path)).status).toBeGreaterThanOrEqual(400)
    for (const path of [`/static/${key}`, `/${key}`])
      expect((await backend(path)).status).toBe(404)
    expect((await adminRaw(`${PATH}/${"0".repeat(64)}`)).status).toBe(404)
    expect((await adminRaw(`${PATH}/..%2f..%2faccounts.json`)).status).toBe(404)
  })

  it("is refused by what is in it, whatever its name; too much of it is not read", async () => {
    const picture = await newPicture().jpeg().toBuffer()
    const codeOf = async (sent: Parameters<typeof sendPicture>[0]) => {
      const { status, code } = await refused(sendPicture(sent))
      return `${status} ${code}`
    }
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    expect(await codeOf({ kind: "photo", file: svg })).toBe("422 unsupported_picture")
    expect(await codeOf({ kind: "photo", file: picture.subarray(0, 400) })).toBe(
      "422 broken_picture",
    )
    expect(await codeOf({ kind: "photo", file: Buffer.alloc(9 * 1024 * 1024) })).toBe(
      "413 file_too_large",
    )
    expect(await codeOf({ kind: "photo" })).toBe("422 invalid_input")
    expect(await codeOf({ kind: "other", file: picture })).toBe("422 invalid_input")
    expect(await codeOf({ kind: "photo", file: picture, extra: "1" })).toBe(
      "422 invalid_input",
    )
    expect(await codeOf({ file: picture })).toBe("422 invalid_input")
    const stranger = await backend(PATH, { method: "POST", body: {} })
    expect(stranger.status).toBe(401)
  })
})

describe("a signature", () => {
  it("is drawn of a pen's path, and is a picture of lines", async () => {
    const { id, ...said } = await attachment({ kind: "signature", ...PEN })
    expect(said).toMatchObject({
      kind: "signature",
      type: "image/png",
      width: 200,
      height: 120,
    })
    expect((await sharp(await contentOf(id)).metadata()).format).toBe("png")
  })

  it("is refused where nothing or more than a path is in it", async () => {
    const sent = (fields: object) =>
      refused(sendPicture({ kind: "signature", ...PEN, ...fields }))
    expect(await sent({ path: "M 1 1" })).toMatchObject({
      status: 422,
      code: "empty_signature",
    })
    for (const path of ['M 1 1 L 9 9"/><image href="x', "L 1 1", "url(#a)"])
      expect(await sent({ path })).toMatchObject({ status: 422, code: "invalid_input" })
    expect(await sent({ width: "9000000" })).toMatchObject({ status: 422 })
    expect(await sent({ kind: "photo" })).toMatchObject({ status: 422 })
  })
})

describe("a document", () => {
  const read = async (id: string) =>
    (await admin(`/admin/stock/documents/${id}`, documentResponse)).document
  const receipt = (item: string, more: object = {}) => ({
    ...{ id: randomUUID(), kind: "receipt", location_id: here },
    lines: [{ inventory_item_id: item, quantity: 3 }],
    ...more,
  })

  it("shows what it named, in that order; the names are part of its words", async () => {
    const item = await newItem({ location: here, stocked: 0 })
    const photo = await newPhoto()
    const signature = (await attachment({ kind: "signature", ...PEN })).id
    const sent = receipt(item, { attachments: [signature, photo] })
    expect((await sendDocument(sent)).status).toBe(201)
    const { attachments } = await read(sent.id)
    expect(attachments.map(({ id, kind }) => [kind, id])).toEqual([
      ["signature", signature],
      ["photo", photo],
    ])
    expect((await sendDocument(sent)).status).toBe(200)
    for (const other of [[photo, signature], [photo], undefined])
      expect(await refused(sendDocument({ ...sent, attachments: other }))).toMatchObject({
        status: 409,
        code: "document_conflict",
      })
    const bare = receipt(item)
    await sendDocument(bare)
    expect((await read(bare.id)).attachments).toEqual([])
  })

  it("that names what was never sent, or too much, is refused and writes nothing", async () => {
    const item = await newItem({ location: here, stocked: 0 })
    const [photo, unknown] = [await newPhoto(), "ab".repeat(32)]
    const sent = receipt(item, { attachments: [photo, unknown] })
    expect(await refused(sendDocument(sent))).toMatchObject({
      status: 422,
      code: "unknown_attachment",
      message: `Không có tệp đính kèm ${unknown}. Hãy gửi lại ảnh.`,
      details: { attachment: unknown, "attachments.1": expect.any(String) },
    })
    const invalid = [
      ["no-hash"],
      [photo, photo],
      Array.from({ length: 7 }, (_, n) => String(n).repeat(64)),
    ]
    for (const attachments of invalid)
      expect(await refused(sendDocument({ ...sent, attachments }))).toMatchObject({
        status: 422,
        code: "invalid_input",
      })
    for (const kind of ["sale", "count"])
      expect(
        await refused(sendDocument({ ...sent, kind, attachments: [photo] })),
      ).toMatchObject({ status: 422, code: "invalid_input" })
    expect((await adminRaw(`/admin/stock/documents/${sent.id}`)).status).toBe(404)
    expect(
      await counted(
        "select count(*) as count from stock_document_attachment where attachment_id = $1",
        photo,
      ),
    ).toBe(0)
  })
})

describe("damaged goods that are worth much", () => {
  const damaged = (lines: object[], more: object = {}) => ({
    ...{ id: randomUUID(), kind: "disposal", location_id: here },
    lines: lines.map((line) => ({ reason: "damaged", ...line })),
    ...more,
  })

  it("take a photo from 500.000 đồng on, by the price agreed with the producer", async () => {
    const item = await newItem({ location: here, stocked: 0 })
    const [owner = ""] = await producers(1)
    const lot_id = await receive(item, here, 60, {
      code: "G",
      producer_id: owner,
      ownership: "consigned",
      agreed_price: 25_000,
    })
    const line = { inventory_item_id: item, lot_id }
    const dear = damaged([
      { ...line, quantity: 1 },
      { ...line, quantity: 20 },
    ])
    expect(await refused(sendDocument(dear))).toMatchObject({
      status: 422,
      code: "photo_required",
      message: "Dòng 2: Hàng hỏng trị giá 500.000 đồng, từ 500.000 đồng phải có ảnh.",
      details: { line: 1, value: 500_000, threshold: 500_000 },
    })
    expect((await adminRaw(`/admin/stock/documents/${dear.id}`)).status).toBe(404)
    const { id: signature } = await attachment({ kind: "signature", ...PEN })
    expect(
      await refused(sendDocument({ ...dear, attachments: [signature] })),
    ).toMatchObject({
      code: "photo_required",
    })
    expect(
      (await sendDocument({ ...dear, attachments: [await newPhoto()] })).status,
    ).toBe(201)
    expect((await sendDocument(damaged([{ ...line, quantity: 19 }]))).status).toBe(201)
    const lost = damaged([{ ...line, quantity: 20, reason: "lost" }])
    expect((await sendDocument(lost)).status).toBe(201)
  })

  it("are worth what they are sold for where nothing was agreed, adjusted as well as thrown away", async () => {
    const { item } = await newGoods(4, here)
    const line = {
      inventory_item_id: item,
      quantity: 1,
      direction: "out",
      reason: "damaged",
    }
    const adjustment = damaged([line], { kind: "adjustment" })
    expect(await refused(sendDocument(adjustment))).toMatchObject({
      code: "photo_required",
      details: { line: 0, value: 50_000_000 },
    })
    expect(
      (await sendDocument({ ...adjustment, attachments: [await newPhoto()] })).status,
    ).toBe(201)
    const found = damaged([{ ...line, direction: "in" }], { kind: "adjustment" })
    expect((await sendDocument(found)).status).toBe(201)
  })

  it("take one on the road, too", async () => {
    const { item } = await newGoods(3, here)
    const id = await draft(here, await point(1), [
      { inventory_item_id: item, quantity: 3 },
    ])
    await step(id, "send")
    const body = {
      id: randomUUID(),
      lines: [{ line: 0, lot_id: null, received: 1, damaged: 1 }],
    }
    const path = `transfers/${id}/receive`
    expect(await refused(command(path, body))).toMatchObject({ code: "photo_required" })
    expect((await transferOf(id)).status).toBe("sent")
    const photo = await newPhoto()
    expect((await command(path, { ...body, attachments: [photo] })).status).toBe(201)
    expect((await command(path, { ...body, attachments: [photo] })).status).toBe(200)
    const closing = { id: randomUUID(), reason: "damaged" }
    expect(await refused(command(`transfers/${id}/close`, closing))).toMatchObject({
      code: "photo_required",
    })
    const closed = await command(`transfers/${id}/close`, {
      ...closing,
      attachments: [photo],
    })
    expect(closed.status).toBe(201)
  })
})

describe("what nobody needs", () => {
  const age = (id: string) =>
    execute(
      `update stock_attachment set offered_at = now() - interval '25 hours' where id = '${id}'`,
    )

  it("is forgotten after a day, unless a document names it; sent again it is there again", async () => {
    const item = await newItem({ location: here, stocked: 0 })
    const file = await newPicture().jpeg().toBuffer()
    const { id: forgotten } = await attachment({ kind: "photo", file })
    const [named, young] = [await newPhoto(), await newPhoto()]
    const key = (await keyOf(forgotten)) ?? ""
    await sendDocument({
      ...{ id: randomUUID(), kind: "receipt", location_id: here, attachments: [named] },
      lines: [{ inventory_item_id: item, quantity: 1 }],
    })
    await age(forgotten)
    await age(named)
    await runJob("forget-attachments")
    expect(await hasPrivateFile(key)).toBe(false)
    const statuses = async () =>
      Promise.all(
        [forgotten, named, young].map(
          async (id) => (await adminRaw(`${PATH}/${id}`)).status,
        ),
      )
    expect(await statuses()).toEqual([404, 200, 200])
    expect((await sendPicture({ kind: "photo", file })).status).toBe(201)
    expect(await statuses()).toEqual([200, 200, 200])
  })

  it("what lies in the folder is what its name says", async () => {
    const id = await newPhoto()
    const file = readFileSync(join(`${source.mediaDir}-private`, (await keyOf(id)) ?? ""))
    expect(file.equals(await contentOf(id))).toBe(true)
  })
})
