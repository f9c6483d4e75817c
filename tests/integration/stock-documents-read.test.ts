/** Documents as they are listed and printed: with the names of points, producers and people. */
import { dayInVietnam, plusDays } from "@ocop/backend/contracts/calendar"
import {
  documentListResponse,
  documentResponse,
} from "@ocop/backend/contracts/stock-document-view"
import { randomInt, randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { admin, adminRaw, backend } from "../support/backend"
import { rows } from "../support/database"
import { newItem, point } from "../support/own-goods"
import { producers } from "../support/producers"
import { dayIn } from "../support/stock-day"
import { correct, sendDocument } from "../support/stock-documents"

const PATH = "/admin/stock/documents"
const list = async (query: string) => admin(`${PATH}?${query}`, documentListResponse)
const read = async (id: string) =>
  (await admin(`${PATH}/${id}`, documentResponse)).document

const name = z.object({ name: z.string() })
const nameOf = async (table: string, id: string): Promise<string | undefined> =>
  (await rows(name, `select name from ${table} where id = $1`, [id]))[0]?.name

let here: string
let there: string
let item: string
let mine: string
let theirs: string
/** In the order of posting. */
const ids: string[] = []

/** Long ago, where no other document is, nor those of another run; one a day, just after midnight. */
const first = plusDays("1975-01-01", 10 * randomInt(1_000))
const dayOf = (place: number) => plusDays(first, place)
const occurred = (place: number) => `${dayOf(place)}T00:30:00+07:00`

async function send(document: object): Promise<string> {
  const id = randomUUID()
  const occurred_at = occurred(ids.length)
  const answer = await sendDocument({ id, occurred_at, location_id: here, ...document })
  expect(answer.status).toBe(201)
  ids.push(id)
  return id
}

beforeAll(async () => {
  ;[here, there] = [await point(0), await point(1)]
  ;[mine = "", theirs = ""] = await producers(2)
  item = await newItem({ location: here, stocked: 0 })
  const lot = (code: string, producer_id: string) => ({
    ...{ code, producer_id, ownership: "consigned", made_on: dayIn(-3) },
    ...{ best_before: dayIn(90), agreed_price: 45_000, commission_bps: 2_000 },
  })
  await send({
    kind: "receipt",
    note: "Giao tại quầy",
    lines: [
      { inventory_item_id: item, quantity: 8, lot: lot("P1", mine) },
      { inventory_item_id: item, quantity: 5, lot: lot("P2", theirs) },
    ],
  })
  await send({
    ...{ kind: "transfer", to_location_id: there },
    lines: [{ inventory_item_id: item, quantity: 2, lot_id: await lotOf("P1") }],
  })
  await send({
    kind: "disposal",
    lines: [
      {
        ...{ inventory_item_id: item, quantity: 1, reason: "other", note: "Chuột cắn" },
        ...{ borne_by: "producer", lot_id: await lotOf("P2") },
      },
    ],
  })
  await send({
    ...{ kind: "producer-return", producer_id: mine },
    lines: [{ inventory_item_id: item, quantity: 1, lot_id: await lotOf("P1") }],
  })
  await send({
    kind: "count",
    lines: [{ inventory_item_id: item, lot_id: await lotOf("P2"), counted: 4 }],
  })
})

const idRow = z.object({ id: z.string() })
const lotOf = async (code: string): Promise<string> =>
  (
    await rows(
      idRow,
      "select id from stock_lot where inventory_item_id = $1 and code = $2",
      [item, code],
    )
  )[0]?.id ?? ""

const OURS = `from=${first}&to=${dayOf(9)}`

describe("one document", () => {
  it("says of a receipt what its form says", async () => {
    const document = await read(ids[0] ?? "")
    expect(document).toMatchObject({
      ...{ kind: "receipt", title: "Phiếu nhập hàng" },
      location: { id: here, name: await nameOf("stock_location", here) },
      note: "Giao tại quầy",
      actor: { id: expect.stringMatching(/^user_/), name: expect.any(String) },
      occurred_at: `${dayOf(-1)}T17:30:00.000Z`,
      rows: 2,
    })
    expect(document.producers).toHaveLength(2)
    const [line] = document.lines
    expect(line).toMatchObject({
      line: "0",
      item: { id: item, title: "Hàng thử", sku: expect.stringMatching(/^THU-/) },
      location: { id: here },
      quantity: 8,
      note: null,
      lot: {
        ...{ code: "P1", made_on: dayIn(-3), best_before: dayIn(90) },
        ...{ ownership: "consigned", agreed_price: 45_000, commission_bps: 2_000 },
        producer: { id: mine, name: await nameOf("producer", mine) },
      },
    })
  })

  it("says of a transfer both points, of a loss why and at whose cost", async () => {
    const transfer = await read(ids[1] ?? "")
    expect(
      transfer.lines.map(({ kind, location, on_hand_change }) => [
        kind,
        location.id,
        on_hand_change,
      ]),
    ).toEqual([
      ["transfer-out", here, -2],
      ["transfer-in", there, 2],
    ])
    expect((await read(ids[2] ?? "")).lines).toMatchObject([
      { reason: "other", note: "Chuột cắn", borne_by: "producer", on_hand_change: -1 },
    ])
  })

  it("names the producer that goods go back to", async () => {
    expect(await read(ids[3] ?? "")).toMatchObject({
      producers: [{ id: mine, name: await nameOf("producer", mine) }],
    })
  })

  it("knows its point though it wrote nothing", async () => {
    expect(await read(ids[4] ?? "")).toMatchObject({
      ...{ kind: "count", rows: 0, lines: [], producers: [] },
      location: { id: here },
    })
  })

  it("is told of a correction, too", async () => {
    const [line] = (await read(ids[2] ?? "")).lines
    const [mended] = await correct(line?.entry_id ?? "", 0, "Ghi nhầm")
    expect(await read(mended?.document_id ?? "")).toMatchObject({
      kind: "correction",
      location: { id: here },
      note: "Ghi nhầm",
      lines: [{ corrects_id: line?.entry_id, on_hand_change: 1, note: null }],
    })
  })

  it("that was never posted is not found", async () => {
    for (const id of [randomUUID(), "khong-co"]) {
      const answer = await adminRaw(`${PATH}/${id}`)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ code: "not_found" })
    }
  })
})

describe("the list", () => {
  const idsOf = async (query: string) => (await list(query)).documents.map(({ id }) => id)

  it("shows the newest first, page by page", async () => {
    const found: string[] = []
    let before = ""
    for (let page = 0; page < 3; page += 1) {
      const { documents, next } = await list(`${OURS}&limit=2${before}`)
      found.push(...documents.map(({ id }) => id))
      expect(next === null).toBe(page === 2)
      before = `&before=${next}`
    }
    expect(found).toEqual([...ids].reverse())
  })

  it("by kind, point and day in Việt Nam", async () => {
    expect(await idsOf(`${OURS}&kind=disposal`)).toEqual([ids[2]])
    expect(await idsOf(`${OURS}&location_id=${there}`)).toEqual([ids[1]])
    expect(await idsOf(`${OURS}&location_id=${here}`)).toHaveLength(ids.length)
    expect(await idsOf(`from=${dayOf(1)}&to=${dayOf(2)}`)).toEqual([ids[2], ids[1]])
    expect(await idsOf(`to=${dayOf(-1)}`)).not.toContain(ids[0])
    const tomorrow = plusDays(dayInVietnam(), 1)
    expect(await idsOf(`from=${tomorrow}`)).toEqual([])
  })

  it("names point, producers and person", async () => {
    const { documents } = await list(`${OURS}&kind=producer-return`)
    expect(documents).toMatchObject([
      {
        location: { name: await nameOf("stock_location", here) },
        producers: [{ name: await nameOf("producer", mine) }],
        actor: { name: expect.any(String) },
        rows: 1,
      },
    ])
  })

  it.each([
    "kind=gift",
    "from=hom-nay",
    "from=2019-03-02&to=2019-03-01",
    "limit=0",
    "limit=101",
    "before=1",
    "order=kind",
    "kind=sale&kind=count",
  ])("refuses ?%s", async (query) => {
    const answer = await adminRaw(`${PATH}?${query}`)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: "invalid_input" })
  })

  it("is nothing for strangers", async () => {
    expect((await backend(PATH)).status).toBe(401)
    expect((await backend(`${PATH}/${ids[0]}`)).status).toBe(401)
  })
})
