/** I13: what the search engines say is what the database says. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { searchDifferences } from "../../search/_compare"
import { CATALOG_INDEXES } from "../../search/_names"
import { type Sighting } from "./lasting"

const MARKS = `
  select index_name, product_id from search_mark
   where deleted_at is null
     and (ingested_at is null or ingested_at >= ? or marked_at >= ?)`

const clock = z.object({ rows: z.tuple([z.object({ now: z.string() })]) })
const marks = z.object({
  rows: z.array(z.object({ index_name: z.string(), product_id: z.string() })),
})

/** A product that changed while the engines were read, or waits to be told to them, is awaited. */
export async function searchSightings(container: MedusaContainer): Promise<Sighting[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const begun = clock.parse(await knex.raw("select clock_timestamp()::text as now"))
  const { now } = begun.rows[0]
  const found = []
  for (const index of CATALOG_INDEXES)
    found.push(...(await searchDifferences(container, index)))
  const moving = new Set(
    marks
      .parse(await knex.raw(MARKS, [now, now]))
      .rows.map(({ index_name, product_id }) => `${index_name} ${product_id}`),
  )
  return found.map(({ index, id, problem, fields }) => ({
    invariant: "I13",
    kind: "search-document",
    subject: `${index} ${id}`,
    message: "Chỉ mục tìm kiếm khác cơ sở dữ liệu.",
    size: Math.max(1, fields.length),
    mend: "Chạy npm run reindex để dựng lại chỉ mục từ cơ sở dữ liệu.",
    details: { problem, fields },
    certainty: moving.has(`${index} ${id}`) ? "awaited" : "doubtful",
  }))
}
