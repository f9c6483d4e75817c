/**
 * Stock: the contest for the last pieces against the framework as it is shipped, documents, the
 * card of an item that has moved a lot, and the books of years. The ledger grows on the way, so this
 * is for data that is thrown away.
 */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { randomUUID } from "node:crypto"
import { join } from "node:path"
import { knex } from "@medusajs/framework/mikro-orm/knex"
import { type saleDocument } from "@ocop/backend/contracts/stock"
import pg from "pg"
import { z } from "zod"
import { postStockDocument } from "../../backend/src/modules/inventory/ledger/documents"
import { tsxLoader } from "../../ops/lib/paths"
import { admin } from "../support/backend"
import {
  completeAtOnce,
  inParallel,
  ofKind,
  readyCarts,
  slowest,
} from "../support/contest"
import { env } from "../support/env"
import { newGoods, newItem, point } from "../support/own-goods"
import { growLedger } from "./ledger"
import { type Recorder, type Row } from "./report"
import { withShippedFramework } from "./shipped"
import { quantile } from "./statistics"

const TAKERS = 200
const UNITS = 50
const CONTESTS = 2
const DOCUMENTS = 600
const AT_ONCE = 10
const ROUNDS = 3
const CARD_ROWS = 10_000
const CARD_SAMPLES = 40
const LEDGER_ROWS = 1_000_000
const RECONCILE = join(import.meta.dirname, "reconcile.ts")

async function contests({ keep, disturbance }: Recorder): Promise<Row[]> {
  const times: Record<"own" | "shipped", number[]> = { own: [], shipped: [] }
  const orders: Record<"own" | "shipped", number[]> = { own: [], shipped: [] }
  const errors: Record<"own" | "shipped", number[]> = { own: [], shipped: [] }
  const refusals: number[] = []
  const note = (
    who: "own" | "shipped",
    answers: Awaited<ReturnType<typeof completeAtOnce>>,
  ) => {
    times[who].push(slowest(answers) / 1000)
    orders[who].push(ofKind(answers, "order").length)
    errors[who].push(ofKind(answers, "error").length + ofKind(answers, "busy").length)
  }
  const own = async () => {
    const { variant } = await newGoods(UNITS)
    const carts = await readyCarts(
      Array.from({ length: TAKERS }, () => [{ variant, quantity: 1 }]),
    )
    disturbance()
    const answers = await completeAtOnce(carts)
    note("own", answers)
    refusals.push(slowest(ofKind(answers, "refused")) / 1000)
  }
  const shipped = () =>
    withShippedFramework(UNITS, async (shop) => {
      const carts = await shop.readyCarts(TAKERS)
      disturbance()
      note("shipped", await completeAtOnce(carts, shop))
    })
  for (let round = 0; round < CONTESTS; round += 1)
    for (const contest of round % 2 === 0 ? [shipped, own] : [own, shipped])
      await contest()
  const title = `contest of ${TAKERS} for ${UNITS}`
  return [
    { title: `${title}: all answered`, unit: "s", value: keep(title, times.own) },
    {
      title: `${title}: slowest refusal`,
      unit: "s",
      value: keep(`${title}, refusals`, refusals),
      target: { atMost: 5 },
    },
    {
      title: `${title}: framework as shipped (peer)`,
      unit: "s",
      value: keep(`${title}, peer`, times.shipped),
    },
    {
      title: `${title}: time ratio to the peer`,
      unit: "×",
      value: keep(
        `${title}, ratio`,
        times.own.map((time, round) => time / (times.shipped[round] ?? Number.NaN)),
      ),
      target: { atMost: 0.3 },
    },
    {
      title: `${title}: orders`,
      unit: "",
      value: keep(`${title}, orders`, orders.own),
      target: { atLeast: UNITS },
    },
    {
      title: `${title}: orders of the peer`,
      unit: "",
      value: keep(`${title}, orders of the peer`, orders.shipped),
    },
    {
      title: `${title}: answers other than an order or a refusal`,
      unit: "",
      value: keep(`${title}, errors`, errors.own),
      target: { atMost: 0 },
    },
    {
      title: `${title}: the same of the peer`,
      unit: "",
      value: keep(`${title}, errors of the peer`, errors.shipped),
    },
  ]
}

const posted = z.object({ document: z.object({ replayed: z.literal(false) }) })

type Post = (document: z.output<typeof saleDocument>) => Promise<unknown>

/** Documents a second: sales of three lines, several at once. */
async function documentRate(
  items: readonly string[],
  location: string,
  post: Post,
): Promise<number> {
  const started = performance.now()
  await inParallel(Array.from({ length: DOCUMENTS }), AT_ONCE, () =>
    post({
      id: randomUUID(),
      kind: "sale",
      location_id: location,
      lines: items.map((item) => ({ inventory_item_id: item, quantity: 1 })),
    }),
  )
  return DOCUMENTS / ((performance.now() - started) / 1000)
}

const overHttp: Post = (document) =>
  admin("/admin/stock/documents", posted, { method: "POST", body: document })

/** The stock module's own command on a pool like the backend's, without the way to it. */
async function withCommand<Result>(
  work: (post: Post) => Promise<Result>,
): Promise<Result> {
  const connection = knex({
    client: "pg",
    connection: env.DATABASE_URL,
    pool: { min: 0, max: AT_ONCE },
  })
  try {
    return await work((document) =>
      postStockDocument(connection, document, { photoFrom: 0 }),
    )
  } finally {
    await connection.destroy()
  }
}

const card = z.object({
  card: z.object({ on_hand: z.number(), rows: z.array(z.unknown()).min(50) }),
})

/** Milliseconds until the newest rows of a card have been read. */
async function cardTime(item: string, location: string): Promise<number> {
  const times: number[] = []
  for (let sample = 0; sample < CARD_SAMPLES; sample += 1) {
    const started = performance.now()
    await admin(`/admin/stock/items/${item}/card?location_id=${location}&limit=50`, card)
    times.push(performance.now() - started)
  }
  return quantile(times, 0.5)
}

async function grow(
  rows: number,
  shelf?: { item: string; point: string },
): Promise<number> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  try {
    await client.query("begin")
    const grown = await growLedger(
      async (sql) => (await client.query<object>(sql)).rows,
      rows,
      shelf,
    )
    await client.query("commit")
    return grown
  } finally {
    await client.end()
  }
}

const reconciled = z.object({
  milliseconds: z.number(),
  megabytes: z.number(),
  differences: z.number(),
})

/** All checks of the database, in a process of their own whose memory is its own. */
async function reconcile(): Promise<z.output<typeof reconciled>> {
  const child = spawn(process.execPath, ["--import", tsxLoader(), RECONCILE], {
    env: process.env,
    stdio: ["ignore", "pipe", "inherit"],
  })
  let said = ""
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()))
  const [code] = await once(child, "close")
  if (code !== 0) throw new Error(`reconcile ended with ${code}`)
  const measured = reconciled.parse(JSON.parse(said))
  if (measured.differences > 0)
    throw new Error(`${measured.differences} difference(s) in the grown ledger`)
  return measured
}

export async function stockRows(recorder: Recorder): Promise<Row[]> {
  const { keep, disturbance } = recorder
  const rows = await contests(recorder)
  const location = await point(0)
  const stocked = { location, stocked: 1_000_000 }
  const items = [await newItem(stocked), await newItem(stocked), await newItem(stocked)]

  const commandRates = () =>
    withCommand(async (post) => {
      disturbance()
      const rates: number[] = []
      for (let round = 0; round <= ROUNDS; round += 1)
        rates.push(await documentRate(items, location, post))
      return rates.slice(1)
    })
  const young = await commandRates()
  rows.push(
    {
      title: `stock changes of 3 lines with ledger, ${AT_ONCE} at once`,
      unit: "/s",
      value: keep("documents", young),
      target: { atLeast: 200 },
    },
    {
      title: `the same over HTTP, ${AT_ONCE} clients, search renewed on the way`,
      unit: "/s",
      value: keep("documents over HTTP", [await documentRate(items, location, overHttp)]),
    },
  )

  const { item } = await newGoods(1_000)
  const count = await grow(0)
  await grow(count + CARD_ROWS, { item, point: location })
  disturbance()
  rows.push({
    title: `card of an item with ${CARD_ROWS} rows opens`,
    unit: "ms",
    value: keep("card", [await cardTime(item, location)]),
    target: { atMost: 50 },
  })

  const small = await reconcile()
  const grown = await grow(LEDGER_ROWS)
  disturbance()
  const large = await reconcile()
  const old = await commandRates()
  rows.push(
    {
      title: `reconcile over ${grown} rows of the ledger`,
      unit: "s",
      value: keep("reconcile", [large.milliseconds / 1000]),
      target: { atMost: 30 },
    },
    {
      title: `reconcile: memory, against ${count + CARD_ROWS} rows`,
      unit: "×",
      value: keep("reconcile memory", [large.megabytes / small.megabytes]),
      target: { atMost: 1.1 },
    },
    {
      title: `stock changes with ${grown} rows in the ledger, against the young one`,
      unit: "×",
      value: keep(
        "documents, old against young",
        old.map((rate, round) => rate / (young[round] ?? Number.NaN)),
      ),
      target: { atLeast: 0.8 },
    },
  )
  return rows
}
