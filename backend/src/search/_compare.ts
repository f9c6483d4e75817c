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

/** Products that are held in memory at a time, twice. */
const PAGE = 500

type Document = Record<string, unknown> & { id: string }
const document = z.looseObject({ id: z.string() })
const identified = z.array(z.object({ id: z.string() }))

/** The documents as the database asks for them, page by page, by id. */
async function* expectedPages(
  container: MedusaContainer,
): AsyncGenerator<Map<string, Document>, void, undefined> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const around = await readSurroundings(
    container.resolve(ContainerRegistrationKeys.QUERY),
  )
  let last = ""
  for (;;) {
    const result = await knex.raw(
      "select id from product where id > ? and deleted_at is null order by id limit ?",
      [last, PAGE],
    )
    const ids = identified.parse(result.rows).map(({ id }) => id)
    const documents = await documentsOf(ids, around, logger, knex)
    yield new Map(documents.map((made) => [made.id, visible(made)]))
    last = ids.at(-1) ?? last
    if (ids.length < PAGE) return
  }
}

/** An index as its engine holds it. */
type Engine = {
  documents: (ids: readonly string[]) => Promise<Document[]>
  /** The ids of all of its documents, page by page. */
  ids: () => AsyncGenerator<string[], void, undefined>
}

const NOTHING: Engine = {
  documents: () => Promise.resolve([]),
  async *ids() {
    // An index that was never filled holds no documents.
  },
}

function meilisearchEngine(physical: string): Engine {
  const path = `/indexes/${encodeURIComponent(physical)}/documents/fetch`
  const results = <Row extends z.ZodType>(row: Row) =>
    z.object({ results: z.array(row), total: z.number() })
  return {
    documents: async (ids) => {
      const filter = `id IN ${JSON.stringify(ids)}`
      const body = { filter, limit: ids.length }
      return (await askMeilisearch("POST", path, results(document), body)).results
    },
    async *ids() {
      const row = z.object({ id: z.string() })
      for (let offset = 0; ; offset += PAGE) {
        const body = { fields: ["id"], offset, limit: PAGE }
        const page = await askMeilisearch("POST", path, results(row), body)
        yield page.results.map(({ id }) => id)
        if (offset + PAGE >= page.total) return
      }
    },
  }
}

function postgresEngine(container: MedusaContainer, physical: string): Engine {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const table = `search_pg_${physical}`
  return {
    documents: async (ids) => {
      const sql = "select document from ?? where id = any(?)"
      const result = await knex.raw(sql, [table, [...ids]])
      const rows = z.array(z.object({ document })).parse(result.rows)
      return rows.map((row) => row.document)
    },
    async *ids() {
      const result = await knex.raw("select id from ??", [table])
      yield identified.parse(result.rows).map(({ id }) => id)
    },
  }
}

async function engineOf(
  container: MedusaContainer,
  index: CatalogIndex,
): Promise<Engine> {
  const physical = await activePhysicalIndex(container, index)
  if (physical === null) return NOTHING
  return index === PRODUCT_INDEX
    ? meilisearchEngine(physical)
    : postgresEngine(container, physical)
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
  const engine = await engineOf(container, index)
  const differences: Difference[] = []
  const wanted = new Set<string>()
  for await (const expected of expectedPages(container)) {
    const ids = [...expected.keys()]
    for (const id of ids) wanted.add(id)
    const indexed = new Map(
      (ids.length === 0 ? [] : await engine.documents(ids)).map((found) => [
        found.id,
        visible(found),
      ]),
    )
    for (const [id, source] of expected) {
      const found = indexed.get(id)
      if (!found) {
        differences.push({ index, id, problem: "missing", fields: [] })
        continue
      }
      const differing = retrievable.filter(
        (name) => !isDeepStrictEqual(source[name], found[name]),
      )
      if (differing.length > 0)
        differences.push({ index, id, problem: "different", fields: differing })
    }
  }
  for await (const ids of engine.ids())
    for (const id of ids)
      if (!wanted.has(id))
        differences.push({ index, id, problem: "left over", fields: [] })
  return differences
}
