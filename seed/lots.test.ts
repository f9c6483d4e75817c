import { describe, expect, it } from "vitest"
import { daysBetween, plusDays } from "../backend/src/contracts/calendar"
import { newLot, receiptDocument } from "../backend/src/contracts/stock"
import { baskets, kindOf, products } from "./data"
import { receiptsOf } from "./lots"
import { registerLines } from "./register"
import { uuidOf } from "./stable"
import { stockOf } from "./stock"

const TODAY = "2026-11-22"

const lines = products.flatMap((product) =>
  product.variants.flatMap((_, variant) =>
    receiptsOf(product, variant, TODAY).map((receipt) => ({ product, variant, receipt })),
  ),
)
const lots = lines.flatMap(({ product, variant, receipt: { lot, ...rest } }) =>
  lot ? [{ product, variant, lot, ...rest }] : [],
)

describe("receiptsOf", () => {
  it("divides what lies at the points, and adds nothing", () => {
    for (const product of products)
      for (const variant of product.variants.keys()) {
        const received = receiptsOf(product, variant, TODAY)
        for (const { showroom, quantity } of stockOf(product, variant))
          expect(
            received
              .filter((receipt) => receipt.showroom === showroom)
              .reduce((sum, receipt) => sum + receipt.quantity, 0),
          ).toBe(quantity)
      }
  })

  it("gives lots that a receipt may name, made before today and good beyond it", () => {
    for (const { lot } of lots) {
      expect(newLot.safeParse({ ...lot, producer_id: "pdcr" }).success).toBe(true)
      expect(lot.made_on < TODAY).toBe(true)
      if (lot.best_before) expect(lot.best_before > TODAY).toBe(true)
    }
  })

  it("gives a lot to all that is eaten or drunk, none to cloth and tickets", () => {
    for (const { product, receipt } of lines) {
      if (["thuc-pham", "do-uong", "thao-duoc"].includes(product.group))
        expect(receipt.lot).not.toBeNull()
      if (["vai-may-mac", "du-lich"].includes(product.group))
        expect(receipt.lot).toBeNull()
    }
  })

  it("lets goods keep as long as their kind does", () => {
    for (const { product, lot } of lots)
      expect(lot.best_before && daysBetween(lot.made_on, lot.best_before)).toBe(
        kindOf(product).keeps_days,
      )
  })

  it("names one lot by one code", () => {
    const days = new Map<string, string | null>()
    for (const { product, variant, lot } of lots) {
      const key = `${product.handle} ${variant} ${lot.code}`
      expect(days.get(key) ?? lot.best_before).toBe(lot.best_before)
      days.set(key, lot.best_before)
    }
  })

  it("leaves an older lot beside the new one here and there, one soon to expire", () => {
    const older = lots.filter(({ product, variant, showroom, lot }) =>
      lots.some(
        (other) =>
          other.product === product &&
          other.variant === variant &&
          other.showroom === showroom &&
          (other.lot.best_before ?? "") > (lot.best_before ?? ""),
      ),
    )
    expect(older.length).toBeGreaterThan(5)
    expect(older.length).toBeLessThan(80)
    const soon = plusDays(TODAY, 14)
    expect(older.some(({ lot }) => (lot.best_before ?? "") <= soon)).toBe(true)
  })

  it("has goods bought and goods on consignment, on the producer's own terms", () => {
    const consigned = lots.filter(({ lot }) => lot.ownership === "consigned")
    expect(consigned.length).toBeGreaterThan(lots.length / 10)
    expect(consigned.length).toBeLessThan(lots.length / 2)
    for (const { lot, product, variant } of consigned) {
      expect(lot.commission_bps).toBeGreaterThan(0)
      expect(lot.agreed_price).toBeLessThan(product.variants[variant]?.price ?? 0)
    }
  })

  it("is the same in every run, and follows the day of the seeding", () => {
    const [product] = products.filter(({ group }) => group === "thuc-pham")
    if (!product) throw new Error("no food")
    expect(receiptsOf(product, 0, TODAY)).toEqual(receiptsOf(product, 0, TODAY))
    expect(receiptsOf(product, 0, plusDays(TODAY, 1))).not.toEqual(
      receiptsOf(product, 0, TODAY),
    )
  })
})

describe("gift baskets", () => {
  it.each(baskets)("$title holds recognised goods that lie at its point", (basket) => {
    for (const { product: handle, variant, quantity } of basket.contents) {
      const product = products.find((each) => each.handle === handle)
      if (!product) throw new Error(`no product ${handle}`)
      const shelf = stockOf(product, variant).find(
        ({ showroom }) => showroom === basket.showroom,
      )
      expect(shelf?.quantity).toBeGreaterThan(basket.quantity * quantity)
      const { decision_date, stars } =
        registerLines(product, TODAY).at(-1)?.recognition ?? {}
      expect(decision_date).toBeTruthy()
      expect(stars).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(baskets)("$title is a sample without a certificate", (basket) => {
    expect(basket.sample).toBe(true)
    expect(registerLines(basket, TODAY)).toEqual([])
  })
})

describe("uuidOf", () => {
  it("is a UUID that a document may have, and differs by key", () => {
    const ids = ["a", "b", "c"].map(uuidOf)
    for (const id of ids) expect(receiptDocument.shape.id.parse(id)).toBe(id)
    expect(new Set(ids).size).toBe(3)
    expect(uuidOf("a")).toBe(ids[0])
  })
})
