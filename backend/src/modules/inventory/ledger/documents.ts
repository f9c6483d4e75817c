/** Documents of the stock ("phiếu kho"): posted once, entirely, or not at all. */
import { createHash } from "node:crypto"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import stringify from "safe-stable-stringify"
import { type StockDocument, type StockEntry } from "../../../contracts/stock"
import { stockContext } from "../context"
import { assertComponents, planAssembly } from "./assembly"
import { attach } from "./attachments"
import { command } from "./command"
import { assertPhotographed } from "./damage"
import { planDisassembly } from "./disassembly"
import { entriesOf } from "./entries"
import { assertBorne } from "./losses"
import { namedLots, receiveLots } from "./lot-book"
import {
  type Head,
  planAdjustment,
  planCount,
  planOut,
  planReceipt,
  planReturn,
  planTransfer,
  STOCK_DOCUMENT,
} from "./plan"
import { planProducerReturn } from "./producer-return"
import { documentConflict, invalidField } from "./refusals"
import { type EntryDraft } from "./rows"
import { openShelves, type WantedShelf } from "./shelves"
import { append, balancesAt } from "./store"

export type Posted = {
  id: string
  kind: string
  /** True when it had been posted before and nothing was written now. */
  replayed: boolean
  entries: StockEntry[]
}

/** How far a client's clock may be ahead. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000

const kept = z.object({ kind: z.string(), fingerprint: z.string() })

type DocumentHead = {
  id: string
  kind: string
  occurred_at?: string
  location_id?: string
  producer_id?: string
  note?: string
  /** The transfer or stocktake that the document is a step of. */
  part_of?: string
  /** Pictures that the document names. */
  attachments?: readonly string[]
} & Partial<PhotoRule>

/** VND of one line of damaged goods from which a document has to show them; 0: never. */
export type PhotoRule = { photoFrom: number }

/**
 * Posts under the client's id: the first of two at once writes, the other one waits for it and is
 * given what it wrote.
 * @param content what the id stands for; with another content it is refused.
 * @throws ApiFailure 409 document_conflict
 */
export async function postOnce(
  connection: Knex,
  { id, kind, occurred_at, ...named }: DocumentHead,
  content: unknown,
  work: (transaction: Knex.Transaction, head: Head) => Promise<readonly EntryDraft[]>,
): Promise<Posted> {
  const fingerprint = createHash("sha256")
    .update(stringify(content) ?? "")
    .digest("hex")
  const occurredAt = occurred_at ? new Date(occurred_at) : new Date()
  return command(connection, async (transaction) => {
    const context = stockContext()
    const inserted = await transaction("stock_document")
      .insert({
        id,
        kind,
        fingerprint,
        actor_id: context.actor(),
        device_id: context.device,
        occurred_at: occurredAt,
        location_id: named.location_id ?? null,
        producer_id: named.producer_id ?? null,
        note: named.note || null,
        part_of: named.part_of ?? null,
      })
      .onConflict()
      .ignore()
      .returning("id")
    const replayed = inserted.length === 0
    if (replayed) {
      const before = kept.parse(await transaction("stock_document").where({ id }).first())
      if (before.fingerprint !== fingerprint) throw documentConflict()
    } else {
      const head = {
        document_type: STOCK_DOCUMENT,
        document_id: id,
        occurred_at: occurredAt,
      }
      const drafts = await work(transaction, head)
      const attached = await attach(transaction, id, named.attachments ?? [])
      await assertPhotographed(transaction, drafts, attached, named.photoFrom ?? 0)
      await append(transaction, drafts)
    }
    const entries = await entriesOf(transaction, STOCK_DOCUMENT, id)
    return { id, kind, replayed, entries }
  })
}

/** Moments that no clock of a client can have been at, and that a day cannot be told of. */
export function assertMoment(field: string, moment: string | undefined): void {
  if (moment === undefined) return
  const at = Date.parse(moment)
  if (!(at >= 0 && at <= Date.now() + CLOCK_TOLERANCE_MS))
    throw invalidField(field, "Thời điểm không hợp lệ.")
}

function assertHead(document: StockDocument): void {
  assertMoment("occurred_at", document.occurred_at)
  if (document.kind === "transfer" && document.to_location_id === document.location_id)
    throw invalidField("to_location_id", "Điểm đến phải khác điểm đi.")
  if (document.kind === "assembly") assertComponents(document)
}

const shelvesOf = (
  lines: readonly { inventory_item_id: string }[],
  locationId: string,
): WantedShelf[] =>
  lines.map(({ inventory_item_id }, line) => ({
    inventory_item_id,
    location_id: locationId,
    line,
  }))

/** Documents that say themselves which shelves they move. */
type Plain = Exclude<StockDocument, { kind: "disassembly" }>

/** Which shelves must be there, and which ones the document makes. */
function wantedShelves(document: Plain): {
  kept: WantedShelf[]
  made: WantedShelf[]
} {
  const at = document.location_id
  switch (document.kind) {
    case "receipt":
    case "return":
      return { kept: [], made: shelvesOf(document.lines, at) }
    case "transfer":
      return {
        kept: shelvesOf(document.lines, at),
        made: shelvesOf(document.lines, document.to_location_id),
      }
    case "assembly":
      return {
        kept: shelvesOf(document.components, at),
        made: shelvesOf([document], at),
      }
    default:
      return { kept: shelvesOf(document.lines, at), made: [] }
  }
}

const namedIn = (document: Plain): (string | null | undefined)[] =>
  document.kind === "receipt"
    ? []
    : (document.kind === "assembly" ? document.components : document.lines).map(
        ({ lot_id }) => lot_id,
      )

/**
 * Posts a document, or answers with what it wrote when it had been posted.
 * @throws ApiFailure 409 document_conflict, insufficient_inventory, stock_reserved, lot_expired,
 * lot_recalled; 404 unknown_item, unknown_lot; 422 invalid_input, not_stocked_here,
 * lot_not_at_point, expired_on_receipt, short_life, lot_of_other_producer, not_a_basket,
 * unknown_attachment, photo_required; 503 busy.
 * What concerns a line says which one.
 */
export function postStockDocument(
  connection: Knex,
  document: StockDocument,
  { photoFrom }: PhotoRule,
): Promise<Posted> {
  const { id, kind, occurred_at, location_id, note } = document
  const producer_id =
    document.kind === "producer-return" ? document.producer_id : undefined
  const attachments = "attachments" in document ? document.attachments : undefined
  const said = {
    ...{ id, kind, occurred_at, location_id, producer_id, note },
    ...{ attachments, photoFrom },
  }
  return postOnce(connection, said, document, async (transaction, bare) => {
    assertHead(document)
    const head: Head = { ...bare, note: document.note }
    if (document.kind === "disassembly")
      return planDisassembly(transaction, head, document)
    const shelves = wantedShelves(document)
    await openShelves(transaction, shelves)
    if (document.kind === "receipt") {
      const lines = document.lines.flatMap(({ lot, ...each }, line) =>
        lot ? [{ ...each, line, lot }] : [],
      )
      return planReceipt(head, document, await receiveLots(transaction, lines))
    }
    const books = {
      balances: await balancesAt(
        transaction,
        document.kind === "transfer" ? shelves.kept : [...shelves.kept, ...shelves.made],
      ),
      lots: await namedLots(transaction, namedIn(document)),
    }
    switch (document.kind) {
      case "return":
        return planReturn(head, document, books)
      case "transfer":
        return planTransfer(head, document, books)
      case "count":
        return planCount(head, document, books)
      case "adjustment":
        return assertBorne(transaction, planAdjustment(head, document, books))
      case "disposal":
        return assertBorne(transaction, planOut(head, document, books))
      case "producer-return":
        return planProducerReturn(head, document, books)
      case "assembly":
        return planAssembly(transaction, head, document, books)
      default:
        return planOut(head, document, books)
    }
  })
}
