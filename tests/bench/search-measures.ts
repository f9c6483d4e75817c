/** What is measured of the search at one size of the catalogue. */
import { setTimeout as pause } from "node:timers/promises"
import { z } from "zod"
import { admin } from "../support/backend"
import { counted, rows } from "../support/database"
import { env } from "../support/env"
import { rebuildSearch } from "../support/own-backend"
import { hitOf, search } from "../support/search"
import { goods, type Goods, type Level, levels, setStocked } from "../support/stock"
import { timeToFirstByte } from "./load"
import { QUERIES } from "./queries"
import { quantile } from "./statistics"

const get = async (origin: string, path: string, params: Record<string, string>) =>
  timeToFirstByte({
    name: `${path} ${JSON.stringify(params)}`,
    url: `${origin}${path}?${new URLSearchParams(params)}`,
    headers: {},
    holds: (body) => body.includes('"hits"') || body.includes('"products"'),
  })

/** "mật ong" → "m", "mật", "mật o": as it is typed. */
const typed = (q: string): string[] =>
  [0.2, 0.5, 0.8].map((share) => q.slice(0, Math.max(1, Math.round(q.length * share))))

/** The 95th percentile of all queries, one after the other on a warm connection, in ms. */
export async function searchP95(): Promise<number> {
  const times: number[] = []
  for (const q of QUERIES) times.push(await get(env.STORE_URL, "/api/search", { q }))
  return quantile(times, 0.95)
}

export async function suggestP95(): Promise<number> {
  const times: number[] = []
  for (const q of QUERIES.flatMap(typed))
    times.push(await get(env.STORE_URL, "/api/suggest", { q }))
  return quantile(times, 0.95)
}

/** How many shoppers' searches a second go on meanwhile. */
const SEARCHES_A_SECOND = 20

export type Load = {
  p95: number
  asked: number
  /** Answers with nothing to a query that finds something at other times. */
  empty: number
}

/**
 * Shoppers search at a fixed rate, whether or not the last one was answered, for as long as the work
 * takes. Latencies count from the moment a search was due.
 */
export async function whileSearching<T>(
  work: () => Promise<T>,
): Promise<{ load: Load; result: T }> {
  const times: number[] = []
  const totals = new Map<string, number[]>()
  const answers: Promise<void>[] = []
  const began = performance.now()
  const ask = async (due: number, q: string) => {
    const { total } = await search(new URLSearchParams({ q }).toString())
    times.push(performance.now() - due)
    const found = totals.get(q)
    if (found) found.push(total)
    else totals.set(q, [total])
  }
  let working = true
  const shoppers = (async () => {
    for (let asked = 0; working; asked += 1) {
      const due = began + (asked * 1000) / SEARCHES_A_SECOND
      await pause(Math.max(0, due - performance.now()))
      // Every fifth is for everything.
      const q = asked % 5 === 0 ? "" : (QUERIES[asked % QUERIES.length] ?? "")
      answers.push(ask(due, q))
    }
  })()
  try {
    const result = await work()
    working = false
    await shoppers
    await Promise.all(answers)
    const empty = [...totals.values()]
      .filter((found) => Math.max(...found) > 0)
      .flatMap((found) => found.filter((total) => total === 0)).length
    return { load: { p95: quantile(times, 0.95), asked: times.length, empty }, result }
  } finally {
    working = false
  }
}

/** An answer that never comes is not waited for longer. */
const VISIBLE_WITHIN_MS = 60_000
const LOOK_EVERY_MS = 50

/** Seconds from sending the change until a shopper who looks again and again sees it. */
async function visibleAfter(
  change: () => Promise<unknown>,
  seen: () => Promise<boolean>,
) {
  const began = performance.now()
  await change()
  while (!(await seen())) {
    if (performance.now() - began > VISIBLE_WITHIN_MS)
      throw new Error("a change did not become visible within a minute")
    await pause(LOOK_EVERY_MS)
  }
  return (performance.now() - began) / 1000
}

const setPrice = ({ id, variantId }: Goods, amount: number) =>
  admin(`/admin/products/${id}/variants/${variantId}`, z.unknown(), {
    method: "POST",
    body: { prices: [{ currency_code: "vnd", amount }] },
  })

const CHANGES = 3
const PRICE_STEP = 1_000
const PIECES = 20

/** Seconds until a changed price, and goods sold out and back again, are found by a search. */
export async function freshness(): Promise<{ price: number[]; stock: number[] }> {
  const item = await goods(3)
  const hit = () => hitOf(item.title, item.handle)
  const price = (await hit())?.price
  if (price === undefined) throw new Error(`"${item.title}" is not found by its title`)
  const times: { price: number[]; stock: number[] } = { price: [], stock: [] }
  for (let change = 0; change < CHANGES; change += 1)
    for (const amount of [price + PRICE_STEP, price])
      times.price.push(
        await visibleAfter(
          () => setPrice(item, amount),
          async () => (await hit())?.price === amount,
        ),
      )
  const [shelf, ...others] = await levels(item.itemId)
  if (!shelf) throw new Error(`"${item.title}" lies nowhere`)
  const put = ({ location_id }: Level, pieces: number) =>
    setStocked(item.itemId, location_id, pieces)
  for (const other of others) await put(other, other.reserved_quantity)
  const present = shelf.reserved_quantity + PIECES
  await put(shelf, present)
  await visibleAfter(
    () => Promise.resolve(),
    async () => (await hit())?.inStock === true,
  )
  for (let change = 0; change < CHANGES; change += 1)
    for (const pieces of [shelf.reserved_quantity, present])
      times.stock.push(
        await visibleAfter(
          () => put(shelf, pieces),
          async () => (await hit())?.inStock === pieces > shelf.reserved_quantity,
        ),
      )
  for (const each of [shelf, ...others]) await put(each, each.stocked_quantity)
  return times
}

const build = z.object({ name: z.string(), seconds: z.number() })

export type Rebuild = {
  /** Seconds from the first reading to the swap, by index. */
  product: number
  fallback: number
  load: Load
}

/** Both indexes are built anew by a process of their own while shoppers search. */
export async function rebuildWhileSearching(): Promise<Rebuild> {
  const { load } = await whileSearching(rebuildSearch)
  const builds = await rows(
    build,
    `select i.name, extract(epoch from max(s.completed_at) - min(s.started_at))::float8 as seconds
       from search_index i
       join search_index_version v
         on v.search_index_id = i.id and v.version = i.active_version and v.deleted_at is null
       join search_index_sync s on s.search_index_version_id = v.id
      where i.deleted_at is null group by i.name`,
  )
  const secondsOf = (name: string): number => {
    const seconds = builds.find((one) => one.name === name)?.seconds
    if (seconds === undefined) throw new Error(`no build of ${name} is known`)
    return seconds
  }
  return { product: secondsOf("product"), fallback: secondsOf("product_fallback"), load }
}

/** Products in the database: a search counts its finds up to 20,000 only. */
export const shopSize = (): Promise<number> =>
  counted("select count(*) from product where deleted_at is null")

/** Milliseconds that shoppers wait (p95) while nothing changes. */
export const quietP95 = async (seconds: number): Promise<number> =>
  (await whileSearching(() => pause(seconds * 1000))).load.p95
