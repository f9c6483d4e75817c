/** From which point an online order takes its goods. */
import { addressUnitsResponse } from "@ocop/backend/contracts/place"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { store } from "../support/backend"
import { type Basket, completeAtOnce, type Delivery, readyCart } from "../support/contest"
import { newItem, newVariants, type Shelf } from "../support/own-goods"
import {
  callOff,
  cancelEdit,
  editOrder,
  handOver,
  linesOf,
  livingAt,
  offerPickUp,
  type Point,
  pointOf,
  receive,
} from "../support/points"
import { reservationsOf, setStocked, shelf } from "../support/stock"

let hoiAn: Point
let queVuon: Point
let tamKy: Point
let tayGiang: Point

beforeAll(async () => {
  ;[hoiAn, queVuon, tamKy, tayGiang] = await Promise.all([
    pointOf("diem-ocop-hoi-an"),
    pointOf("que-vuon-hoi-an"),
    pointOf("diem-ocop-tam-ky"),
    pointOf("trung-tam-ocop-tay-giang"),
  ])
})

const at = ({ location }: Point, stocked: number): Shelf => ({ location, stocked })

async function goodsAt(...shelves: Shelf[]): Promise<{ item: string; variant: string }> {
  const item = await newItem(...shelves)
  const [variant = ""] = await newVariants({ [item]: 1 })
  return { item, variant }
}

async function somewhereIn(province: string): Promise<Delivery> {
  const path = `/store/address-units?province=${province}`
  const { units } = await store(path, addressUnitsResponse)
  return { place: { province_code: province, commune_code: units[0]?.code ?? "" } }
}

async function order(basket: Basket, delivery: Delivery): Promise<string> {
  const [answer] = await completeAtOnce([await readyCart(basket, delivery)])
  if (!answer?.orderId) throw new Error(JSON.stringify(answer))
  return answer.orderId
}

/** Location id → pieces of the item reserved there. */
const reservedOf = async (item: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await reservationsOf(item)).map(({ location_id, quantity }) => [
      location_id,
      quantity,
    ]),
  )

describe("one point that has everything", () => {
  it("is the nearest such point to the buyer", async () => {
    const { item, variant } = await goodsAt(at(hoiAn, 1), at(tamKy, 5), at(tayGiang, 5))
    const basket = [{ variant, quantity: 2 }]
    await order(basket, livingAt(hoiAn))
    expect(await reservedOf(item)).toEqual({ [tamKy.location]: 2 })
    await order(basket, livingAt(tayGiang))
    expect(await reservedOf(item)).toEqual({
      [tamKy.location]: 2,
      [tayGiang.location]: 2,
    })
    await order([{ variant, quantity: 1 }], livingAt(hoiAn))
    expect(await reservedOf(item)).toMatchObject({ [hoiAn.location]: 1 })
  })

  it("has all the lines, not just the most", async () => {
    const first = await goodsAt(at(hoiAn, 5), at(tayGiang, 5))
    const second = await goodsAt(at(tamKy, 5), at(tayGiang, 5))
    const basket = [first, second].map(({ variant }) => ({ variant, quantity: 1 }))
    await order(basket, livingAt(hoiAn))
    expect(await reservedOf(first.item)).toEqual({ [tayGiang.location]: 1 })
    expect(await reservedOf(second.item)).toEqual({ [tayGiang.location]: 1 })
  })

  it("serves a buyer of another province from the point nearest to that province", async () => {
    const { item, variant } = await goodsAt(at(hoiAn, 5), at(tamKy, 5))
    const quangNgai = await somewhereIn("51")
    await order([{ variant, quantity: 1 }], quangNgai)
    expect(await reservedOf(item)).toEqual({ [tamKy.location]: 1 })
    const hue = await somewhereIn("46")
    await order([{ variant, quantity: 1 }], hue)
    expect(await reservedOf(item)).toEqual({ [tamKy.location]: 1, [hoiAn.location]: 1 })
  })

  it("among equally near ones is the one whose goods keep longer", async () => {
    for (const [fresh, older] of [
      [hoiAn, queVuon],
      [queVuon, hoiAn],
    ] as const) {
      const { item, variant } = await goodsAt(at(hoiAn, 0), at(queVuon, 0))
      await receive(item, fresh.location, 5, "2029-06-30")
      await receive(item, older.location, 5, "2029-05-31")
      await order([{ variant, quantity: 2 }], livingAt(hoiAn))
      expect(await reservedOf(item)).toEqual({ [fresh.location]: 2 })
    }
  })
})

describe("no point that has everything", () => {
  it("splits a line over as few points as can be; each part is handed over by itself", async () => {
    const { item, variant } = await goodsAt(at(hoiAn, 3), at(tamKy, 4), at(tayGiang, 2))
    const id = await order([{ variant, quantity: 6 }], livingAt(hoiAn))
    expect(await reservedOf(item)).toEqual({ [tamKy.location]: 4, [hoiAn.location]: 2 })
    const [line = ""] = await linesOf(id)

    expect(await handOver(id, line, 5, tamKy.location)).toBeGreaterThanOrEqual(400)
    expect(await shelf(item, tamKy.location)).toEqual({ stocked: 4, reserved: 4 })
    expect(await handOver(id, line, 4, tamKy.location)).toBe(200)
    expect(await shelf(item, tamKy.location)).toEqual({ stocked: 0, reserved: 0 })
    await callOff(id)
    expect(await reservedOf(item)).toEqual({ [tamKy.location]: 4, [hoiAn.location]: 2 })
    expect(await shelf(item, tamKy.location)).toEqual({ stocked: 4, reserved: 4 })
    expect(await handOver(id, line, 4, tamKy.location)).toBe(200)
    expect(await reservedOf(item)).toEqual({ [hoiAn.location]: 2 })
    expect(await handOver(id, line, 2, hoiAn.location)).toBe(200)
    expect(await shelf(item, hoiAn.location)).toEqual({ stocked: 1, reserved: 0 })
    expect(await reservedOf(item)).toEqual({})
  })

  it("refuses what all of them together do not have, and takes nothing", async () => {
    const { item, variant } = await goodsAt(at(hoiAn, 3), at(tamKy, 2))
    const cart = await readyCart([{ variant, quantity: 5 }], livingAt(hoiAn))
    await setStocked(item, tamKy.location, 1)
    const [answer] = await completeAtOnce([cart])
    expect(answer).toMatchObject({
      kind: "refused",
      status: 409,
      code: "insufficient_inventory",
    })
    expect(await reservedOf(item)).toEqual({})
  })
})

describe("a point that the buyer fetches the goods from", () => {
  let pickUp: Awaited<ReturnType<typeof offerPickUp>>

  beforeAll(async () => {
    pickUp = await offerPickUp(tayGiang.location)
  })
  afterAll(() => pickUp.withdraw())

  it("gives all of them, however near another one is", async () => {
    const { item, variant } = await goodsAt(at(hoiAn, 5), at(tayGiang, 2))
    await order([{ variant, quantity: 2 }], {
      ...livingAt(hoiAn),
      option: pickUp.option,
    })
    expect(await reservedOf(item)).toEqual({ [tayGiang.location]: 2 })
  })

  it("or none: the order is refused though another point has them", async () => {
    const { item, variant } = await goodsAt(at(hoiAn, 5), at(tayGiang, 1))
    const cart = await readyCart([{ variant, quantity: 2 }], {
      ...livingAt(hoiAn),
      option: pickUp.option,
    })
    const [answer] = await completeAtOnce([cart])
    expect(answer).toMatchObject({ status: 409, code: "insufficient_inventory" })
    expect(await reservedOf(item)).toEqual({})
  })

  it("also gives what is added to the order later", async () => {
    const { item, variant } = await goodsAt(at(hoiAn, 5), at(tayGiang, 3))
    const id = await order([{ variant, quantity: 1 }], {
      ...livingAt(hoiAn),
      option: pickUp.option,
    })
    const [line = ""] = await linesOf(id)
    await editOrder(id, [{ line, quantity: 3 }])
    expect(await reservedOf(item)).toEqual({ [tayGiang.location]: 3 })
    await expect(editOrder(id, [{ line, quantity: 4 }])).rejects.toThrow("answered 409")
    expect(await reservedOf(item)).toEqual({ [tayGiang.location]: 3 })
  })
})

describe("an order that is edited after a part of it was handed over (medusa#16406)", () => {
  it("reserves what has not left yet, whether its price or its quantity changes", async () => {
    const { item, variant } = await goodsAt(at(hoiAn, 10))
    const id = await order([{ variant, quantity: 5 }], livingAt(hoiAn))
    const [line = ""] = await linesOf(id)
    expect(await handOver(id, line, 2, hoiAn.location)).toBe(200)
    expect(await shelf(item, hoiAn.location)).toEqual({ stocked: 8, reserved: 3 })

    // Undoing a refused edit must not bring back what was reserved for the pieces that left.
    await expect(editOrder(id, [{ line, quantity: 11 }])).rejects.toThrow("answered 409")
    expect(await shelf(item, hoiAn.location)).toEqual({ stocked: 8, reserved: 3 })
    await cancelEdit(id)
    await editOrder(id, [{ line, quantity: 5, unit_price: 1_000 }])
    expect(await shelf(item, hoiAn.location)).toEqual({ stocked: 8, reserved: 3 })
    await editOrder(id, [{ line, quantity: 4 }])
    expect(await shelf(item, hoiAn.location)).toEqual({ stocked: 8, reserved: 2 })
    await editOrder(id, [{ line, quantity: 7 }])
    expect(await shelf(item, hoiAn.location)).toEqual({ stocked: 8, reserved: 5 })
    expect(await handOver(id, line, 5, hoiAn.location)).toBe(200)
    expect(await shelf(item, hoiAn.location)).toEqual({ stocked: 3, reserved: 0 })

    await editOrder(id, [{ line, quantity: 7, unit_price: 2_000 }])
    expect(await shelf(item, hoiAn.location)).toEqual({ stocked: 3, reserved: 0 })
  })

  it("takes an added line from the point nearest to the buyer", async () => {
    const first = await goodsAt(at(hoiAn, 5))
    const added = await goodsAt(at(tayGiang, 5), at(tamKy, 5))
    const id = await order([{ variant: first.variant, quantity: 1 }], livingAt(hoiAn))
    await editOrder(id, [{ variant: added.variant, quantity: 2 }])
    expect(await reservedOf(added.item)).toEqual({ [tamKy.location]: 2 })
    expect(await reservedOf(first.item)).toEqual({ [hoiAn.location]: 1 })
  })
})
