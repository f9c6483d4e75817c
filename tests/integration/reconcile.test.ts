import { parseOrderCode } from "@ocop/backend/contracts/order-code"
import pg from "pg"
import { fetch } from "undici"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { attachmentSightings } from "../../backend/src/lib/invariants/attachments"
import { type Query } from "../../backend/src/lib/invariants/check"
import { CHECKS } from "../../backend/src/lib/invariants/database"
import { mendBalances } from "../../backend/src/lib/invariants/mend"
import { hasPrivateFile } from "../support/attachments"
import { storefrontSettings } from "../support/backend"
import { env } from "../support/env"
import { PLANTS } from "../support/planted"
import { attachmentPlant } from "../support/planted-attachments"
import { type Facts } from "../support/planted-rows"
import { sightings } from "../support/reconcile"
import { reconcile } from "../support/services"
import { addToCart, newBuyer, placeOrder } from "../support/shop"
import { goods } from "../support/stock"
import { Visitor } from "../support/visitor"

const FACTS = (displayId: number) => `
  select o.id as order, link.cart_id as cart, r.line_item_id as line, r.id as reservation,
         r.inventory_item_id as item, r.location_id as point, p.id as payment,
         p.payment_collection_id as collection, p.amount::float8 as total,
         (select inventory_item_id from stock_balance b
           where b.location_id = r.location_id and b.inventory_item_id <> r.inventory_item_id
             and b.on_hand > 0 and not exists (
               select from stock_balance held
                where held.inventory_item_id = b.inventory_item_id
                  and held.location_id = b.location_id and held.reserved > 0)
           order by 1 limit 1) as other
    from "order" o
    join order_cart link on link.order_id = o.id
    join order_item i on i.order_id = o.id
    join reservation_item r on r.line_item_id = i.item_id and r.deleted_at is null
    join order_payment_collection c on c.order_id = o.id
    join payment p on p.payment_collection_id = c.payment_collection_id
   where o.display_id = ${displayId}`

const facts = z.tuple([
  z.object({
    ...{ order: z.string(), cart: z.string(), line: z.string(), reservation: z.string() },
    ...{ item: z.string(), other: z.string(), point: z.string() },
    ...{ payment: z.string(), collection: z.string(), total: z.number() },
  }),
])

let client: pg.Client
let order: Facts

const query: Query = async (sql) => (await client.query<object>(sql)).rows

/** Whatever `work` does to the database is taken back. */
async function takenBack<Result>(work: () => Promise<Result>): Promise<Result> {
  await client.query("begin")
  try {
    return await work()
  } finally {
    await client.query("rollback")
  }
}

beforeAll(async () => {
  const visitor = new Visitor()
  await addToCart(visitor, (await goods(14)).handle, 3)
  const number = parseOrderCode(await placeOrder(visitor, await newBuyer()))
  client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  order = facts.parse(await query(FACTS(Number(number))))[0]
  // What follows the order (search, alerts) comes a moment later.
  const isSettled = async () => (await takenBack(() => sightings(query))).length === 0
  await vi.waitUntil(isSettled, { timeout: 50_000, interval: 500 })
})
afterAll(() => client.end())

describe("differences planted in the database", () => {
  it("none is there before", async () =>
    expect(await takenBack(() => sightings(query))).toEqual([]))

  it.each(PLANTS)("$invariant $kind is found, with its size", (plant) =>
    takenBack(async () => {
      await client.query(plant.sql(order))
      const { invariant, kind, size } = plant
      const found = await sightings(query)
      expect(found).toContainEqual(expect.objectContaining({ invariant, kind, size }))
      for (const { message, mend } of found) {
        expect(message).not.toBe("")
        expect(mend).not.toMatch(/[{}]|undefined/)
      }
    }),
  )

  it("there is a plant for every check", () =>
    expect(PLANTS.map(({ kind }) => kind).sort()).toEqual(
      CHECKS.map(({ kind }) => kind).sort(),
    ))

  it("a thousand of a kind are listed and the rest is counted", () =>
    takenBack(async () => {
      await client.query(`insert into order_cart (id, order_id, cart_id)
        select 'ordercart_planted' || n, 'order_gone' || n, 'cart_planted' || n
          from generate_series(1, 1500) n`)
      const found = await sightings(query)
      expect(found).toHaveLength(1_001)
      expect(found.at(-1)).toMatchObject({ kind: "link-without-order", size: 500 })
    }))

  it.each(["ledger-balance", "level-balance", "level-raw", "ledger-reserved"])(
    "%s is mended from the ledger",
    (kind) =>
      takenBack(async () => {
        const plant = PLANTS.find((one) => one.kind === kind)
        await client.query(plant?.sql(order) ?? "")
        const { balances, levels } = await mendBalances(query)
        expect(balances + levels).toBeGreaterThan(0)
        // What follows other tests' movements a moment later is doubtful, and none of this one's.
        const found = await sightings(query)
        expect(found.filter(({ certainty }) => certainty === "fact")).toEqual([])
      }),
  )
})

describe("a file that is gone", () => {
  it("I5 attachment-file is found, where a document names it or may still do so", () =>
    takenBack(async () => {
      await client.query(attachmentPlant.sql)
      const found = await attachmentSightings(query, hasPrivateFile)
      const { invariant, kind, size } = attachmentPlant
      expect(found).toEqual([expect.objectContaining({ invariant, kind, size })])
      expect(found[0]?.mend).toContain("private-planted.webp")
      await client.query(attachmentPlant.forgotten)
      expect(await attachmentSightings(query, hasPrivateFile)).toEqual([])
    }))
})

describe("a document in the search engine that says something else", () => {
  const document = z.looseObject({ id: z.string(), title: z.string() })

  async function meilisearch(method: "GET" | "POST", path: string, body?: unknown) {
    const response = await fetch(env.MEILISEARCH_HOST + path, {
      method,
      headers: {
        authorization: `Bearer ${env.MEILISEARCH_API_KEY}`,
        "content-type": "application/json",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return response.json()
  }

  async function write(path: string, one: z.infer<typeof document>): Promise<void> {
    const { taskUid } = z
      .object({ taskUid: z.number() })
      .parse(await meilisearch("POST", path, [one]))
    const task = z.object({ status: z.string() })
    await expect
      .poll(async () => task.parse(await meilisearch("GET", `/tasks/${taskUid}`)).status)
      .toBe("succeeded")
  }

  it("I13 is found by the command, which ends with 1, and names the field", async () => {
    const path = `/indexes/${(await storefrontSettings()).search.index}/documents`
    const page = z.object({ results: z.tuple([document]) })
    const [original] = page.parse(await meilisearch("GET", `${path}?limit=1`)).results
    await write(path, { ...original, title: "Tên do ai đó sửa" })
    try {
      const failure: unknown = await reconcile("--at-once").catch(
        (error: unknown) => error,
      )
      const { code, stdout } = z
        .object({ code: z.number(), stdout: z.string() })
        .parse(failure)
      expect(code).toBe(1)
      expect(JSON.parse(stdout)).toEqual({
        differences: [
          expect.objectContaining({
            invariant: "I13",
            kind: "search-document",
            subject: `product ${original.id}`,
            size: 1,
            details: { problem: "different", fields: ["title"] },
          }),
        ],
      })
    } finally {
      await write(path, original)
    }
  }, 180_000)
})
