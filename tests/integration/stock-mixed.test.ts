/**
 * One lot at two points, and everyone at once: buyers, a counter, the staff editing figures and
 * moving reservations, goods going to and fro. Afterwards the books hold what was acknowledged,
 * all of it and nothing else.
 */
import { stockDocumentResponse, type StockEntry } from "@ocop/backend/contracts/stock"
import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { adminRaw } from "../support/backend"
import { completeAtOnce, readyCart } from "../support/contest"
import { report } from "../support/counts"
import { rows } from "../support/database"
import { booksOf } from "../support/ledger"
import { newItem, newVariants, point } from "../support/own-goods"
import { expectReconciled } from "../support/reconcile"
import { isLong, sized } from "../support/sizes"
import { shelf } from "../support/stock"
import { dayIn } from "../support/stock-day"
import { receive, sendDocument } from "../support/stock-documents"

const LASTS_MS = sized(5_000, 60_000)
const WORKERS = sized(2, 8)
/** Few, so that there is now something left and now nothing. */
const PIECES = sized(20, 40)

const CODE = "CHUNG"
/** Once for all of it: the day may change meanwhile, and a lot has one. */
const BEST_BEFORE = dayIn(30)
/** What a document is told that names a lot of which nothing is left at the point. */
const SOLD_OUT = "lot_not_at_point"

/** What the answers said was done; pieces, not calls. */
type Done = {
  received: number
  returned: number
  /** What counts have found too much, less what they have found missing. */
  found: number
  ordered: number
  sold: number
  sent: number
  written: number
  reserved: number
}
type Outcome = "accepted" | "refused" | "busy" | "error"

const reservation = z.object({ reservation: z.object({ id: z.string() }) })
const pieces = () => 1 + Math.floor(Math.random() * 3)

describe("everyone on one lot at once", () => {
  let here: string
  let there: string
  let item: string
  let variant: string
  let lot: string
  const counts: Record<Outcome, number> = { accepted: 0, refused: 0, busy: 0, error: 0 }
  const done: Done = {
    received: PIECES,
    returned: 0,
    found: 0,
    ordered: 0,
    sold: 0,
    sent: 0,
    written: 0,
    reserved: 0,
  }
  const complaints = new Set<string>()
  let took = 0

  /** Counts an answer; true when it was accepted. */
  async function judged(answer: {
    status: number
    text: () => Promise<string>
  }): Promise<boolean> {
    if (answer.status < 300) {
      counts.accepted += 1
      return true
    }
    const text = await answer.text()
    if (answer.status === 503) counts.busy += 1
    else if (answer.status === 409 || text.includes(SOLD_OUT)) counts.refused += 1
    else {
      counts.error += 1
      complaints.add(`${answer.status} ${text}`)
    }
    return false
  }

  const send = (path: string, body: unknown, method: "POST" | "DELETE" = "POST") =>
    adminRaw(path, { method, ...(method === "POST" && { body }) })

  /** Null when there was nothing left to put into a cart. */
  const cartOf = (quantity: number): Promise<string | null> =>
    readyCart([{ variant, quantity }]).catch((error: unknown) => {
      if (String(error).includes("insufficient_inventory")) return null
      throw error
    })

  async function order(): Promise<void> {
    const cart = await cartOf(1)
    const [answer] = cart === null ? [] : await completeAtOnce([cart])
    const { kind = "refused" } = answer ?? {}
    counts[kind === "order" ? "accepted" : kind] += 1
    if (kind === "order") done.ordered += 1
    if (kind === "error") complaints.add(`${answer?.status} ${answer?.message}`)
  }

  /** Ids of the documents that were accepted. */
  const accepted: string[] = []

  /** @returns the rows that it wrote; null when it was not accepted. */
  async function post(
    kind: string,
    line: object,
    more: object = {},
  ): Promise<StockEntry[] | null> {
    const id = randomUUID()
    const lines = [{ inventory_item_id: item, ...line }]
    const answer = await sendDocument({ id, kind, location_id: here, lines, ...more })
    if (!(await judged(answer))) return null
    const { entries } = stockDocumentResponse.parse(await answer.json()).document
    if (entries.length > 0) accepted.push(id)
    return entries
  }

  async function deliver(): Promise<void> {
    const quantity = pieces()
    const line = { quantity, lot: { code: CODE, best_before: BEST_BEFORE } }
    if (await post("receipt", line)) done.received += quantity
  }

  async function sell(): Promise<void> {
    const quantity = pieces()
    if (await post("sale", { quantity })) done.sold += quantity
  }

  async function takeBack(): Promise<void> {
    if (await post("return", { quantity: 1, lot_id: lot })) done.returned += 1
  }

  async function sendAway(): Promise<void> {
    const quantity = pieces()
    const [from, to] = Math.random() < 0.6 ? [here, there] : [there, here]
    const where = { location_id: from, to_location_id: to }
    if (await post("transfer", { quantity }, where)) done.sent += quantity
  }

  async function adjust(): Promise<void> {
    const quantity = pieces()
    const direction = Math.random() < 0.5 ? "in" : "out"
    const line = { quantity, lot_id: lot, direction, reason: "miscounted" }
    if (await post("adjustment", line))
      done.written += direction === "in" ? quantity : -quantity
  }

  /** Whoever counts while others sell finds more or less than the books say. */
  async function count(): Promise<void> {
    const { stocked } = await shelf(item, here)
    const counted = Math.max(0, stocked + (Math.random() < 0.5 ? 1 : -1))
    for (const { on_hand_change } of (await post("count", { counted, lot_id: lot })) ??
      [])
      done.found += on_hand_change
  }

  async function edit(): Promise<void> {
    const { stocked } = await shelf(item, here)
    const stocked_quantity = Math.max(0, stocked + (Math.random() < 0.5 ? 2 : -2))
    await judged(
      await send(`/admin/inventory-items/${item}/location-levels/${here}`, {
        stocked_quantity,
      }),
    )
  }

  /** Reserves, moves to the other point and, mostly, lets go again. */
  async function holdAndMove(): Promise<void> {
    const quantity = pieces()
    const path = "/admin/reservations"
    const made = await send(path, {
      inventory_item_id: item,
      location_id: here,
      quantity,
    })
    if (!(await judged(made))) return
    const { id } = reservation.parse(await made.json()).reservation
    done.reserved += quantity
    const more = pieces()
    if (await judged(await send(`${path}/${id}`, { location_id: there, quantity: more })))
      done.reserved += more - quantity
    const held = (await heldBy(id)) ?? 0
    if (Math.random() < 0.8 && (await judged(await send(`${path}/${id}`, {}, "DELETE"))))
      done.reserved -= held
  }

  const heldBy = async (id: string): Promise<number | undefined> => {
    const quantity = z.object({ quantity: z.coerce.number() })
    const [row] = await rows(
      quantity,
      "select sum(reserved_change) as quantity from stock_entry where reservation_id = $1",
      [id],
    )
    return row?.quantity
  }

  beforeAll(
    async () => {
      ;[here, there] = [await point(0), await point(1)]
      item = await newItem(
        { location: here, stocked: 0 },
        { location: there, stocked: 0 },
      )
      ;[variant = ""] = await newVariants({ [item]: 1 })
      lot = await receive(item, here, PIECES, { code: CODE, best_before: BEST_BEFORE })
      const started = performance.now()
      const until = started + LASTS_MS
      const repeat = async (work: () => Promise<void>): Promise<void> => {
        while (performance.now() < until) await work()
      }
      const jobs = [
        ...[order, deliver, sell, takeBack, sendAway],
        ...[adjust, count, edit, holdAndMove],
      ]
      await Promise.all(
        jobs.flatMap((job) => Array.from({ length: WORKERS }, () => repeat(job))),
      )
      took = performance.now() - started
      report({
        title: "Mọi thao tác trên một lô",
        attempted: counts.accepted + counts.refused + counts.busy + counts.error,
        accepted: counts.accepted,
        refused: counts.refused,
        busy: counts.busy,
        errors: counts.error,
        ms: Math.round(took),
      })
    },
    2 * LASTS_MS + 60_000,
  )

  it("every call was answered clearly, and some were accepted", () => {
    expect([...complaints]).toEqual([])
    expect(counts.error).toBe(0)
    // So many on one shelf: where the machine is slow, a few are told to come again.
    expect(counts.busy).toBeLessThanOrEqual(isLong ? counts.accepted / 10 : 0)
    expect(Math.min(done.ordered, done.sold, done.sent, done.returned)).toBeGreaterThan(0)
    if (isLong) expect(counts.refused).toBeGreaterThan(0)
  })

  it("the books hold exactly what was acknowledged", async () => {
    const books = await booksOf(item)
    const sum = (
      kind: string,
      of: "on_hand_change" | "reserved_change",
      reason?: string,
    ) =>
      books
        .filter((row) => row.kind === kind && (!reason || row.reason === reason))
        .reduce((total, row) => total + row[of], 0)
    expect({
      received: sum("receipt", "on_hand_change"),
      returned: sum("return", "on_hand_change"),
      found: sum("count", "on_hand_change"),
      sold: -sum("sale", "on_hand_change"),
      sent: sum("transfer-in", "on_hand_change"),
      arrived: -sum("transfer-out", "on_hand_change"),
      written: sum("adjustment", "on_hand_change", "miscounted"),
      reserved: books.reduce((total, row) => total + row.reserved_change, 0),
    }).toEqual({
      received: done.received,
      returned: done.returned,
      found: done.found,
      sold: done.sold,
      sent: done.sent,
      arrived: done.sent,
      written: done.written,
      reserved: done.ordered + done.reserved,
    })
  })

  it("every document that was accepted is in the books, and no other one", async () => {
    const written = await rows(
      z.object({ document_id: z.string() }),
      `select distinct document_id from stock_entry
        where inventory_item_id = $1 and document_type = 'stock_document'`,
      [item],
    )
    // The first receipt was there before they all began.
    expect(written).toHaveLength(accepted.length + 1)
    const ids = new Set(written.map(({ document_id }) => document_id))
    expect(accepted.filter((id) => !ids.has(id))).toEqual([])
  })

  it("nothing was ever sold that was not there, and all invariants hold", async () => {
    for (const where of [here, there]) {
      const { stocked, reserved } = await shelf(item, where)
      expect(reserved).toBeGreaterThanOrEqual(0)
      expect(stocked).toBeGreaterThanOrEqual(reserved)
    }
    await expectReconciled()
  })
})
