/** Documents that were posted, newest first, and what each of them wrote. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import { TIME_ZONE } from "../../../contracts/calendar"
import { lossBearer, lotOwnership } from "../../../contracts/stock"
import { type AttachmentView } from "../../../contracts/stock-attachment"
import { type DocumentQuery } from "../../../contracts/stock-document-view"
import { attachmentsOf } from "./attachments"
import { STOCK_DOCUMENT } from "./plan"

const moment = z.date().transform((at) => at.toISOString())

const keptDocument = z.object({
  id: z.string(),
  kind: z.string(),
  location_id: z.string().nullable(),
  producer_ids: z.array(z.string()),
  note: z.string().nullable(),
  actor_id: z.string().nullable(),
  device_id: z.string().nullable(),
  occurred_at: moment,
  recorded_at: moment,
  rows: z.number(),
})
export type KeptDocument = z.infer<typeof keptDocument>

/** A correction knows its point only from the rows that it wrote. */
const DOCUMENT_COLUMNS = `d.id, d.kind, d.note, d.actor_id, d.device_id, d.occurred_at,
  d.recorded_at, coalesce(d.location_id, wrote.location_id) as location_id, wrote.rows,
  case when d.producer_id is null then wrote.producer_ids else array[d.producer_id] end
    as producer_ids`

const WROTE = `
  cross join lateral (
    select count(*)::integer as rows,
           (array_agg(e.location_id order by e.id))[1] as location_id,
           coalesce(array_agg(distinct lot.producer_id)
             filter (where lot.producer_id is not null), '{}') as producer_ids
      from stock_entry e left join stock_lot lot on lot.id = e.lot_id
     where e.document_id = d.id and e.document_type = '${STOCK_DOCUMENT}') wrote`

/** Midnight in Việt Nam at which a day begins. */
const midnight = (binding: string, plus = 0): string =>
  `(cast(${binding} as date) + ${plus})::timestamp at time zone '${TIME_ZONE}'`

export type DocumentPage = { documents: KeptDocument[]; next: string | null }

/** The documents of a page are chosen first, so that only their rows are read. */
export async function listDocuments(
  connection: Knex,
  filter: DocumentQuery,
): Promise<DocumentPage> {
  const result = await connection.raw(
    `with page as materialized (
       select d.* from stock_document d
        where (cast(:kind as text) is null or d.kind = :kind)
          and (cast(:from as date) is null or d.occurred_at >= ${midnight(":from")})
          and (cast(:to as date) is null or d.occurred_at < ${midnight(":to", 1)})
          and (cast(:before as text) is null or (d.occurred_at, d.id) <
                (select occurred_at, id from stock_document where id = :before))
          and (cast(:location as text) is null or d.location_id = :location
               or exists (select from stock_entry e
                 where e.document_id = d.id and e.document_type = '${STOCK_DOCUMENT}'
                   and e.location_id = :location))
        order by d.occurred_at desc, d.id desc limit :take)
     select ${DOCUMENT_COLUMNS} from page d ${WROTE}
      order by d.occurred_at desc, d.id desc`,
    {
      kind: filter.kind ?? null,
      from: filter.from ?? null,
      to: filter.to ?? null,
      before: filter.before ?? null,
      location: filter.location_id ?? null,
      take: filter.limit + 1,
    },
  )
  const found = z.array(keptDocument).parse(result.rows)
  const documents = found.slice(0, filter.limit)
  return {
    documents,
    next: found.length > filter.limit ? (documents.at(-1)?.id ?? null) : null,
  }
}

const keptRow = z.object({
  entry_id: z.coerce.string(),
  line: z.string().nullable(),
  kind: z.string(),
  location_id: z.string(),
  inventory_item_id: z.string(),
  sku: z.string().nullable(),
  title: z.string().nullable(),
  lot_id: z.string().nullable(),
  code: z.string().nullable(),
  made_on: z.string().nullable(),
  best_before: z.string().nullable(),
  ownership: lotOwnership.nullable(),
  producer_id: z.string().nullable(),
  agreed_price: z.number().nullable(),
  commission_bps: z.number().nullable(),
  quantity: z.number(),
  on_hand_change: z.number(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  borne_by: lossBearer.nullable(),
  corrects_id: z.coerce.string().nullable(),
})
export type KeptRow = z.infer<typeof keptRow>

export type WrittenDocument = KeptDocument & {
  lines: KeptRow[]
  attachments: AttachmentView[]
}

/** @returns null when no such document was posted. */
export async function documentOf(
  connection: Knex,
  id: string,
): Promise<WrittenDocument | null> {
  const head = await connection.raw(
    `select ${DOCUMENT_COLUMNS} from stock_document d ${WROTE} where d.id = ?`,
    [id],
  )
  const [document] = z.array(keptDocument).parse(head.rows)
  if (!document) return null
  // An item that was deleted since keeps its name on paper.
  const rows = await connection.raw(
    `select e.id as entry_id, e.document_line as line, e.kind, e.location_id,
            e.inventory_item_id, item.sku, item.title, e.lot_id, lot.code,
            lot.made_on::text as made_on, lot.best_before::text as best_before, lot.ownership,
            lot.producer_id, lot.agreed_price, lot.commission_bps, e.quantity, e.on_hand_change,
            e.reason, e.note, e.borne_by, e.corrects_id
       from stock_entry e
       left join inventory_item item on item.id = e.inventory_item_id
       left join stock_lot lot on lot.id = e.lot_id
      where e.document_id = ? and e.document_type = ? order by e.id`,
    [id, STOCK_DOCUMENT],
  )
  const attachments = await attachmentsOf(connection, id)
  return { ...document, lines: z.array(keptRow).parse(rows.rows), attachments }
}
