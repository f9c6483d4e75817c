/** Which products an event concerns: everything a document is made of leads back to its product. */
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { ProducerEvents, ShowroomEvents } from "../workflows/events"

/** From some ids to others: by way of the graph, or of a link's own table. */
type Step =
  { entity: string; path: string; by?: string } | { table: string; column: string }

/** How to get from the records that an event names to the products. */
type Trail = {
  events: readonly string[]
  /** None where the event names products. */
  steps?: readonly Step[]
}

const changes = (...names: string[]): string[] =>
  names.flatMap((name) =>
    ["created", "updated", "deleted", "restored"].map((action) => `${name}.${action}`),
  )
const linked = (name: string): string[] => [`${name}.attached`, `${name}.detached`]

const OF_VARIANT: Step = { entity: "product_variant", path: "product_id" }
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

/** Every event that can change a document; stock and the register come by way of the outbox. */
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
  for (const { events, steps = [] } of TRAILS) {
    let ids = happened
      .filter(({ name }) => events.includes(name))
      .flatMap(({ data }) => payload.parse(data))
      .flatMap((record) => oneOrMore.parse(record["id"]))
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
    const result = await knex.raw("select ?? from ?? where id = any(?)", [
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

const productRows = z.array(z.object({ product_id: z.string() }))

/** The products that are made of some inventory items, also of variants that are gone. */
export async function productsOfItems(
  container: MedusaContainer,
  itemIds: readonly string[],
): Promise<string[]> {
  const result = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select distinct variant.product_id
         from product_variant_inventory_item link
         join product_variant variant on variant.id = link.variant_id
        where link.inventory_item_id = any(?) and link.deleted_at is null`,
    [[...itemIds]],
  )
  return productRows.parse(result.rows).map(({ product_id }) => product_id)
}
