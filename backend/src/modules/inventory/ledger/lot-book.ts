/** Lots as documents name or bring them. */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { type NewLot } from "../../../contracts/stock"
import { stockToday } from "../../../lib/stock-day"
import { type NamedLot } from "./draw"
import { lotRecalled } from "./failures"
import { expiredOnReceipt, invalidLine } from "./refusals"
import { assertLife, minimumDaysOf } from "./short-life"

const namedLot = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  expired: z.boolean(),
  recalled: z.boolean(),
  producer_id: z.string().nullable(),
})

/** @returns the lots that exist, by id. */
export async function namedLots(
  connection: Knex,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, NamedLot>> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === "string")
  if (wanted.length === 0) return new Map()
  const result = await connection.raw(
    `select lot.id, lot.inventory_item_id, lot.producer_id, now.expired,
            lot.recalled_at is not null or not (now.sellable or now.expired) as recalled
       from stock_lot lot
      cross join lateral (select stock_lot_sellable(lot) as sellable,
              coalesce(lot.best_before <= stock_today(), false) as expired) now
      where lot.id = any(?)`,
    [wanted],
  )
  return new Map(
    z
      .array(namedLot)
      .parse(result.rows)
      .map((lot) => [lot.id, lot]),
  )
}

export type LotLine = {
  line: number
  inventory_item_id: string
  lot: NewLot
  short_life_reason?: string
}

const keptLot = z.object({
  id: z.string(),
  inventory_item_id: z.string(),
  code: z.string(),
  made_on: z.string().nullable(),
  best_before: z.string().nullable(),
  producer_id: z.string().nullable(),
  ownership: z.enum(["owned", "consigned"]),
  agreed_price: z.number().nullable(),
  commission_bps: z.number().nullable(),
  recalled: z.boolean(),
})
type KeptLot = z.infer<typeof keptLot>

type LotKey = Pick<KeptLot, "inventory_item_id" | "code" | "producer_id" | "ownership">

const keyOf = ({ inventory_item_id, code, producer_id, ownership }: LotKey): string =>
  JSON.stringify([inventory_item_id, code, producer_id, ownership])

const keyOfLine = ({ inventory_item_id, lot }: LotLine): string =>
  keyOf({ inventory_item_id, ...lot, producer_id: lot.producer_id ?? null })

const OLDEST = "1900-01-01"

const TERMS = [
  ["made_on", "Ngày sản xuất khác với lô cùng mã đã có."],
  ["best_before", "Hạn sử dụng khác với lô cùng mã đã có."],
  ["agreed_price", "Giá thỏa thuận khác với lô cùng mã đã có."],
  ["commission_bps", "Tỷ lệ hoa hồng khác với lô cùng mã đã có."],
] as const

/** What is asked of lots on the day that they are received. */
type Terms = { day: string; minimumDays: ReadonlyMap<string, number> }

/** What a line leaves out is taken from the lot that is there already. */
function assertReceivable(
  { line, inventory_item_id, lot, short_life_reason }: LotLine,
  kept: KeptLot | undefined,
  { day, minimumDays }: Terms,
): void {
  const madeOn = lot.made_on
  if (madeOn && (madeOn > day || madeOn < OLDEST))
    throw invalidLine(line, "lot.made_on", "Ngày sản xuất không hợp lệ.")
  const bestBefore = lot.best_before ?? kept?.best_before
  if (bestBefore) {
    if (bestBefore <= day) throw expiredOnReceipt(line, bestBefore)
    const minimum = minimumDays.get(inventory_item_id)
    assertLife(line, bestBefore, day, minimum, short_life_reason)
  }
  if (!kept) return
  for (const [field, message] of TERMS) {
    const said = lot[field] ?? null
    if (said !== null && said !== kept[field])
      throw invalidLine(line, `lot.${field}`, message)
  }
  if (kept.recalled) throw lotRecalled(line)
}

async function keptLots(
  transaction: Knex.Transaction,
  lines: readonly LotLine[],
): Promise<Map<string, KeptLot>> {
  const result = await transaction.raw(
    `select id, inventory_item_id, code, made_on::text as made_on,
            best_before::text as best_before, producer_id, ownership, agreed_price,
            commission_bps, recalled_at is not null as recalled
       from stock_lot
       join (select distinct * from unnest(cast(? as text[]), cast(? as text[]))
               as wanted(inventory_item_id, code)) wanted using (inventory_item_id, code)`,
    [lines.map((each) => each.inventory_item_id), lines.map(({ lot }) => lot.code)],
  )
  const lots = z.array(keptLot).parse(result.rows)
  return new Map(lots.map((lot) => [keyOf(lot), lot]))
}

/** In one order of keys, so that two receipts that bring the same lots do not wait in a circle. */
async function insertLots(
  transaction: Knex.Transaction,
  lots: readonly (LotKey & Partial<NewLot>)[],
): Promise<void> {
  const sorted = [...lots].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  await transaction("stock_lot")
    .insert(
      sorted.map((lot) => ({
        id: generateEntityId(undefined, "slot"),
        inventory_item_id: lot.inventory_item_id,
        code: lot.code,
        made_on: lot.made_on ?? null,
        best_before: lot.best_before ?? null,
        producer_id: lot.producer_id,
        ownership: lot.ownership,
        agreed_price: lot.agreed_price ?? null,
        commission_bps: lot.commission_bps ?? null,
      })),
    )
    .onConflict()
    .ignore()
}

/**
 * Finds the lots of a receipt's lines by item, code, producer and ownership, and writes down the
 * new ones.
 * @returns lot ids by line.
 * @throws ApiFailure 422 expired_on_receipt, short_life, 422 invalid_input where a date or term is another one
 * than the lot's, 409 lot_recalled; each naming the line.
 */
export async function receiveLots(
  transaction: Knex.Transaction,
  lines: readonly LotLine[],
): Promise<Map<number, string>> {
  if (lines.length === 0) return new Map()
  const terms: Terms = {
    day: await stockToday(transaction),
    minimumDays: await minimumDaysOf(
      transaction,
      lines.map(({ inventory_item_id }) => inventory_item_id),
    ),
  }
  for (const line of lines) assertReceivable(line, undefined, terms)
  let kept = await keptLots(transaction, lines)
  const fresh = new Map<string, LotLine>()
  for (const line of lines) {
    const key = keyOfLine(line)
    if (!kept.has(key) && !fresh.has(key)) fresh.set(key, line)
  }
  if (fresh.size > 0) {
    await insertLots(
      transaction,
      [...fresh.values()].map(({ inventory_item_id, lot }) => ({
        inventory_item_id,
        ...lot,
        producer_id: lot.producer_id ?? null,
      })),
    )
    // Another receipt may have brought the same lot meanwhile: what stands is what counts.
    kept = await keptLots(transaction, lines)
  }
  return new Map(
    lines.map((line) => {
      const lot = kept.get(keyOfLine(line))
      if (!lot)
        throw new MedusaError(
          MedusaError.Types.UNEXPECTED_STATE,
          `stock: lot ${line.lot.code} was not written`,
        )
      assertReceivable(line, lot, terms)
      return [line.line, lot.id]
    }),
  )
}

/** @returns the id of the new lot; null when the item has a lot of this code already. */
export async function insertBasketLot(
  transaction: Knex.Transaction,
  basket: { inventory_item_id: string; code: string; best_before: string | null },
): Promise<string | null> {
  const id = generateEntityId(undefined, "slot")
  const result = await transaction.raw(
    `insert into stock_lot (id, inventory_item_id, code, made_on, best_before)
     select :id, :inventory_item_id, :code, stock_today(), cast(:best_before as date)
      where not exists (select from stock_lot
        where inventory_item_id = :inventory_item_id and code = :code)
     on conflict do nothing returning id`,
    { id, ...basket },
  )
  return result.rowCount === 1 ? id : null
}
