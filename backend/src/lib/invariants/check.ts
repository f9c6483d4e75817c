/** What a check is made of, and how one is run. Needs a connection and nothing of the framework. */
import { z } from "@medusajs/framework/zod"
import { type Certainty, type Sighting } from "./lasting"

/** Runs one statement without parameters on the connection of a transaction; gives its rows. */
export type Query = (sql: string) => Promise<unknown[]>

export type Check = {
  invariant: string
  kind: string
  /**
   * "doubtful" where the check compares what the framework commits one after the other (an order,
   * its links, its payment, its stock): a difference may then be an order under way.
   */
  certainty: Certainty
  message: string
  /** Names in braces are replaced by the details of the difference, e.g. "{item}". */
  mend: string
  /**
   * A query of one row per difference: `subject` text, `size` numeric, `details` jsonb. In the
   * details `item` is an inventory item, `point` a stock location and `lot` a lot; their names are
   * added as `sku`, `point_name` and `lot_code`.
   */
  sql: string
}

/** As many as anybody reads; the rest is counted. Keeps the memory of a run constant. */
export const MAX_LISTED = 1_000

const row = z.object({
  subject: z.string(),
  size: z.number(),
  total: z.number(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  sku: z.string().nullable(),
  point_name: z.string().nullable(),
  lot_code: z.string().nullable(),
})

const listed = (sql: string) => `
  select f.subject, f.size::float8 as size, f.total::integer as total, f.details,
         named.sku, location.name as point_name, lot.code as lot_code
    from (select subject, abs(size) as size, details, count(*) over () as total
            from (${sql}) difference
           order by abs(size) desc, subject limit ${MAX_LISTED}) f
    left join inventory_item named on named.id = f.details ->> 'item'
    left join stock_location location on location.id = f.details ->> 'point'
    left join stock_lot lot on lot.id = f.details ->> 'lot'
   order by f.size desc, f.subject`

/** Replaces "{name}" by the detail of that name; what is not there becomes "(không có)". */
export const filledIn = (text: string, details: Record<string, unknown>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? "(không có)"))

/** The differences one check finds, the largest first, at most `MAX_LISTED` and a line for the rest. */
export async function findings(check: Check, query: Query): Promise<Sighting[]> {
  const { invariant, kind, message, certainty } = check
  const found = z
    .array(row)
    .parse(await query(listed(check.sql)))
    .map(({ subject, size, details, sku, point_name, lot_code, total }) => {
      const known = {
        ...details,
        ...(sku !== null && { sku }),
        ...(point_name !== null && { point_name }),
        ...("lot" in details && { lot_code: lot_code ?? "không có lô" }),
      }
      const mend = filledIn(check.mend, known)
      return {
        total,
        finding: {
          ...{ invariant, kind, subject, message, size, mend, certainty },
          details: known,
        },
      }
    })
  const unlisted = (found[0]?.total ?? 0) - found.length
  const rest: Sighting = {
    ...{ invariant, kind, certainty },
    subject: `${kind} …`,
    message: `${message} (còn ${unlisted.toLocaleString("vi-VN")} sai lệch cùng loại chưa liệt kê)`,
    size: unlisted,
    mend: "Xử lý các sai lệch đã liệt kê rồi chạy lại npm run reconcile.",
  }
  return [...found.map(({ finding }) => finding), ...(unlisted > 0 ? [rest] : [])]
}
