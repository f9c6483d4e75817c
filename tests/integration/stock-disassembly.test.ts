/** Gift baskets taken apart ("rã giỏ"): each component comes back to the lot that it is of. */
import { stockDocumentResponse } from "@ocop/backend/contracts/stock"
import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { booksOf, brief } from "../support/ledger"
import { newItem, point } from "../support/own-goods"
import { producers } from "../support/producers"
import { expectRefused } from "../support/refused"
import { reserve, shelf } from "../support/stock"
import { dayIn, setStockDay } from "../support/stock-day"
import {
  cardOf,
  correct,
  lotsOf,
  post,
  recall,
  receive,
  sendDocument,
} from "../support/stock-documents"
import { adminRaw } from "../support/backend"

let here: string
let there: string
let mine: string
beforeAll(async () => {
  ;[here, there] = [await point(0), await point(1)]
  ;[mine = ""] = await producers(1)
})

type Packed = { tea: string; honey: string; basket: string; lot: string }

/** Ten baskets of two teas, which came of two lots (13 and 7), and of one honey without a lot. */
async function packed(): Promise<Packed> {
  const tea = await newItem({ location: here, stocked: 0 })
  const honey = await newItem({ location: here, stocked: 10 })
  const basket = await newItem()
  await receive(tea, here, 13, { code: "T1", best_before: dayIn(20) })
  await receive(tea, here, 9, {
    ...{ code: "T2", best_before: dayIn(60) },
    ...{ ownership: "consigned", producer_id: mine },
  })
  const rows = await post({
    kind: "assembly",
    location_id: here,
    inventory_item_id: basket,
    quantity: 10,
    lot_code: "GIỎ",
    components: [
      { inventory_item_id: tea, quantity: 2, unit_value: 30_000 },
      { inventory_item_id: honey, quantity: 1, unit_value: 50_000 },
    ],
  })
  const lot = rows.find((row) => row.inventory_item_id === basket)?.lot_id ?? ""
  return { tea, honey, basket, lot }
}

const apart = ({ basket, lot }: Packed, quantity: number, location_id = here) => ({
  kind: "disassembly" as const,
  location_id,
  inventory_item_id: basket,
  lot_id: lot,
  quantity,
})
const items = ({ tea, honey, basket }: Packed) => [tea, honey, basket]

const lines = async (item: string) =>
  (await booksOf(item)).filter(({ kind }) => kind === "disassembly").map(brief)

describe("baskets of two lots of tea", () => {
  let made: Packed
  beforeAll(async () => {
    made = await packed()
  })

  it("give back what they hold, of both lots in proportion", async () => {
    const rows = await post(apart(made, 3))
    expect(rows.map((row) => [row.inventory_item_id, brief(row), row.owner_id])).toEqual([
      [made.basket, "disassembly GIỎ -3 0", null],
      [made.tea, "disassembly T1 4 0", null],
      [made.tea, "disassembly T2 2 0", mine],
      [made.honey, "disassembly – 3 0", null],
    ])
    expect(await shelf(made.basket, here)).toEqual({ stocked: 7, reserved: 0 })
    expect(await shelf(made.honey, here)).toEqual({ stocked: 3, reserved: 0 })
  })

  it("wherever they are: also at a point that never kept the components", async () => {
    await post({
      ...{ kind: "transfer", location_id: here, to_location_id: there },
      lines: [{ inventory_item_id: made.basket, quantity: 4 }],
    })
    await post(apart(made, 1, there))
    expect(await shelf(made.tea, there)).toEqual({ stocked: 2, reserved: 0 })
    expect(await shelf(made.honey, there)).toEqual({ stocked: 1, reserved: 0 })
  })

  it("the last of them give back all that is left", async () => {
    await post(apart(made, 2))
    await post(apart(made, 3, there))
    await post(apart(made, 1))
    const [lot] = await lotsOf(made.basket)
    const figures = lot?.components.map(({ quantity, returned }) => [quantity, returned])
    expect(figures?.sort()).toEqual([
      [10, 10],
      [13, 13],
      [7, 7],
    ])
    expect((await cardOf(made.basket)).on_hand).toBe(0)
    expect((await cardOf(made.tea)).on_hand).toBe(22)
    expect((await cardOf(made.honey)).on_hand).toBe(10)
  })
})

it("two points take the same lot apart at once: together what was drawn", async () => {
  const made = await packed()
  await post({
    ...{ kind: "transfer", location_id: here, to_location_id: there },
    lines: [{ inventory_item_id: made.basket, quantity: 5 }],
  })
  const sent = [here, there].flatMap((where) =>
    Array.from({ length: 5 }, () =>
      sendDocument({ id: randomUUID(), ...apart(made, 1, where) }),
    ),
  )
  const statuses = (await Promise.all(sent)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([201]))
  const [lot] = await lotsOf(made.basket)
  for (const { quantity, returned } of lot?.components ?? [])
    expect(returned).toBe(quantity)
})

it("sold baskets keep what is theirs", async () => {
  const made = await packed()
  const sold = { inventory_item_id: made.basket, quantity: 6 }
  await post({ kind: "sale", location_id: here, lines: [sold] })
  await post(apart(made, 4))
  expect(await lines(made.tea)).toEqual(["disassembly T1 5 0", "disassembly T2 3 0"])
  await expectRefused(
    items(made),
    apart(made, 1),
    422,
    "lot_not_at_point",
    /không có tại điểm/,
  )
})

describe("what comes back blocked", () => {
  it("goes to its lot nevertheless, and is not for sale", async () => {
    const made = await packed()
    const [first] = (await lotsOf(made.tea)).filter(({ code }) => code === "T1")
    await recall(first?.id ?? "", "Kiểm nghiệm không đạt")
    await post(apart(made, 10))
    expect(await cardOf(made.tea)).toMatchObject({ on_hand: 22, available: 9 })
  })

  it("also when the baskets have expired", async () => {
    const made = await packed()
    await setStockDay(20)
    try {
      await post(apart(made, 10))
      expect(await cardOf(made.tea)).toMatchObject({ on_hand: 22, available: 9 })
    } finally {
      await setStockDay(0)
    }
  })
})

describe("a disassembly is refused", () => {
  let made: Packed
  beforeAll(async () => {
    made = await packed()
    await reserve(made.basket, here, 8)
  })

  const refused = (change: object, status: number, code: string, message = /./) =>
    expectRefused(items(made), { ...apart(made, 1), ...change }, status, code, message)

  it("of baskets that orders hold", () =>
    refused({ quantity: 3 }, 409, "stock_reserved", /chỉ bớt được 2/))
  it("of more baskets than there are", () =>
    refused({ quantity: 11 }, 409, "insufficient_inventory", /chỉ còn 2/))
  it("of a lot that is no basket", async () => {
    const [tea] = await lotsOf(made.tea)
    const plain = { inventory_item_id: made.tea, lot_id: tea?.id }
    await refused(plain, 422, "not_a_basket", /không phải lô giỏ quà/)
  })
  it("of a lot of something else, or of none", async () => {
    await refused({ inventory_item_id: made.tea }, 404, "unknown_lot")
    await refused({ lot_id: "slot_khong_co" }, 404, "unknown_lot")
    await refused({ lot_id: null }, 422, "invalid_input", /lô giỏ quà/)
  })
  it("where the baskets are not", async () => {
    await refused({ location_id: there }, 422, "not_stocked_here")
    await refused({ location_id: "sloc_khong_co" }, 404, "unknown_location")
  })
  it.each([0, -1, 1.5, 1e9, "3", null])("of %j baskets", async (quantity) => {
    await refused({ quantity }, 422, "invalid_input", /Số lượng/)
  })

  it("with other content under the same id; the same is posted once", async () => {
    const body = { id: randomUUID(), ...apart(made, 1) }
    const answers = await Promise.all(Array.from({ length: 6 }, () => sendDocument(body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 200),
      201,
    ])
    const bodies = await Promise.all(answers.map((answer) => answer.json()))
    const ids = bodies.map((each) =>
      stockDocumentResponse
        .parse(each)
        .document.entries.map(({ id }) => id)
        .join(),
    )
    expect(new Set(ids).size).toBe(1)
    await refused({ id: body.id, quantity: 2 }, 409, "document_conflict")
    expect(await shelf(made.basket, here)).toEqual({ stocked: 9, reserved: 8 })
  })
})

describe("a row of a disassembly that says something wrong", () => {
  it("is mended like any other, within what was drawn", async () => {
    const made = await packed()
    const rows = await post(apart(made, 2))
    const honey = rows.find((row) => row.inventory_item_id === made.honey)?.id ?? ""
    await correct(honey, 1, "Ghi thừa một hũ")
    expect(await shelf(made.honey, here)).toEqual({ stocked: 1, reserved: 0 })
    const answer = await adminRaw(`/admin/stock/entries/${honey}/corrections`, {
      method: "POST",
      body: { id: randomUUID(), quantity: 11 },
    })
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: "not_correctable" })
    await post(apart(made, 8))
    const [lot] = await lotsOf(made.basket)
    for (const { quantity, returned } of lot?.components ?? [])
      expect(returned).toBe(quantity)
  })

  it("and so is what was drawn, though not below what has come back", async () => {
    const made = await packed()
    const drawn = (await booksOf(made.honey)).find(({ kind }) => kind === "assembly")
    await post(apart(made, 5))
    const wrong = await adminRaw(`/admin/stock/entries/${drawn?.id}/corrections`, {
      method: "POST",
      body: { id: randomUUID(), quantity: 4 },
    })
    expect(wrong.status).toBe(409)
    await correct(drawn?.id ?? "", 9)
    await post(apart(made, 5))
    expect(await shelf(made.honey, here)).toEqual({ stocked: 10, reserved: 0 })
  })
})
