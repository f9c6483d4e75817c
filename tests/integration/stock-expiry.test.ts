/** What has expired or was recalled is sold by nobody, from that moment on. */
import { dayInVietnam, plusDays } from "@ocop/backend/contracts/calendar"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { admin, store, storeRaw } from "../support/backend"
import { rows } from "../support/database"
import { receive } from "../support/points"
import { hitOf, search } from "../support/search"
import { setStockDay } from "../support/stock-day"
import { levels } from "../support/stock"
import { Visitor } from "../support/visitor"

const PIECES = 5
/** How long the list may still show what cannot be sold any more. */
const SHOWN_WITHIN = { timeout: 15_000, interval: 250 }

const visitor = new Visitor()

const goods = z.object({
  handle: z.string(),
  title: z.string(),
  variant: z.string(),
  item: z.string(),
})
type Goods = z.infer<typeof goods>

/** Sold online, and sold out, at every point and in every size. @param rank 0, 1 … */
async function soldOut(rank: number): Promise<Goods> {
  const found = await rows(
    goods,
    `select p.handle, p.title, min(v.id) as variant,
            (array_agg(link.inventory_item_id order by v.id))[1] as item
       from product p
       join product_variant v on v.product_id = p.id and v.deleted_at is null
       join product_variant_inventory_item link
         on link.variant_id = v.id and link.deleted_at is null
       join inventory_level level on level.inventory_item_id = link.inventory_item_id
        and level.deleted_at is null
      where p.status = 'published' and p.deleted_at is null
        and p.metadata ->> 'ocop_group' is not null
        and p.metadata ->> 'counter_only_reason' is null
      group by p.id
     having sum(level.stocked_quantity) = 0
      order by p.handle`,
  )
  const chosen = found[rank]
  if (!chosen) throw new Error(`fewer than ${rank + 1} products are sold out`)
  return chosen
}

const shownInStock = async ({ title, handle }: Goods): Promise<boolean | undefined> =>
  (await hitOf(title, handle))?.inStock

/** Whether the list that shows only what is in stock has it. */
async function listed({ title, handle }: Goods): Promise<boolean> {
  const words = new URLSearchParams({ q: title, "con-hang": "1" }).toString()
  const { $ } = await visitor.get(`/san-pham?${words}`)
  const { hits } = await search(words)
  const onPage = $(`main a[href="/san-pham/${handle}"]`).length > 0
  return onPage && hits.some((hit) => hit.handle === handle)
}

const variants = z.object({
  products: z.array(
    z.object({
      variants: z.array(z.object({ id: z.string(), inventory_quantity: z.number() })),
    }),
  ),
})

/** What the store API says is left. */
async function left({ handle, variant }: Goods): Promise<number | undefined> {
  const { products } = await store(
    `/store/products?handle=${handle}&fields=*variants,+variants.inventory_quantity`,
    variants,
  )
  return products[0]?.variants.find(({ id }) => id === variant)?.inventory_quantity
}

const newCart = z.object({ cart: z.object({ id: z.string() }) })
const refusal = z.object({ code: z.string() })

/** Puts a piece into a new cart: null when it is taken, else the code of the refusal. */
async function refusedByCart({ variant }: Goods): Promise<string | null> {
  const { cart } = await store("/store/carts", newCart, { method: "POST", body: {} })
  const answer = await storeRaw(`/store/carts/${cart.id}/line-items`, {
    method: "POST",
    body: { variant_id: variant, quantity: 1 },
  })
  if (answer.ok) return null
  expect(answer.status).toBeLessThan(500)
  return refusal.parse(await answer.json()).code
}

async function expectSold(product: Goods): Promise<void> {
  expect(await left(product)).toBe(PIECES)
  expect(await refusedByCart(product)).toBeNull()
  await expect.poll(() => shownInStock(product), SHOWN_WITHIN).toBe(true)
  await expect.poll(() => listed(product), SHOWN_WITHIN).toBe(true)
}

/** At once for whoever wants to buy it, and soon on every list. */
async function expectNotSold(product: Goods): Promise<void> {
  expect(await left(product)).toBe(0)
  expect(await refusedByCart(product)).toBe("insufficient_inventory")
  await expect.poll(() => shownInStock(product), SHOWN_WITHIN).toBe(false)
  await expect.poll(() => listed(product), SHOWN_WITHIN).toBe(false)
}

/** Goods of a single lot, received at the first point that keeps them. */
async function received(rank: number, bestBefore: string): Promise<Goods> {
  const product = await soldOut(rank)
  const [shelf] = await levels(product.item)
  if (!shelf) throw new Error(`${product.handle} lies nowhere`)
  await receive(product.item, shelf.location_id, PIECES, bestBefore)
  return product
}

afterAll(() => setStockDay(0))

describe("a lot whose best-before day comes", () => {
  let product: Goods
  beforeAll(async () => {
    await setStockDay(0)
    product = await received(0, plusDays(dayInVietnam(), 1))
  })

  it("is sold until then", () => expectSold(product))

  it("is not sold from midnight on, without a restart", async () => {
    await setStockDay(1)
    await expectNotSold(product)
  })

  it("stays in the books, and is sold again when the clock was wrong", async () => {
    const stocked = (await levels(product.item)).map((level) => level.stocked_quantity)
    expect(stocked.reduce((sum, quantity) => sum + quantity, 0)).toBe(PIECES)
    await setStockDay(0)
    await expectSold(product)
  })

  it("shows the nights that were slept through", async () => {
    await setStockDay(3)
    await expectNotSold(product)
  })
})

const lots = z.object({ lots: z.array(z.object({ id: z.string() })) })

describe("a lot that is recalled", () => {
  let product: Goods
  let lot: string
  beforeAll(async () => {
    await setStockDay(0)
    // The first is in stock by now, and so the next takes its rank.
    product = await received(0, plusDays(dayInVietnam(), 200))
    const found = await admin(`/admin/stock/lots?inventory_item_id=${product.item}`, lots)
    lot = found.lots[0]?.id ?? ""
  })

  it("is sold before", () => expectSold(product))

  it("is blocked everywhere at once", async () => {
    await admin(`/admin/stock/lots/${lot}/recall`, z.unknown(), {
      method: "POST",
      body: { reason: "Thử thu hồi" },
    })
    await expectNotSold(product)
  })

  it("is sold again when the recall is lifted", async () => {
    await admin(`/admin/stock/lots/${lot}/recall`, z.unknown(), { method: "DELETE" })
    await expectSold(product)
  })
})

describe("what the store API never tells", () => {
  it.each([
    "*variants.inventory",
    "+variants.inventory.stocked_quantity",
    "*variants.inventory_items.inventory.location_levels",
    "variants.inventory.reservation_items.quantity",
  ])("refuses fields=%s", async (fields) => {
    const answer = await storeRaw(
      `/store/products?limit=1&fields=${encodeURIComponent(fields)}`,
    )
    expect(answer.status).toBe(422)
  })
})
