/** Does the projection say what the database says? For reconciliation and tests. */
import { isDeepStrictEqual } from "node:util"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { askMeilisearch } from "../lib/meilisearch"
import { catalogFields } from "./_fields"
import { activePhysicalIndex } from "./_engine"
import { type CatalogIndex, PRODUCT_INDEX } from "./_names"
import { documentsOf, readSurroundings } from "./_source"

const PAGE = 200

type Document = Record<string, unknown> & { id: string }

/** The documents as the database asks for them, by id; only fields that engines give back. */
async function expectedDocuments(
  container: MedusaContainer,
): Promise<Map<string, Document>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const around = await readSurroundings(query)
  const documents = new Map<string, Document>()
  let last = ""
  for (;;) {
    const result = await knex.raw(
      "select id from product where id > ? and deleted_at is null order by id limit ?",
      [last, PAGE],
    )
    const ids = z
      .array(document)
      .parse(result.rows)
      .map(({ id }) => id)
    for (const made of await documentsOf(ids, around, logger, knex))
      documents.set(made.id, visible(made))
    last = ids.at(-1) ?? last
    if (ids.length < PAGE) return documents
  }
}

const document = z.looseObject({ id: z.string() })

/** The documents as an engine holds them, by id. */
async function indexedDocuments(
  container: MedusaContainer,
  index: CatalogIndex,
): Promise<Map<string, Document>> {
  const physical = await activePhysicalIndex(container, index)
  if (physical === null) return new Map()
  const rows =
    index === PRODUCT_INDEX
      ? await meilisearchDocuments(physical)
      : await postgresDocuments(container, physical)
  return new Map(rows.map((row) => [row.id, visible(row)]))
}

async function meilisearchDocuments(physical: string): Promise<Document[]> {
  const page = z.object({ results: z.array(document), total: z.number() })
  const documents: Document[] = []
  for (;;) {
    const path = `/indexes/${encodeURIComponent(physical)}/documents?limit=${PAGE}&offset=${documents.length}`
    const { results, total } = await askMeilisearch("GET", path, page)
    documents.push(...results)
    if (results.length === 0 || documents.length >= total) return documents
  }
}

async function postgresDocuments(
  container: MedusaContainer,
  physical: string,
): Promise<Document[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await knex.raw("select document from ??", [`search_pg_${physical}`])
  return z
    .array(z.object({ document }))
    .parse(result.rows)
    .map((row) => row.document)
}

const fields = catalogFields.toFields()
const retrievable = Object.keys(fields).filter(
  (name) => fields[name]?.retrievable !== false,
)

/** Fields that are never given back differ between the engines; null and absent are one. */
const visible = (source: Document): Document => ({
  ...Object.fromEntries(
    retrievable
      .map((name) => [name, source[name] ?? null] as const)
      .filter(([, value]) => value !== null),
  ),
  id: source.id,
})

export type Difference = {
  index: CatalogIndex
  id: string
  problem: "missing" | "left over" | "different"
  /** Names of the fields that differ. */
  fields: string[]
}

/** What one index says otherwise than the database; empty when all is well. */
export async function searchDifferences(
  container: MedusaContainer,
  index: CatalogIndex,
): Promise<Difference[]> {
  const expected = await expectedDocuments(container)
  const indexed = await indexedDocuments(container, index)
  const differences: Difference[] = []
  for (const [id, wanted] of expected) {
    const found = indexed.get(id)
    if (!found) {
      differences.push({ index, id, problem: "missing", fields: [] })
      continue
    }
    const differing = retrievable.filter(
      (name) => !isDeepStrictEqual(wanted[name], found[name]),
    )
    if (differing.length > 0)
      differences.push({ index, id, problem: "different", fields: differing })
  }
  for (const id of indexed.keys())
    if (!expected.has(id))
      differences.push({ index, id, problem: "left over", fields: [] })
  return differences
}
