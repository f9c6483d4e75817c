/** The load profile: N synthetic products into database and index, 300 a second and more. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { type PictureSet } from "../../backend/src/contracts/catalog"
import { dayInVietnam } from "../../backend/src/contracts/calendar"
import { type GroupSlug, groupSlug } from "../../backend/src/contracts/group"
import { slugify } from "../../backend/src/contracts/text"
import { activePhysicalIndex, indexedCount } from "../../backend/src/search/_engine"
import {
  CATALOG_INDEXES,
  type CatalogIndex,
  PRODUCT_INDEX,
} from "../../backend/src/search/_names"
import { drainQueue, searchQueue } from "../../backend/src/search/_queue"
import { rebuildIndexes } from "../../backend/src/search/_rebuild"
import { lookUp, products as demoProducts } from "../data"
import { renderIllustrations, shapeFor } from "../illustrations"
import { type Points } from "../steps/points"
import { type Shop } from "../steps/store"
import { nextId } from "./ids"
import { addProduct, externalId, type LoadFrame, type Row, type Tables } from "./rows"
import { PRODUCTS_PER_PRODUCER, syntheticProduct } from "./synthetic"

const BATCH = 500

type Settings = { products: number; mediaDir: string; storeUrl: string }
type Connection = { raw(sql: string, bindings: readonly unknown[]): PromiseLike<unknown> }

/** Inserts rows of one table at once; values take their types from the table's columns. */
async function insertRows(
  connection: Connection,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const names = columns.map(() => "??").join(", ")
  await connection.raw(
    `insert into ?? (${names}) select ${names} from json_populate_recordset(null::??, ?::json)`,
    [table, ...columns, ...columns, table, JSON.stringify(rows)],
  )
}

/** Numbers of the synthetic products that are stored already. */
async function storedNumbers(connection: Connection): Promise<Set<number>> {
  const result = z
    .object({ rows: z.array(z.object({ no: z.coerce.number() })) })
    .parse(
      await connection.raw(
        "select substr(external_id, 6) as no from product where external_id like 'load-%' and deleted_at is null",
        [],
      ),
    )
  return new Set(result.rows.map(({ no }) => no))
}

/** Synthetic producers by number; those missing up to `count` are created. */
async function loadProducers(
  connection: Connection,
  count: number,
): Promise<LoadFrame["producers"]> {
  const wanted = Array.from({ length: count }, (_, index) => {
    const name = `Hộ sản xuất thử tải ${index + 1}`
    return { name, handle: slugify(name) }
  })
  const { rows } = z
    .object({ rows: z.array(z.object({ id: z.string(), handle: z.string() })) })
    .parse(
      await connection.raw(
        "select id, handle from producer where handle like ? and deleted_at is null",
        ["ho-san-xuat-thu-tai-%"],
      ),
    )
  const known = new Map(rows.map(({ handle, id }) => [handle, id]))
  const producers = wanted.map((row) => ({
    ...row,
    id: known.get(row.handle) ?? nextId("pdcr"),
  }))
  const missing = producers.filter(({ handle }) => !known.has(handle))
  if (missing.length > 0)
    await insertRows(
      connection,
      "producer",
      missing.map((row) => ({ ...row, entity_type: "HKD", sample: true })),
    )
  return producers
}

/** One picture per group: a load test measures lists, not drawing. */
async function groupPictures(mediaDir: string): Promise<Map<GroupSlug, PictureSet>> {
  const models = groupSlug.options.flatMap(
    (slug) => demoProducts.find(({ group }) => group === slug) ?? [],
  )
  const pictures = await renderIllustrations(
    models.map(({ handle, title, group }) => ({
      handle,
      title,
      group,
      shape: shapeFor(title, group),
    })),
    mediaDir,
  )
  return new Map(
    models.map(({ group, handle }) => [group, lookUp(pictures, handle, "picture")]),
  )
}

/** Stores the products, each batch in one transaction. */
async function storeAll(
  connection: Knex,
  numbers: readonly number[],
  frame: LoadFrame,
): Promise<void> {
  for (let from = 0; from < numbers.length; from += BATCH) {
    const tables: Tables = new Map()
    const now = Date.now()
    for (const [index, no] of numbers.slice(from, from + BATCH).entries()) {
      const product = syntheticProduct(no, frame.producers.length)
      addProduct(tables, product, new Date(now + index), frame)
    }
    await connection.transaction(async (transaction) => {
      for (const [table, rows] of tables) await insertRows(transaction, table, rows)
      // What the triggers tell of these very rows is done here: they are indexed below.
      await transaction.raw(
        "delete from outbox_message where xmin = pg_current_xact_id()::xid",
      )
    })
  }
  // Whoever asks next shall not have to wait for the database to count its new rows by itself.
  await connection.raw("analyze")
}

/**
 * Brings what was stored into both engines. Where most of the catalogue is new, building it anew
 * takes less time than adding to it.
 */
async function indexAll(
  container: MedusaContainer,
  numbers: readonly number[],
  indexed: number,
): Promise<void> {
  if (numbers.length > indexed) {
    await rebuildIndexes(container)
    return
  }
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = z
    .object({ rows: z.array(z.object({ id: z.string() })) })
    .parse(
      await knex.raw("select id from product where external_id = any(?)", [
        numbers.map(externalId),
      ]),
    )
  await searchQueue(container).mark(
    CATALOG_INDEXES,
    rows.map(({ id }) => id),
  )
  await drainQueue(container)
}

/** Adds what is missing up to N synthetic products. Returns how many were new. */
export async function loadProducts(
  container: MedusaContainer,
  shop: Shop,
  points: Points,
  settings: Settings,
): Promise<number> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const known = await storedNumbers(knex)
  const missing = Array.from({ length: settings.products }, (_, n) => n + 1).filter(
    (no) => !known.has(no),
  )
  // On a database that no server has served yet, no index has been filled for the first time.
  const unfilled: CatalogIndex[] = []
  for (const index of CATALOG_INDEXES)
    if ((await activePhysicalIndex(container, index)) === null) unfilled.push(index)
  if (unfilled.length > 0) await rebuildIndexes(container, unfilled)
  // A run broken off between database and engines left goods that no index knows.
  else if (((await indexedCount(container, PRODUCT_INDEX)) ?? 0) < known.size)
    await rebuildIndexes(container)
  if (missing.length === 0) return 0

  const producerCount = Math.ceil(settings.products / PRODUCTS_PER_PRODUCER)
  const frame: LoadFrame = {
    today: dayInVietnam(),
    now: new Date(),
    channelId: shop.channelId,
    profileId: points.profileId,
    categoryIds: shop.categoryIds,
    locationIds: points.locationIds,
    producers: await loadProducers(knex, producerCount),
    pictures: await groupPictures(settings.mediaDir),
    storeUrl: settings.storeUrl,
  }
  const indexed = (await indexedCount(container, PRODUCT_INDEX)) ?? 0
  const started = performance.now()
  await storeAll(knex, missing, frame)
  const stored = performance.now()
  await indexAll(container, missing, indexed)
  const wanted = indexed + missing.length
  if (((await indexedCount(container, PRODUCT_INDEX)) ?? 0) < wanted)
    throw new Error("Not all of the products have arrived in Meilisearch")
  const seconds = (performance.now() - started) / 1000
  const storing = ((stored - started) / 1000).toFixed(1)
  logger.info(
    `Seed: load ${missing.length} products in ${seconds.toFixed(1)} s (${storing} s into the database), ${Math.round(missing.length / seconds)}/s into database and index`,
  )
  return missing.length
}
