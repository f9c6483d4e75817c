/** Transfers as they are shown: what was asked for, and what the ledger says became of it. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { z } from "@medusajs/framework/zod"
import {
  type transferQuery,
  type TransferView,
  transferView,
} from "../../../contracts/stock-transfer"
import { IN_TRANSIT } from "./in-transit"
import { unknownTransfer } from "./refusals"

type Filter = Partial<z.output<typeof transferQuery>> & { id?: string }

const moment = z.date().transform((at) => at.toISOString())

const row = transferView.extend({
  created_at: moment,
  sent_at: moment.nullable(),
  ended_at: moment.nullable(),
})

/** Newest first. */
export async function listTransfers(
  connection: Knex,
  { id, location_id, status, limit, offset }: Filter,
): Promise<TransferView[]> {
  const result = await connection.raw(
    `select t.id, t.from_location_id, t.to_location_id, t.status, t.revision, t.note,
            t.created_by, t.created_at, t.sent_at, t.ended_at, lines.lines
       from stock_transfer t
      cross join lateral (
        select jsonb_agg(jsonb_build_object('line', l.line,
                 'inventory_item_id', l.inventory_item_id, 'sku', item.sku,
                 'title', item.title, 'quantity', l.quantity, 'lots', road.lots)
                 order by l.line) as lines
          from stock_transfer_line l
          join inventory_item item on item.id = l.inventory_item_id
         cross join lateral (
           select coalesce(jsonb_agg(jsonb_build_object('lot_id', lot_id, 'lot_code', code,
                    'best_before', best_before, 'sent', sent, 'in_transit', in_transit,
                    'received', received, 'lost', lost)
                    order by best_before nulls last, lot_id nulls last), '[]') as lots
             from (select e.lot_id, lot.code, lot.best_before::text as best_before,
                          sum(e.on_hand_change) filter (
                            where d.kind = 'transfer-send')::integer as sent,
                          sum(e.on_hand_change)::integer as in_transit,
                          -coalesce(sum(e.on_hand_change) filter (
                            where d.kind = 'transfer-receive'
                              and e.kind = 'transfer-out'), 0)::integer as received,
                          -coalesce(sum(e.on_hand_change) filter (
                            where e.kind = 'adjustment'), 0)::integer as lost
                     from stock_document d
                     join stock_entry e on e.document_type = 'stock_document'
                      and e.document_id = d.id and e.location_id = :transit
                      and e.document_line = l.line::text
                     left join stock_lot lot on lot.id = e.lot_id
                    where d.part_of = t.id group by 1, 2, 3) by_lot) road
         where l.transfer_id = t.id) lines
      where (cast(:id as text) is null or t.id = :id)
        and (cast(:location as text) is null
             or :location in (t.from_location_id, t.to_location_id))
        and (cast(:status as text) is null or t.status = :status)
      order by t.created_at desc, t.id
      limit :limit offset :offset`,
    {
      id: id ?? null,
      location: location_id ?? null,
      status: status ?? null,
      limit: limit ?? null,
      offset: offset ?? 0,
      transit: IN_TRANSIT,
    },
  )
  return z.array(row).parse(result.rows)
}

/** @throws ApiFailure 404 unknown_transfer */
export async function transferOf(connection: Knex, id: string): Promise<TransferView> {
  const [transfer] = await listTransfers(connection, { id })
  if (!transfer) throw unknownTransfer()
  return transfer
}
