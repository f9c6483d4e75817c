/** Items of the stock under the names that people know: product, variant and code. */
import { z } from "zod"
import { sdk } from "./sdk"

const product = z.object({ title: z.string() })
const inventoryItem = z.object({
  id: z.string(),
  sku: z.string().nullish(),
  title: z.string().nullish(),
  variants: z.array(z.object({ product: product.nullish() })).nullish(),
})
const oneItem = z.object({ inventory_item: inventoryItem })
const itemList = z.object({ inventory_items: z.array(inventoryItem) })
const productList = z.object({
  products: z.array(
    product.extend({
      variants: z.array(
        z.object({
          title: z.string().nullish(),
          sku: z.string().nullish(),
          inventory_items: z.array(z.object({ inventory_item_id: z.string() })).nullish(),
        }),
      ),
    }),
  ),
})

export type StockItem = { id: string; name: string }

const ITEM_FIELDS = "id,sku,title,variants.product.title"
const PRODUCT_FIELDS =
  "id,title,variants.title,variants.sku,variants.inventory_items.inventory_item_id"
const FOUND = 8

const nameOf = (...parts: (string | null | undefined)[]): string =>
  [...new Set(parts.filter(Boolean))].join(" · ") || "Mặt hàng không tên"

const ofInventoryItem = ({
  id,
  sku,
  title,
  variants,
}: z.infer<typeof inventoryItem>): StockItem => ({
  id,
  name: nameOf(variants?.[0]?.product?.title, title, sku),
})

/** By words of the product's name, or by the item's own name or code. */
export async function findItems(q: string): Promise<StockItem[]> {
  const [items, products] = await Promise.all([
    sdk.client.fetch("/admin/inventory-items", {
      query: { fields: ITEM_FIELDS, limit: FOUND, q },
    }),
    sdk.client.fetch("/admin/products", {
      query: { fields: PRODUCT_FIELDS, limit: FOUND, q },
    }),
  ])
  const byProduct = productList.parse(products).products.flatMap((found) =>
    found.variants.flatMap(({ title, sku, inventory_items }) =>
      (inventory_items ?? []).map(({ inventory_item_id }) => ({
        id: inventory_item_id,
        name: nameOf(found.title, title, sku),
      })),
    ),
  )
  const all = [
    ...itemList.parse(items).inventory_items.map(ofInventoryItem),
    ...byProduct,
  ]
  return [...new Map(all.map((item) => [item.id, item])).values()]
}

export async function fetchItem(id: string): Promise<StockItem> {
  const path = `/admin/inventory-items/${encodeURIComponent(id)}`
  const answer = await sdk.client.fetch(path, { query: { fields: ITEM_FIELDS } })
  return ofInventoryItem(oneItem.parse(answer).inventory_item)
}
