/** Reads products page by page and turns them into documents; shared by both indexes. */
import { container as application } from "@medusajs/framework"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { type SearchTypes } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { setImmediate as otherWork } from "node:timers/promises"
import { dayInVietnam } from "../contracts/calendar"
import { type IndexedDocument, type Surroundings, toDocument } from "./_documents"
import { BUILD_PAGE } from "./_names"
import { placesOf, type Places } from "./_origin"
import { readProducts } from "./_reader"
import {
  placeRow,
  productGroupRow,
  productRow,
  regimeRow,
  showroomRow,
  successionRow,
} from "./_rows"

type Query = Pick<SearchTypes.SearchContainer["query"], "graph">
type Container = { query: Query; logger: SearchTypes.SearchContainer["logger"] }

/** Administrative units change by law, not by the minute. */
const PLACES_TTL_MS = 60_000
let places: { value: Places; at: number } | undefined

async function all<Row extends z.ZodType>(
  query: Query,
  entity: string,
  fields: string[],
  schema: Row,
): Promise<z.output<Row>[]> {
  const { data } = await query.graph({ entity, fields })
  return z.array(schema).parse(data)
}

async function readPlaces(query: Query): Promise<Places> {
  if (places && Date.now() - places.at < PLACES_TTL_MS) return places.value
  const [units, successions] = await Promise.all([
    all(
      query,
      "admin_unit",
      ["code", "era", "level", "name", "slug", "parent_code", "name_variants"],
      placeRow,
    ),
    all(query, "unit_succession", ["former_code", "current_code"], successionRow),
  ])
  const value = placesOf(units, successions)
  // An empty register means that the seed has not run yet: ask again next time.
  places = units.length === 0 ? undefined : { value, at: Date.now() }
  return value
}

export async function readSurroundings(query: Query): Promise<Surroundings> {
  const [known, showrooms, regimes, groups] = await Promise.all([
    readPlaces(query),
    all(query, "showroom", ["handle", "stock_location.id"], showroomRow),
    all(query, "regime", ["code", "name"], regimeRow),
    all(query, "product_group", ["regime_code", "code", "name"], productGroupRow),
  ])
  return {
    places: known,
    names: {
      regimes: new Map(regimes.map(({ code, name }) => [code, name])),
      groups: new Map(
        groups.map(({ regime_code, code, name }) => [`${regime_code}/${code}`, name]),
      ),
    },
    showrooms: new Map(
      showrooms.flatMap(({ handle, stock_location }) =>
        stock_location ? [[stock_location.id, handle] as const] : [],
      ),
    ),
    today: dayInVietnam(),
  }
}

/** After so many documents buyers whose requests wait for this process get a turn. */
const DOCUMENTS_AT_ONCE = 100

/** Rows as `productRow` describes them → documents; what is not for sale is left out. */
export async function toDocuments(
  rows: readonly unknown[],
  around: Surroundings,
  logger: Container["logger"],
): Promise<IndexedDocument[]> {
  const documents: IndexedDocument[] = []
  for (const [position, raw] of rows.entries()) {
    if (position > 0 && position % DOCUMENTS_AT_ONCE === 0) await otherWork()
    const row = productRow.safeParse(raw)
    if (!row.success) {
      // One broken product must not keep the others out of the shop.
      logger.error(`Product left out of the index: ${z.prettifyError(row.error)}`)
      continue
    }
    const document = toDocument(row.data, around)
    if (document !== null) documents.push(document)
  }
  return documents
}

/** Products per statement. */
const ROWS_AT_ONCE = 500

/** The documents of some products; those that have none are not for sale, or gone. */
export async function documentsOf(
  ids: readonly string[],
  around: Surroundings,
  logger: Container["logger"],
  connection: Knex = application.resolve(ContainerRegistrationKeys.PG_CONNECTION),
): Promise<IndexedDocument[]> {
  const documents: IndexedDocument[] = []
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const rows = await readProducts(connection, ids.slice(from, from + ROWS_AT_ONCE))
    documents.push(...(await toDocuments(rows, around, logger)))
  }
  return documents
}

type Mutations = (
  | { action: "upsert"; documents: IndexedDocument[] }
  | { action: "delete"; filters: { id: string[] } }
)[]

/** @param removing those of the ids that have no document; in a fresh index there are none. */
async function mutationsFor(
  ids: readonly string[],
  around: Surroundings,
  logger: Container["logger"],
  removing: boolean,
): Promise<Mutations> {
  const documents = await documentsOf(ids, around, logger)
  const made = new Set(documents.map(({ id }) => id))
  const gone = removing ? ids.filter((id) => !made.has(id)) : []
  return [
    ...(documents.length > 0 ? [{ action: "upsert" as const, documents }] : []),
    ...(gone.length > 0 ? [{ action: "delete" as const, filters: { id: gone } }] : []),
  ]
}

const eventData = z.object({ id: z.array(z.string()) })

/** The queue's batch of product ids (`refreshEvent`) → what to write and what to remove. */
async function consume(
  event: { data: unknown },
  { container: { query, logger } }: SearchTypes.SearchIngestionContext,
): Promise<Mutations> {
  const { id } = eventData.parse(event.data)
  return await mutationsFor(id, await readSurroundings(query), logger, true)
}

/** The ids after `last`, in order; of what changed since the build began in its second pass. */
async function pageAfter(
  last: string | undefined,
  { container: { query }, filters = {}, catchup }: SearchTypes.SearchSeedContext,
): Promise<string[]> {
  const { data } = await query.graph({
    entity: "product",
    fields: ["id"],
    filters: {
      $and: [
        filters,
        ...(last === undefined ? [] : [{ id: { $gt: last } }]),
        ...(catchup ? [{ updated_at: { $gte: catchup.since } }] : []),
      ],
    },
    pagination: { take: BUILD_PAGE, order: { id: "ASC" } },
    withDeleted: catchup !== undefined,
  })
  return z
    .array(z.object({ id: z.string() }))
    .parse(data)
    .map(({ id }) => id)
}

/** All products, in order of their ids: broken off, a build goes on after its last one. */
async function* seed(
  context: SearchTypes.SearchSeedContext,
): AsyncGenerator<Mutations, void, undefined> {
  const { query, logger } = context.container
  // Once per build: who changes a point or a name meanwhile has marked the products it concerns.
  const around = await readSurroundings(query)
  const read = async (last: string | undefined) => {
    const ids = await pageAfter(last, context)
    const removing = context.catchup !== undefined
    return { ids, mutations: await mutationsFor(ids, around, logger, removing) }
  }
  let next: ReturnType<typeof read> | undefined = read(context.last_key)
  while (next) {
    const { ids, mutations }: Awaited<typeof next> = await next
    // The next page is read while the engine works on this one.
    next = ids.length === BUILD_PAGE ? read(ids.at(-1)) : undefined
    // An engine that fails first ends the build; nobody asks for the page then.
    next?.catch(() => undefined)
    if (mutations.length > 0) yield mutations
  }
}

/** What both index definitions are filled from. */
export const catalogSource = { consume, seed }
