/**
 * The documents of the warehouse, the outbox behind them, and the way back after `kill -9`. The peer
 * of a step of a transfer is a plain sale of the same three lines in the same run.
 */
import { randomUUID } from "node:crypto"
import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import { postStockDocument } from "../../backend/src/modules/inventory/ledger/documents"
import {
  recordCounts,
  startStocktake,
} from "../../backend/src/modules/inventory/ledger/stocktakes"
import {
  draftTransfer,
  receiveTransfer,
  sendTransfer,
} from "../../backend/src/modules/inventory/ledger/transfers"
import { waitFor } from "../../ops/lib/wait"
import { completeAtOnce, inParallel, readyCarts } from "../support/contest"
import { counted } from "../support/database"
import { env } from "../support/env"
import { newGoods, newItem, point } from "../support/own-goods"
import { OwnBackend } from "../support/own-backend"
import { expectReconciled } from "../support/reconcile"
import { post } from "../support/stock-documents"
import { type Recorder, type Row } from "./report"

/** Nothing here is damaged. */
const NO_PHOTOS = { photoFrom: 0 }

const COMMANDS = 600
const AT_ONCE = 10
const ROUNDS = 3
const DELIVERIES = 40
const KILLS = 5
const CARTS_PER_KILL = 6

type Work = (connection: Knex, index: number) => Promise<unknown>

/** Commands a second on a pool like the backend's. */
async function rate(connection: Knex, work: Work): Promise<number> {
  const started = performance.now()
  await inParallel(Array.from({ length: COMMANDS }), AT_ONCE, (_, index) =>
    work(connection, index),
  )
  return COMMANDS / ((performance.now() - started) / 1000)
}

async function rates(
  { disturbance }: Recorder,
  connection: Knex,
  prepare: () => Promise<Work>,
): Promise<number[]> {
  const measured: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const work = await prepare()
    disturbance()
    measured.push(await rate(connection, work))
  }
  return measured.slice(1)
}

/** Kinds of goods at a point, about as many as a centre has in one room. */
const ITEMS = 60
const LINES = 3

/** Fresh goods of one kind after another, so that documents meet on a shelf, but not all on one. */
async function documentRows(recorder: Recorder, connection: Knex): Promise<Row[]> {
  const [from, to] = [await point(0), await point(1)]
  const newItems = () =>
    inParallel(Array.from({ length: ITEMS }), AT_ONCE, () =>
      newItem({ location: from, stocked: 1_000_000 }),
    )
  const itemsOf = (items: readonly string[], document: number) =>
    Array.from(
      { length: LINES },
      (_, line) => items[(document * LINES + line * 7) % items.length] ?? "",
    )
  const linesOf = (items: readonly string[], document: number) =>
    itemsOf(items, document).map((item) => ({ inventory_item_id: item, quantity: 1 }))
  const drafts = async () => {
    const items = await newItems()
    const ids = Array.from({ length: COMMANDS }, () => randomUUID())
    await inParallel(ids, AT_ONCE, (id, index) =>
      draftTransfer(connection, {
        id,
        from_location_id: from,
        to_location_id: to,
        lines: linesOf(items, index),
      }),
    )
    return ids
  }

  const sales = await rates(recorder, connection, async () => {
    const items = await newItems()
    return (pool, index) =>
      postStockDocument(
        pool,
        {
          id: randomUUID(),
          kind: "sale",
          location_id: from,
          lines: linesOf(items, index),
        },
        NO_PHOTOS,
      )
  })
  const receipts = await rates(recorder, connection, async () => {
    const items = await newItems()
    return (pool, index) =>
      postStockDocument(
        pool,
        {
          id: randomUUID(),
          kind: "receipt",
          location_id: from,
          lines: linesOf(items, index).map((line) => ({
            ...line,
            lot: { code: randomUUID(), ownership: "owned" },
          })),
        },
        NO_PHOTOS,
      )
  })
  const sends = await rates(recorder, connection, async () => {
    const ids = await drafts()
    return (pool, index) => sendTransfer(pool, ids[index] ?? "", { id: randomUUID() })
  })
  const arrivals = await rates(recorder, connection, async () => {
    const ids = await drafts()
    await inParallel(ids, AT_ONCE, (each) =>
      sendTransfer(connection, each, { id: randomUUID() }),
    )
    return (pool, index) =>
      receiveTransfer(
        pool,
        ids[index] ?? "",
        {
          id: randomUUID(),
          lines: Array.from({ length: LINES }, (_, line) => ({
            line,
            lot_id: null,
            received: 1,
            missing: 0,
            damaged: 0,
          })),
        },
        NO_PHOTOS,
      )
  })
  const stocktake = randomUUID()
  await startStocktake(connection, { id: stocktake, location_id: from, blind: true })
  const counts = await rates(recorder, connection, async () => {
    const items = await newItems()
    return (pool, index) =>
      recordCounts(pool, stocktake, {
        id: randomUUID(),
        lines: itemsOf(items, index).map((item) => ({
          inventory_item_id: item,
          lot_id: null,
          mode: "add",
          quantity: 1,
        })),
      })
  })
  const { keep } = recorder
  const row = (title: string, values: readonly number[]): Row => ({
    title: `${title} of 3 lines, ${AT_ONCE} at once`,
    unit: "/s",
    value: keep(title, values),
    target: { atLeast: 200 },
  })
  return [
    row("sales (peer)", sales),
    row("receipts with new lots", receipts),
    row("transfers sent", sends),
    row("transfers received", arrivals),
    row("counts", counts),
  ]
}

const waiting = () =>
  counted("select count(*) as count from outbox_message where parked_at is null")

async function untilDelivered(): Promise<void> {
  const state = await waitFor(async () => (await waiting()) === 0, {
    withinMs: 120_000,
    everyMs: 20,
  })
  if (state !== "ready") throw new Error("the outbox was not delivered")
}

/** Seconds from the answer to a document until its message has been dealt with. */
async function deliveryRows({ keep, disturbance }: Recorder): Promise<Row[]> {
  const { item, location } = await newGoods(DELIVERIES)
  await untilDelivered()
  disturbance()
  const seconds: number[] = []
  for (let sample = 0; sample < DELIVERIES; sample += 1) {
    await post({
      kind: "sale",
      location_id: location,
      lines: [{ inventory_item_id: item, quantity: 1 }],
    })
    const posted = performance.now()
    await untilDelivered()
    seconds.push((performance.now() - posted) / 1000)
  }
  const value = keep("outbox", seconds)
  return [
    { title: "outbox: from commit to delivered", unit: "s", value },
    {
      title: "outbox: the slowest delivery",
      unit: "s",
      value: keep("outbox, slowest", [value.max]),
      target: { atMost: 2 },
    },
  ]
}

/** A backend is killed in the middle of a rush, and started again. */
async function recoveryRows({ keep, disturbance }: Recorder): Promise<Row[]> {
  const backend = await OwnBackend.start()
  const answered: number[] = []
  const reconciled: number[] = []
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { variant } = await newGoods(CARTS_PER_KILL)
      const carts = await readyCarts(
        Array.from({ length: CARTS_PER_KILL }, () => [{ variant, quantity: 1 }]),
      )
      disturbance()
      const sent = completeAtOnce(carts, await backend.shop())
      await waitFor(
        async () =>
          (await counted(
            "select count(*) as count from order_cart where cart_id = any($1)",
            carts,
          )) > 0,
        { withinMs: 30_000, everyMs: 10 },
      )
      await backend.kill()
      await sent
      const began = performance.now()
      answered.push((await backend.start()) / 1000)
      await completeAtOnce(carts, await backend.shop())
      await expectReconciled()
      reconciled.push((performance.now() - began) / 1000)
    }
  } finally {
    await backend.kill()
  }
  return [
    {
      title: "after kill -9: first good answer",
      unit: "s",
      value: keep("first good answer", answered),
      target: { atMost: 15 },
    },
    {
      title: "after kill -9: buyers answered, reconciled",
      unit: "s",
      value: keep("reconciled", reconciled),
      target: { atMost: 60 },
    },
  ]
}

export async function warehouseRows(recorder: Recorder): Promise<Row[]> {
  const connection = knex({
    client: "pg",
    connection: env.DATABASE_URL,
    pool: { min: 0, max: AT_ONCE },
  })
  try {
    return [
      ...(await deliveryRows(recorder)),
      ...(await documentRows(recorder, connection)),
      ...(await recoveryRows(recorder)),
    ]
  } finally {
    await connection.destroy()
  }
}
