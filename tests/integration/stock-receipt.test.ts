/** Goods that a point takes in: with a certificate, with some life left, and whose they are. */
import { LOCAL_SPECIALITY, MINIMUM_DAYS_LEFT } from "@ocop/backend/contracts/receiving"
import { stockDocumentResponse } from "@ocop/backend/contracts/stock"
import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { admin } from "../support/backend"
import { rows } from "../support/database"
import { booksOf } from "../support/ledger"
import { newItem, newVariants, point } from "../support/own-goods"
import { producers } from "../support/producers"
import { expectRefused, SECOND_LINE } from "../support/refused"
import { shelf } from "../support/stock"
import { dayIn, setStockDay } from "../support/stock-day"
import { post, receive, sendDocument } from "../support/stock-documents"

let here: string
/** Belongs to no product, as packaging does. */
let box: string
beforeAll(async () => {
  here = await point(0)
  box = await newItem({ location: here, stocked: 0 })
})

const good = () => ({ inventory_item_id: box, quantity: 1 })
const receipt = (...lines: object[]) => ({ kind: "receipt", location_id: here, lines })

const soldItem = z.object({ item: z.string() })
/** An item of the seed that one product alone is made of. */
async function registered(isCertified: boolean): Promise<string> {
  const [found] = await rows(
    soldItem,
    `select part.inventory_item_id as item
       from product join product_variant v on v.product_id = product.id and v.deleted_at is null
       join product_variant_inventory_item part on part.variant_id = v.id and part.deleted_at is null
       join product_product_ocop_recognition link
         on link.product_id = product.id and link.deleted_at is null
       join ocop_recognition r on r.id = link.recognition_id
      where product.deleted_at is null
      group by 1
     having bool_or(r.status in ('valid', 'expiring')) = $1
      order by 1 limit 1`,
    [isCertified],
  )
  if (!found) throw new Error("the seed has no such product")
  return found.item
}

describe("a product's certificate", () => {
  it("is asked for: goods whose certificate has run out are refused", async () => {
    const item = await registered(false)
    const said = await expectRefused(
      [item, box],
      receipt(good(), { inventory_item_id: item, quantity: 1 }),
      422,
      "certificate_invalid",
      SECOND_LINE,
    )
    expect(said.message).toMatch(/giấy chứng nhận OCOP từ 3 sao còn hiệu lực/)
    expect(said.details).toMatchObject({ line: 1, product: expect.any(String) })
  })

  it("that is valid today lets them in", async () => {
    const item = await registered(true)
    const line = { inventory_item_id: item, quantity: 1 }
    const [entry] = await post({ kind: "receipt", location_id: here, lines: [line] })
    expect(entry).toMatchObject({ kind: "receipt", on_hand_change: 1 })
    const gone = { ...line, lot_id: null, reason: "sample" as const }
    await post({ kind: "disposal", location_id: here, lines: [gone] })
  })

  it("counts to its last day, though nobody has noted yet that it is over", async () => {
    const [soonest] = await rows(
      z.object({ item: z.string(), days: z.number() }),
      `select min(part.inventory_item_id) as item,
              max(r.expires_on::date) - stock_today() as days
         from product join product_variant v on v.product_id = product.id and v.deleted_at is null
         join product_variant_inventory_item part on part.variant_id = v.id and part.deleted_at is null
         join product_product_ocop_recognition link
           on link.product_id = product.id and link.deleted_at is null
         join ocop_recognition r on r.id = link.recognition_id
        where product.deleted_at is null and r.status in ('valid', 'expiring')
        group by product.id order by 2, 1 limit 1`,
    )
    const { item = "", days = 0 } = soonest ?? {}
    const line = { inventory_item_id: item, quantity: 1 }
    try {
      await setStockDay(days)
      await expectRefused([item], receipt(line), 422, "certificate_invalid", /^Dòng 1: /)
      await setStockDay(days - 1)
      await post({ kind: "receipt", location_id: here, lines: [line] })
    } finally {
      await setStockDay(0)
    }
    const gone = { ...line, lot_id: null, reason: "sample" as const }
    await post({ kind: "disposal", location_id: here, lines: [gone] })
  })

  const productOf = z.object({ id: z.string() })
  const mark = async (variant: string, value: unknown): Promise<void> => {
    const [product] = await rows(
      productOf,
      "select product_id as id from product_variant where id = $1",
      [variant],
    )
    await admin(`/admin/products/${product?.id}`, z.unknown(), {
      method: "POST",
      body: { metadata: { [LOCAL_SPECIALITY]: value } },
    })
  }

  it("is not asked of a local speciality, nor again of a receipt that was posted", async () => {
    const item = await newItem({ location: here, stocked: 0 })
    const [variant = ""] = await newVariants({ [item]: 1 })
    const line = { inventory_item_id: item, quantity: 2 }
    const body = { ...receipt(good(), line), id: randomUUID() }
    expect((await sendDocument(body)).status).toBe(201)
    await mark(variant, "true")
    const again = await sendDocument(body)
    expect(again.status).toBe(200)
    const { document } = stockDocumentResponse.parse(await again.json())
    expect(document).toMatchObject({ replayed: true, entries: [{}, {}] })
    await expectRefused(
      [item, box],
      { ...body, lines: [line] },
      409,
      "document_conflict",
      /Mã phiếu/,
    )
    await expectRefused(
      [item, box],
      receipt(good(), line),
      422,
      "certificate_invalid",
      SECOND_LINE,
    )
    await mark(variant, true)
    expect(
      await post({ kind: "receipt", location_id: here, lines: [line] }),
    ).toHaveLength(1)
    expect(await shelf(item, here)).toEqual({ stocked: 4, reserved: 0 })
  })

  it("one product that may be sold is enough for goods that several are made of", async () => {
    const item = await newItem({ location: here, stocked: 0 })
    const [first = ""] = await newVariants({ [item]: 1 })
    const [second = ""] = await newVariants({ [item]: 2 })
    const line = { inventory_item_id: item, quantity: 1 }
    await mark(first, false)
    await post({ kind: "receipt", location_id: here, lines: [line] })
    await mark(second, false)
    await expectRefused([item], receipt(line), 422, "certificate_invalid", /^Dòng 1: /)
  })
})

describe("the life that goods have left", () => {
  let item: string
  const lasting = (days: number, more: object = {}) => ({
    inventory_item_id: item,
    quantity: 1,
    lot: { code: `L${days}`, best_before: dayIn(days) },
    ...more,
  })

  beforeAll(async () => {
    item = await newItem({ location: here, stocked: 0 })
    await admin(`/admin/inventory-items/${item}`, z.unknown(), {
      method: "POST",
      body: { metadata: { [MINIMUM_DAYS_LEFT]: 30 } },
    })
  })

  it("is as long as the item asks for", async () => {
    expect(
      (await sendDocument({ id: randomUUID(), ...receipt(lasting(30)) })).status,
    ).toBe(201)
    const said = await expectRefused(
      [item, box],
      receipt(good(), lasting(29)),
      422,
      "short_life",
      SECOND_LINE,
    )
    expect(said.details).toEqual({ line: 1, days_left: 29, minimum_days: 30 })
  })

  it("may be shorter for a reason, which stays in the books", async () => {
    const reason = "Khách đặt sẵn, bán trong tuần"
    const sent = receipt(lasting(5, { short_life_reason: reason }))
    expect((await sendDocument({ id: randomUUID(), ...sent })).status).toBe(201)
    expect((await booksOf(item)).at(-1)).toMatchObject({
      lot_code: "L5",
      note: expect.stringContaining(reason),
    })
  })

  it("is that of the lot, where the line does not say it again", async () => {
    const line = { inventory_item_id: item, quantity: 1, lot: { code: "L5" } }
    await expectRefused([item], receipt(line), 422, "short_life", /^Dòng 1: .*5 ngày/)
  })

  it("is over: no reason helps", async () => {
    const wrong = { short_life_reason: "Vẫn nhận" }
    for (const [days, code] of [
      [0, "expired_on_receipt"],
      [-3, "expired_on_receipt"],
    ] as const)
      await expectRefused(
        [item, box],
        receipt(good(), lasting(days, wrong)),
        422,
        code,
        SECOND_LINE,
      )
  })
})

it("consigned goods are the producer's in the books", async () => {
  const item = await newItem({ location: here, stocked: 0 })
  const [producer_id = ""] = await producers(1)
  await receive(item, here, 4, {
    code: "KG",
    ownership: "consigned",
    producer_id,
    agreed_price: 40_000,
    commission_bps: 1_500,
  })
  await receive(item, here, 4, { code: "MUA", producer_id })
  const owners = (await booksOf(item)).map(({ lot_code, owner_id }) => [
    lot_code,
    owner_id,
  ])
  expect(owners).toEqual([
    ["KG", producer_id],
    ["MUA", null],
  ])
})
