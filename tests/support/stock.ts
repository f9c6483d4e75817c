/** Stock and orders as the staff sees them in the admin API. */
import { z } from "zod"
import { admin } from "./backend"
import { search } from "./search"

const level = z.object({
  location_id: z.string(),
  stocked_quantity: z.number(),
  reserved_quantity: z.number(),
})
const inventoryItem = z.object({
  inventory_item: z.object({ location_levels: z.array(level) }),
})
export type Level = z.infer<typeof level>

const products = z.object({
  products: z.array(
    z.object({
      id: z.string(),
      handle: z.string(),
      title: z.string(),
      metadata: z.record(z.string(), z.unknown()).nullable(),
      variants: z.array(
        z.object({
          id: z.string(),
          inventory_items: z.array(z.object({ inventory_item_id: z.string() })),
        }),
      ),
    }),
  ),
})

export type Goods = {
  id: string
  handle: string
  title: string
  variantId: string
  itemId: string
}

const FIELDS =
  "id,handle,title,metadata,variants.id,variants.inventory_items.inventory_item_id"

/** The products of one page of the search that have one variant and are sold online. */
async function simpleGoods(page: number): Promise<{ goods: Goods[]; last: boolean }> {
  const { hits, total, pageSize } = await search(
    `con-hang=1&sap-xep=gia-tang&trang=${page}`,
  )
  const handles = hits.map((hit) => `handle[]=${hit.handle}`).join("&")
  const found = await admin(
    `/admin/products?${handles}&limit=${pageSize}&fields=${FIELDS}`,
    products,
  )
  const goods = hits.flatMap(({ handle }) => {
    const product = found.products.find((candidate) => candidate.handle === handle)
    const [variant, ...others] = product?.variants ?? []
    const [item] = variant?.inventory_items ?? []
    if (!product || !variant || !item || others.length > 0) return []
    if (product.metadata?.counter_only_reason) return []
    const { id, title } = product
    return [{ id, handle, title, variantId: variant.id, itemId: item.inventory_item_id }]
  })
  return { goods, last: page * pageSize >= total }
}

/** More than any test sells of one product. */
const ENOUGH = 40

/**
 * A product of one variant that is sold online, with enough of it on the shelf. Tests that change
 * its stock take different ones:
 * @param rank 0 for the cheapest, 1 for the next …
 */
export async function goods(rank: number): Promise<Goods> {
  const all: Goods[] = []
  for (let page = 1, last = false; !last && all.length <= rank; page += 1) {
    const part = await simpleGoods(page)
    all.push(...part.goods)
    last = part.last
  }
  const chosen = all[rank]
  if (!chosen) throw new Error(`fewer than ${rank + 1} products of one variant in stock`)
  const [shelf] = await levels(chosen.itemId)
  if (shelf && (await available(chosen.itemId)) < ENOUGH)
    await setStocked(chosen.itemId, shelf.location_id, shelf.stocked_quantity + ENOUGH)
  return chosen
}

export async function levels(itemId: string): Promise<Level[]> {
  const path = `/admin/inventory-items/${itemId}?fields=*location_levels`
  return (await admin(path, inventoryItem)).inventory_item.location_levels
}

/** Units that can still be sold, all locations together. */
export const available = async (itemId: string): Promise<number> =>
  (await levels(itemId)).reduce(
    (total, { stocked_quantity, reserved_quantity }) =>
      total + stocked_quantity - reserved_quantity,
    0,
  )

export const setStocked = (itemId: string, locationId: string, stocked: number) =>
  admin(`/admin/inventory-items/${itemId}/location-levels/${locationId}`, z.unknown(), {
    method: "POST",
    body: { stocked_quantity: stocked },
  })

const order = z.object({
  id: z.string(),
  display_id: z.number(),
  total: z.number(),
  currency_code: z.string(),
  shipping_address: z.object({ phone: z.string().nullable() }).nullable(),
  items: z.array(
    z.object({
      variant_id: z.string().nullable(),
      quantity: z.number(),
      total: z.number(),
    }),
  ),
})
export type Order = z.infer<typeof order>

/** The orders that name this phone number, newest first. */
export async function ordersOf(phone: string): Promise<Order[]> {
  const fields = "id,display_id,total,currency_code,*shipping_address,*items,items.total"
  const { orders } = await admin(
    `/admin/orders?limit=50&order=-created_at&fields=${fields}`,
    z.object({ orders: z.array(order) }),
  )
  return orders.filter(({ shipping_address }) => shipping_address?.phone === phone)
}

/** What lies on one shelf. */
export async function shelf(
  itemId: string,
  locationId: string,
): Promise<{ stocked: number; reserved: number }> {
  const found = (await levels(itemId)).find(
    ({ location_id }) => location_id === locationId,
  )
  if (!found) throw new Error(`${itemId} is not kept at ${locationId}`)
  return { stocked: found.stocked_quantity, reserved: found.reserved_quantity }
}

const reservation = z.object({
  id: z.string(),
  location_id: z.string(),
  quantity: z.number(),
  line_item_id: z.string().nullable(),
})
export type Reservation = z.infer<typeof reservation>

/** The live reservations of an item. */
export const reservationsOf = async (itemId: string): Promise<Reservation[]> =>
  (
    await admin(
      `/admin/reservations?inventory_item_id=${itemId}&limit=1000`,
      z.object({ reservations: z.array(reservation) }),
    )
  ).reservations

export const reserve = async (
  itemId: string,
  locationId: string,
  quantity: number,
): Promise<Reservation> =>
  (
    await admin("/admin/reservations", z.object({ reservation }), {
      method: "POST",
      body: { inventory_item_id: itemId, location_id: locationId, quantity },
    })
  ).reservation
