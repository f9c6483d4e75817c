/** Goods that are lost, thrown away or given back to their producer: why, and at whose cost. */
import { stockDocumentResponse } from "@ocop/backend/contracts/stock"
import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { refusalOf } from "../support/database"
import { booksOf, writtenBy } from "../support/ledger"
import { newItem, point } from "../support/own-goods"
import { producers } from "../support/producers"
import { expectRefused, SECOND_LINE } from "../support/refused"
import { reserve, shelf } from "../support/stock"
import { cardOf, correct, post, receive, sendDocument } from "../support/stock-documents"

let here: string
let item: string
let mine: string
let theirs: string
/** Consigned by one producer, bought of the same, consigned by another one. */
let consigned: string
let bought: string
let other: string

beforeAll(async () => {
  here = await point(0)
  ;[mine = "", theirs = ""] = await producers(2)
  item = await newItem({ location: here, stocked: 5 })
  const ownership = "consigned" as const
  consigned = await receive(item, here, 20, { code: "KG", ownership, producer_id: mine })
  bought = await receive(item, here, 10, { code: "MUA", producer_id: mine })
  other = await receive(item, here, 10, { code: "BẠN", ownership, producer_id: theirs })
})

const line = (lot_id: string | null, more: object = {}) => ({
  inventory_item_id: item,
  quantity: 1,
  lot_id,
  ...more,
})
const at = (kind: string, lines: object[], more: object = {}) => ({
  kind,
  location_id: here,
  lines,
  ...more,
})
const good = () => line(bought, { reason: "damaged" })

describe("a disposal and an adjustment", () => {
  it.each(["other", undefined, "vỡ"])(
    "with reason %j and no words is refused",
    async (reason) => {
      for (const [kind, more] of [
        ["disposal", {}],
        ["adjustment", { direction: "out" }],
      ] as const) {
        const said = await expectRefused(
          [item],
          at(kind, [
            { ...good(), ...more },
            { ...line(consigned), ...more, reason },
          ]),
          422,
          "invalid_input",
          SECOND_LINE,
        )
        expect(said.details).toMatchObject({ line: 1 })
      }
    },
  )

  it("keep what is said of a line, and else of the document", async () => {
    const reason = "other" as const
    const rows = await post({
      kind: "disposal",
      location_id: here,
      note: "Sau bão",
      lines: [
        { inventory_item_id: item, quantity: 1, lot_id: bought, reason },
        { inventory_item_id: item, quantity: 1, lot_id: null, reason, note: "Dột mái" },
      ],
    })
    expect(rows.map(({ note }) => note)).toEqual(["Sau bão", "Dột mái"])
  })

  it("of consigned goods are borne by the point, unless they say otherwise", async () => {
    const rows = await post({
      kind: "adjustment",
      location_id: here,
      lines: [
        {
          ...{ inventory_item_id: item, quantity: 2, lot_id: consigned },
          ...{ direction: "out", reason: "lost" },
        },
        {
          ...{ inventory_item_id: item, quantity: 3, lot_id: consigned },
          ...{ direction: "out", reason: "damaged", borne_by: "producer" },
        },
        {
          ...{ inventory_item_id: item, quantity: 1, lot_id: bought },
          ...{ direction: "out", reason: "damaged" },
        },
        {
          ...{ inventory_item_id: item, quantity: 1, lot_id: consigned },
          ...{ direction: "in", reason: "miscounted" },
        },
      ],
    })
    expect(rows.map(({ lot_id, borne_by }) => [lot_id, borne_by])).toEqual([
      [consigned, "point"],
      [consigned, "producer"],
      [bought, null],
      [consigned, null],
    ])
    const card = await cardOf(item, `?lot_id=${consigned}`)
    expect(card.rows.map(({ borne_by }) => borne_by).slice(0, 3)).toEqual([
      null,
      "producer",
      "point",
    ])
  })

  it("are mended at the cost of whoever bears them", async () => {
    const [row] = await post({
      kind: "disposal",
      location_id: here,
      lines: [
        {
          ...{ inventory_item_id: item, quantity: 4, lot_id: consigned },
          ...{ reason: "expired", borne_by: "producer" },
        },
      ],
    })
    const [mended] = await correct(row?.id ?? "", 3)
    expect(mended).toMatchObject({ on_hand_change: 1, borne_by: "producer" })
  })

  it("a producer bears no loss of goods that are the point's", async () => {
    for (const lot of [bought, null]) {
      const lines = [good(), line(lot, { reason: "lost", borne_by: "producer" })]
      const said = await expectRefused(
        [item],
        at("disposal", lines),
        422,
        "invalid_input",
        SECOND_LINE,
      )
      expect(said.details).toMatchObject({
        line: 1,
        "lines.1.borne_by": expect.any(String),
      })
    }
  })

  it("a count that finds less is borne by the point, too", async () => {
    const { on_hand } = await cardOf(item, `?lot_id=${other}`)
    const [row] = await post({
      kind: "count",
      location_id: here,
      lines: [{ inventory_item_id: item, lot_id: other, counted: on_hand - 1 }],
    })
    expect(row).toMatchObject({ on_hand_change: -1, borne_by: "point" })
  })

  it.each([
    ["somebody else", "disposal", "'buyer'", `'${"x"}'`],
    ["a loss of goods that are the point's", "disposal", "'point'", "null"],
    ["a sale", "sale", "'point'", "'x'"],
  ])("the table refuses that %s bears it", async (_, kind, borne, owner) => {
    expect(
      await refusalOf(
        `insert into stock_entry (inventory_item_id, location_id, kind, quantity,
           on_hand_change, document_type, document_id, owner_id, borne_by, occurred_at)
         values ($1, $2, '${kind}', 1, -1, 'test', 'test', ${owner}, ${borne}, now())`,
        [item, here],
      ),
    ).toBe("23514")
  })
})

describe("a return to a producer", () => {
  const toMine = (lines: object[], more: object = {}) =>
    at("producer-return", lines, { producer_id: mine, ...more })

  it("takes what is the producer's, bought or consigned", async () => {
    const wrote = await writtenBy(item, async () => {
      const body = { id: randomUUID(), ...toMine([line(consigned), line(bought)]) }
      expect((await sendDocument(body)).status).toBe(201)
      const again = await sendDocument(body)
      expect(again.status).toBe(200)
      expect(stockDocumentResponse.parse(await again.json()).document.replayed).toBe(true)
      await expectRefused(
        [item],
        { ...body, producer_id: theirs },
        409,
        "document_conflict",
        /Mã phiếu/,
      )
    })
    expect(wrote).toEqual(["producer-return KG -1 0", "producer-return MUA -1 0"])
  })

  it("takes nothing of another one, nor goods of which nobody knows whose they are", async () => {
    for (const lot of [other, null])
      await expectRefused(
        [item],
        toMine([line(consigned), line(lot)]),
        422,
        "lot_of_other_producer",
        SECOND_LINE,
      )
  })

  it("goes to somebody who exists", async () => {
    await expectRefused(
      [item],
      toMine([line(consigned)], { producer_id: "pdcr_khong_co" }),
      404,
      "unknown_producer",
      /chủ thể/,
    )
    await expectRefused(
      [item],
      at("producer-return", [line(consigned)]),
      422,
      "invalid_input",
      /chủ thể/,
    )
    await expectRefused(
      [item],
      toMine([line(consigned), line("slot_khong_co")]),
      404,
      "unknown_lot",
      SECOND_LINE,
    )
  })

  it("leaves what orders hold", async () => {
    const own = await newItem({ location: here, stocked: 0 })
    const lot = await receive(own, here, 5, { code: "A", producer_id: mine })
    await reserve(own, here, 4)
    const wanted = { inventory_item_id: own, quantity: 2, lot_id: lot }
    await expectRefused([own], toMine([wanted]), 409, "stock_reserved", /^Dòng 1: /)
    expect(await shelf(own, here)).toEqual({ stocked: 5, reserved: 4 })
    expect((await booksOf(own)).map(({ kind }) => kind)).toEqual([
      "receipt",
      "reservation",
    ])
  })
})
