/** What must not be written is not: neither by a document nor past all doors in the database. */
import { type apiError } from "@ocop/backend/contracts/errors"
import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { dayIn } from "../support/stock-day"
import { newItem, point } from "../support/own-goods"
import { expectRefused as refused } from "../support/refused"
import { reserve, shelf } from "../support/stock"
import { receive, sendDocument } from "../support/stock-documents"

let here: string
let there: string
let item: string
let other: string
/** Of `item`: one at each point; and one of the other item. */
let lotHere: string
let lotThere: string
let lotOfOther: string

beforeAll(async () => {
  ;[here, there] = [await point(0), await point(1)]
  item = await newItem({ location: here, stocked: 0 })
  other = await newItem({ location: here, stocked: 9 })
  const best_before = dayIn(30)
  lotHere = await receive(item, here, 5, { code: "LÔ-1", best_before })
  lotThere = await receive(item, there, 5, { code: "LÔ-2", best_before })
  lotOfOther = await receive(other, here, 5, { code: "LÔ-3", best_before })
})

const expectRefused = (
  document: object,
  status: number,
  code: string,
  message: RegExp,
): Promise<z.infer<typeof apiError>> =>
  refused([item, other], document, status, code, message)

/** A good line first, so that the one refused is the second. */
const good = () => ({ inventory_item_id: other, quantity: 1 })
const second = /^Dòng 2: /

describe("a document with a wrong line", () => {
  it.each([0, -1, 1.5, 1e9, "3", null, Number.MAX_SAFE_INTEGER])(
    "quantity %j is refused at its field, whatever the kind",
    async (quantity) => {
      const lines = [good(), { inventory_item_id: item, quantity }]
      const line = lines[1]
      const documents = [
        { kind: "receipt", lines },
        { kind: "sale", lines },
        { kind: "transfer", to_location_id: there, lines },
        {
          kind: "adjustment",
          lines: lines.map((each) => ({ ...each, direction: "in", reason: "other" })),
        },
        { kind: "return", lines: lines.map((each) => ({ ...each, lot_id: null })) },
        {
          kind: "disposal",
          lines: lines.map((each) => ({ ...each, lot_id: null, reason: "damaged" })),
        },
      ]
      expect(line).toBeDefined()
      for (const document of documents) {
        const said = await expectRefused(
          { id: randomUUID(), location_id: here, ...document },
          422,
          "invalid_input",
          second,
        )
        expect(said.details).toMatchObject({
          line: 1,
          "lines.1.quantity": expect.stringMatching(/số nguyên/i),
        })
      }
    },
  )

  type Wrong = [
    about: string,
    kind: "receipt" | "sale",
    line: () => Record<string, unknown>,
    status: number,
    code: string,
  ]
  const receipt = (
    about: string,
    lot: () => object,
    status: number,
    code: string,
  ): Wrong => [
    about,
    "receipt",
    () => ({ inventory_item_id: item, quantity: 1, lot: lot() }),
    status,
    code,
  ]
  const sale = (
    about: string,
    line: () => object,
    status: number,
    code: string,
  ): Wrong => [
    about,
    "sale",
    () => ({ inventory_item_id: item, quantity: 1, ...line() }),
    status,
    code,
  ]
  const wrong: Wrong[] = [
    sale("an unknown item", () => ({ inventory_item_id: "x" }), 404, "unknown_item"),
    sale("an unknown lot", () => ({ lot_id: "slot_khong_co" }), 404, "unknown_lot"),
    sale("a lot of another item", () => ({ lot_id: lotOfOther }), 404, "unknown_lot"),
    sale("a lot of another point", () => ({ lot_id: lotThere }), 422, "lot_not_at_point"),
    receipt(
      "best-before before made-on",
      () => ({ code: "LÔ-9", made_on: dayIn(-1), best_before: dayIn(-2) }),
      422,
      "invalid_input",
    ),
    receipt(
      "made-on in the future",
      () => ({ code: "LÔ-9", made_on: dayIn(2) }),
      422,
      "invalid_input",
    ),
    receipt(
      "goods that expire today",
      () => ({ code: "LÔ-9", best_before: dayIn(0) }),
      422,
      "expired_on_receipt",
    ),
    receipt(
      "no such day",
      () => ({ code: "LÔ-9", best_before: "2027-02-30" }),
      422,
      "invalid_input",
    ),
    receipt(
      "a known lot with another day",
      () => ({ code: "LÔ-1", best_before: dayIn(31) }),
      422,
      "invalid_input",
    ),
    receipt("a lot without a code", () => ({ code: " " }), 422, "invalid_input"),
    receipt(
      "consigned goods of nobody",
      () => ({ code: "LÔ-9", ownership: "consigned" }),
      422,
      "invalid_input",
    ),
    receipt(
      "consigned goods of an unknown producer",
      () => ({ code: "LÔ-9", ownership: "consigned", producer_id: "khong-co" }),
      404,
      "unknown_producer",
    ),
  ]

  it.each(wrong)("%s is refused (%s)", async (_, kind, line, status, code) => {
    const said = await expectRefused(
      { id: randomUUID(), kind, location_id: here, lines: [good(), line()] },
      status,
      code,
      second,
    )
    expect(said.details).toMatchObject({ line: 1 })
  })

  it("an unknown item is not received either", () =>
    expectRefused(
      {
        id: randomUUID(),
        kind: "receipt",
        location_id: here,
        lines: [good(), { inventory_item_id: "iitem_khong_co", quantity: 1 }],
      },
      404,
      "unknown_item",
      second,
    ))

  it("an item that the point does not keep is not sold there", () =>
    expectRefused(
      {
        id: randomUUID(),
        kind: "sale",
        location_id: there,
        lines: [{ inventory_item_id: item, quantity: 1 }, good()],
      },
      422,
      "not_stocked_here",
      second,
    ))

  it("more than there is, over two lines together", () =>
    expectRefused(
      {
        id: randomUUID(),
        kind: "sale",
        location_id: here,
        lines: [
          { inventory_item_id: item, quantity: 3 },
          { inventory_item_id: item, quantity: 3, lot_id: lotHere },
        ],
      },
      409,
      "insufficient_inventory",
      /^Dòng 1: .*chỉ còn 2/,
    ))
})

describe("a document that is wrong as a whole", () => {
  it.each([
    ["an unknown point", { kind: "receipt", location_id: "sloc_khong_co" }],
    [
      "an unknown point to send to",
      { kind: "transfer", to_location_id: "sloc_khong_co" },
    ],
  ])("%s is refused", async (_, head) => {
    await expectRefused(
      { id: randomUUID(), location_id: here, lines: [good()], ...head },
      404,
      "unknown_location",
      /điểm bán/,
    )
  })

  it("goods are not sent to where they are", () =>
    expectRefused(
      {
        id: randomUUID(),
        kind: "transfer",
        location_id: here,
        to_location_id: here,
        lines: [good()],
      },
      422,
      "invalid_input",
      /Điểm đến/,
    ))

  it("an unknown kind, an id of its own making and a field too many are refused", async () => {
    const document = { kind: "sale", location_id: here, lines: [good()] }
    for (const wrong of [
      { ...document, id: randomUUID(), kind: "gift" },
      { ...document, id: "phieu-1" },
      { ...document, id: randomUUID(), lines: [{ ...good(), price: 1 }] },
      { ...document, id: randomUUID(), lines: undefined },
      { ...document, id: randomUUID(), lines: [] },
      [],
    ])
      await expectRefused(wrong, 422, "invalid_input", /./)
  })

  it("goods that an order holds are neither sold, sent away nor written off", async () => {
    await reserve(item, there, 4)
    const line = { inventory_item_id: item, quantity: 2, lot_id: lotThere }
    const at = { location_id: there }
    const sale = { ...at, kind: "sale", lines: [line] }
    const sent = { ...at, kind: "transfer", to_location_id: here, lines: [line] }
    const gone = { ...at, kind: "disposal", lines: [{ ...line, reason: "damaged" }] }
    const count = {
      ...at,
      kind: "count",
      lines: [{ inventory_item_id: item, lot_id: lotThere, counted: 3 }],
    }
    const first = /^Dòng 1: /
    for (const document of [sale, sent])
      await expectRefused(
        { id: randomUUID(), ...document },
        409,
        "insufficient_inventory",
        first,
      )
    for (const document of [gone, count])
      await expectRefused({ id: randomUUID(), ...document }, 409, "stock_reserved", first)
    expect(await shelf(item, there)).toEqual({ stocked: 5, reserved: 4 })
  })
})

describe("a document sent again", () => {
  const document = () => ({
    id: randomUUID(),
    kind: "receipt",
    location_id: here,
    lines: [{ inventory_item_id: other, quantity: 1 }],
  })

  it("is posted once, and answered with what it wrote, ten times at once", async () => {
    const body = document()
    const before = await shelf(other, here)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => sendDocument(body)),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array.from({ length: 9 }, () => 200), 201])
    expect(new Set(await Promise.all(answers.map(entryIds))).size).toBe(1)
    expect((await shelf(other, here)).stocked).toBe(before.stocked + 1)
  })

  it("with other content is refused", async () => {
    const body = document()
    expect((await sendDocument(body)).status).toBe(201)
    await expectRefused(
      { ...body, lines: [{ inventory_item_id: other, quantity: 2 }] },
      409,
      "document_conflict",
      /Mã phiếu/,
    )
  })

  const posted = z.object({
    document: z.object({ entries: z.array(z.object({ id: z.string() })) }),
  })
  const entryIds = async (answer: { json: () => Promise<unknown> }) =>
    posted
      .parse(await answer.json())
      .document.entries.map(({ id }) => id)
      .join()
})
