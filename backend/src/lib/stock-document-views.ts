/** Documents with the names that people know: the Inventory module knows ids, this finds the rest. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  DOCUMENT_KIND_LABELS,
  type DocumentHead,
  documentKind,
  type DocumentLine,
  type DocumentView,
  type Named,
} from "../contracts/stock-document-view"
import {
  type KeptDocument,
  type KeptRow,
  type WrittenDocument,
} from "../modules/inventory/ledger/document-book"

type Names = { of: (id: string) => Named; ofSome: (id: string | null) => Named | null }

const row = z.object({ id: z.string(), name: z.string().nullable() })

/** Ids say of what they are, so one list holds all names. Also of what was deleted since. */
async function namesOf(
  container: MedusaContainer,
  ids: readonly (string | null)[],
): Promise<Names> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const result = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `with wanted as (select unnest(cast(? as text[])) as id)
     select id, name from stock_location join wanted using (id)
      union all select id, name from producer join wanted using (id)
      union all select id, coalesce(nullif(concat_ws(' ', nullif(last_name, ''),
                         nullif(first_name, '')), ''), email)
                  from "user" join wanted using (id)`,
    [wanted],
  )
  const names = new Map(
    z
      .array(row)
      .parse(result.rows)
      .map(({ id, name }) => [id, name]),
  )
  const of = (id: string): Named => ({ id, name: names.get(id) ?? null })
  return { of, ofSome: (id) => (id === null ? null : of(id)) }
}

const idsIn = ({ location_id, producer_ids, actor_id }: KeptDocument) => [
  location_id,
  ...producer_ids,
  actor_id,
]

/** A kind that has no paper of its own is a document of the stock all the same. */
const titleOf = (kind: string): string => {
  const { data } = documentKind.safeParse(kind)
  return data ? DOCUMENT_KIND_LABELS[data] : "Phiếu kho"
}

const headOf = (
  { location_id, producer_ids, actor_id, ...rest }: KeptDocument,
  names: Names,
): DocumentHead => ({
  ...rest,
  title: titleOf(rest.kind),
  location: names.ofSome(location_id),
  producers: producer_ids.map(names.of),
  actor: names.ofSome(actor_id),
})

const lotOf = (kept: KeptRow, names: Names): DocumentLine["lot"] =>
  kept.lot_id === null || kept.code === null
    ? null
    : {
        id: kept.lot_id,
        code: kept.code,
        made_on: kept.made_on,
        best_before: kept.best_before,
        ownership: kept.ownership ?? "owned",
        producer: names.ofSome(kept.producer_id),
        agreed_price: kept.agreed_price,
        commission_bps: kept.commission_bps,
      }

const lineOf = (kept: KeptRow, { note }: KeptDocument, names: Names): DocumentLine => ({
  entry_id: kept.entry_id,
  line: kept.line,
  kind: kept.kind,
  location: names.of(kept.location_id),
  item: { id: kept.inventory_item_id, sku: kept.sku, title: kept.title },
  lot: lotOf(kept, names),
  quantity: kept.quantity,
  on_hand_change: kept.on_hand_change,
  reason: kept.reason,
  note: kept.note === note ? null : kept.note,
  borne_by: kept.borne_by,
  corrects_id: kept.corrects_id,
})

export async function documentHeads(
  container: MedusaContainer,
  documents: readonly KeptDocument[],
): Promise<DocumentHead[]> {
  const names = await namesOf(container, documents.flatMap(idsIn))
  return documents.map((document) => headOf(document, names))
}

export async function documentView(
  container: MedusaContainer,
  { lines, attachments, ...document }: WrittenDocument,
): Promise<DocumentView> {
  const names = await namesOf(container, [
    ...idsIn(document),
    ...lines.flatMap(({ location_id, producer_id }) => [location_id, producer_id]),
  ])
  return {
    ...headOf(document, names),
    lines: lines.map((line) => lineOf(line, document, names)),
    attachments,
  }
}
