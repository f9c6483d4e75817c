/**
 * Run by `medusa exec` in the built backend: reads every product as the search projection does and
 * as the framework's graph does, and writes the documents of both to a file as JSON.
 */
import { createRequire } from "node:module"
import { writeFile } from "node:fs/promises"
import path from "node:path"

/** What `productRow` (backend/src/search/_rows.ts) is made of, in the graph's words. */
const FIELDS = [
  ...["id", "handle", "title", "subtitle", "description", "status", "created_at"],
  ...["metadata", "sales_channels.id"],
  ...["id", "title", "sku", "barcode", "ean", "upc", "weight", "variant_rank"].map(
    (field) => `variants.${field}`,
  ),
  ...["manage_inventory", "allow_backorder"].map((field) => `variants.${field}`),
  ...["amount", "currency_code", "price_list_id", "min_quantity", "rules_count"].map(
    (field) => `variants.prices.${field}`,
  ),
  "variants.inventory_items.required_quantity",
  "variants.inventory_items.inventory.location_levels.location_id",
  "variants.inventory_items.inventory.location_levels.available_quantity",
  ...["name", "handle", "entity_type", "story", "commune_code", "district_code"].map(
    (field) => `producer.${field}`,
  ),
  "recognitions.*",
]
const PAGE = 100

export default async function compareReaders({ container, args: [file] }) {
  const require = createRequire(path.join(process.cwd(), "package.json"))
  const { readProducts } = require("./src/search/_reader.js")
  const { readSurroundings, toDocuments } = require("./src/search/_source.js")
  const query = container.resolve("query")
  const logger = container.resolve("logger")
  const around = await readSurroundings(query)
  const pairs = []
  for (let skip = 0; ; skip += PAGE) {
    const { data } = await query.graph({
      entity: "product",
      fields: FIELDS,
      pagination: { skip, take: PAGE, order: { id: "ASC" } },
    })
    const rows = await readProducts(
      container.resolve("__pg_connection__"),
      data.map(({ id }) => id),
    )
    for (const [index, theirs] of data.entries()) {
      const ours = rows[index]
      // The graph does not count sales.
      const alike = { ...theirs, sales: ours?.sales }
      const [[own], [graph]] = [
        await toDocuments([ours], around, logger),
        await toDocuments([alike], around, logger),
      ]
      pairs.push({ id: theirs.id, own: own ?? null, graph: graph ?? null })
    }
    if (data.length < PAGE) break
  }
  await writeFile(file, JSON.stringify(pairs))
}
