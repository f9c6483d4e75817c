/** Which physical index answers for a logical one, and how it is doing. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { countDocuments } from "../lib/meilisearch"
import { CATALOG_INDEXES, type CatalogIndex, PRODUCT_INDEX } from "./_names"

const ACTIVE = `
  select v.physical_name from search_index i
  join search_index_version v
    on v.search_index_id = i.id and v.version = i.active_version and v.deleted_at is null
  where i.name = ? and i.deleted_at is null`

/**
 * The name of the index in its engine, e.g. "ocop_product_v3"; it changes with every rebuild. The
 * Search Module resolves it for its own queries only. Null before the first filling.
 */
export async function activePhysicalIndex(
  container: MedusaContainer,
  index: CatalogIndex,
): Promise<string | null> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await knex.raw(ACTIVE, [index])
  const [row] = z.array(z.object({ physical_name: z.string() })).parse(result.rows)
  return row?.physical_name ?? null
}

/** How many documents the engine holds for an index; null when it has no such index. */
export async function indexedCount(
  container: MedusaContainer,
  index: CatalogIndex,
): Promise<number | null> {
  const physical = await activePhysicalIndex(container, index)
  if (physical === null) return null
  if (index === PRODUCT_INDEX) return await countDocuments(physical)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await knex.raw(
    "select document_count from search_postgres_index where name = ?",
    [physical],
  )
  const [row] = z.array(z.object({ document_count: z.number() })).parse(result.rows)
  return row?.document_count ?? null
}

/** A filling that has not ended after so long has died with its process. */
const STALE_FILLING_SECONDS = 120

const FILLING = `
  select i.name from search_index i
  join search_index_version v on v.search_index_id = i.id and v.deleted_at is null
  left join search_index_sync s on s.search_index_version_id = v.id
  where i.name = ? and i.deleted_at is null
    and v.status in ('pending', 'building')
    and greatest(v.updated_at, s.updated_at) > now() - make_interval(secs => ?)
  limit 1`

/** True while some process is filling the index, or is just about to. */
async function isBeingFilled(
  container: MedusaContainer,
  index: CatalogIndex,
): Promise<boolean> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await knex.raw(FILLING, [index, STALE_FILLING_SECONDS])
  return result.rows.length > 0
}

/** The indexes that an engine does not have (any more) and nobody is filling. */
export async function missingIndexes(
  container: MedusaContainer,
): Promise<CatalogIndex[]> {
  const missing: CatalogIndex[] = []
  for (const index of CATALOG_INDEXES)
    if (
      (await indexedCount(container, index)) === null &&
      !(await isBeingFilled(container, index))
    )
      missing.push(index)
  return missing
}
