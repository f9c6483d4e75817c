/** What is said of goods that are lost: why, and of consigned goods who bears it ("ai chịu"). */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { type StockDocument } from "../../../contracts/stock"
import { invalidLine } from "./refusals"
import { type EntryDraft } from "./rows"

type Loss = Extract<StockDocument, { kind: "adjustment" | "disposal" }>

/** The words of one line of a document; what it leaves out is the document's. */
export type Said = Pick<EntryDraft, "reason" | "note" | "borne_by">

/** What a document says of its lines, by line. */
export const causeOf =
  ({ lines, note: ofDocument }: Loss) =>
  (line: number): Said => {
    const { reason, note, borne_by } = lines[line] ?? {}
    return { reason, note: note || ofDocument, borne_by }
  }

const lot = z.object({ id: z.string() })

/**
 * A producer bears the loss of nothing but goods that are still the producer's.
 * @throws ApiFailure 422 invalid_input naming the line.
 */
export async function assertBorne(
  transaction: Knex.Transaction,
  drafts: readonly EntryDraft[],
): Promise<readonly EntryDraft[]> {
  const borne = drafts.filter(({ borne_by }) => borne_by === "producer")
  if (borne.length === 0) return drafts
  const found: unknown = await transaction("stock_lot")
    .select("id")
    .whereIn(
      "id",
      borne.flatMap(({ lot_id }) => lot_id ?? []),
    )
    .where({ ownership: "consigned" })
  const consigned = new Set(
    z
      .array(lot)
      .parse(found)
      .map(({ id }) => id),
  )
  const owned = borne.find(({ lot_id }) => lot_id === null || !consigned.has(lot_id))
  if (owned)
    throw invalidLine(
      Number(owned.document_line),
      "borne_by",
      "Hàng này của điểm bán: chủ thể chỉ chịu tổn thất của hàng ký gửi.",
    )
  return drafts
}
