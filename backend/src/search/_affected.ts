/** Which products an event concerns: everything a document is made of leads back to its product. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { ProducerEvents, RecognitionEvents, ShowroomEvents } from "../workflows/events"

/** From some ids to others: by way of the graph, of a link's own table, or of a statement. */
type Step =
  | { entity: string; path: string; by?: string }
  | { table: string; column: string }
  | { sql: string; column: string }

/** How to get from the records that an event names to the products. */
type Trail = {
  events: readonly string[]
  /** Key of the event's data that holds one id or several; "id" by default. */
  key?: string
  /** None where the event names products. */
  steps?: readonly Step[]
}

const changes = (...names: string[]): string[] =>
  names.flatMap((name) =>
    ["created", "updated", "deleted", "restored"].map((action) => `${name}.${action}`),
  )
const linked = (name: string): string[] => [`${name}.attached`, `${name}.detached`]

const OF_VARIANT: Step = { entity: "product_variant", path: "product_id" }
/** One statement: there is no more frequent change than a shelf's. */
const OF_LEVEL: Step = {
  sql: `select distinct variant.product_id
          from inventory_level level
          join product_variant_inventory_item link
            on link.inventory_item_id = level.inventory_item_id and link.deleted_at is null
          join product_variant variant on variant.id = link.variant_id
         where level.id = any(?)`,
  column: "product_id",
}
const AT_LOCATION: Step = {
  entity: "inventory_level",
  by: "location_id",
  path: "inventory_item.variants.product_id",
}

const TRAILS: readonly Trail[] = [
  // Workflows announce "product.updated", the module's own writes "product.product.updated".
  { events: changes("product", "product.product") },
  { events: changes("product-variant", "product.product-variant"), steps: [OF_VARIANT] },
  {
    events: changes("pricing.price"),
    steps: [{ entity: "price", path: "price_set.variant.product_id" }],
  },
  // Whatever moves stock names the shelf, be it a reservation, an order or a recall.
  { events: changes("inventory.inventory-level"), steps: [OF_LEVEL] },
  { events: Object.values(RecognitionEvents), key: "product_id" },
  {
    events: [...Object.values(ProducerEvents), ...changes("producer.producer")],
    steps: [{ entity: "producer", path: "products.id" }],
  },
  {
    events: [...Object.values(ShowroomEvents), ...changes("showroom.showroom")],
    steps: [{ entity: "showroom", path: "stock_location.id" }, AT_LOCATION],
  },
  {
    events: linked("LinkProductSalesChannel"),
    steps: [{ table: "product_sales_channel", column: "product_id" }],
  },
  {
    events: linked("LinkProductVariantInventoryItem"),
    steps: [
      { table: "product_variant_inventory_item", column: "variant_id" },
      OF_VARIANT,
    ],
  },
  {
    events: linked("LinkProductProductProducerProducer"),
    steps: [{ table: "product_product_producer_producer", column: "product_id" }],
  },
  {
    events: linked("LinkProductProductOcopRecognition"),
    steps: [{ table: "product_product_ocop_recognition", column: "product_id" }],
  },
  {
    events: linked("LinkShowroomShowroomStockLocationStockLocation"),
    steps: [
      {
        table: "showroom_showroom_stock_location_stock_location",
        column: "stock_location_id",
      },
      AT_LOCATION,
    ],
  },
]

/** Every event that can change a document. */
export const CATALOG_EVENTS: string[] = [
  ...new Set(TRAILS.flatMap(({ events }) => events)),
]

const payload = z
  .union([z.array(z.looseObject({})), z.looseObject({}).transform((record) => [record])])
  .catch([])
const oneOrMore = z
  .union([z.array(z.string()), z.string().transform((id) => [id])])
  .catch([])

/** Every string at the end of a path through objects and lists, e.g. "items.product_id". */
function collect(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => collect(entry, path))
  const [head, ...rest] = path
  if (head === undefined) return typeof value === "string" ? [value] : []
  if (typeof value !== "object" || value === null) return []
  const next: unknown = Object.entries(value).find(([key]) => key === head)?.[1]
  return collect(next, rest)
}

export type CatalogEvent = { name: string; data: unknown }

/** The ids of all products whose documents some events may have made out of date. */
export async function affectedProducts(
  happened: readonly CatalogEvent[],
  container: MedusaContainer,
): Promise<string[]> {
  const affected = new Set<string>()
  for (const { events, key = "id", steps = [] } of TRAILS) {
    let ids = happened
      .filter(({ name }) => events.includes(name))
      .flatMap(({ data }) => payload.parse(data))
      .flatMap((record) => oneOrMore.parse(record[key]))
    for (const step of steps) ids = await follow(step, [...new Set(ids)], container)
    for (const id of ids) affected.add(id)
  }
  return [...affected]
}

/** What is deleted is followed too: the thing itself is gone, its product is not. */
async function follow(
  step: Step,
  ids: string[],
  container: MedusaContainer,
): Promise<string[]> {
  if (ids.length === 0) return []
  if ("column" in step) {
    const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const result =
      "sql" in step
        ? await knex.raw(step.sql, [ids])
        : await knex.raw("select ?? from ?? where id = any(?)", [
            step.column,
            step.table,
            ids,
          ])
    return collect(result.rows, [step.column])
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const result = await query.graph({
    entity: step.entity,
    fields: [step.path],
    filters: { [step.by ?? "id"]: ids },
    withDeleted: true,
  })
  return collect(result.data, step.path.split("."))
}
