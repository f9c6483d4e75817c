/** Goods that a test makes for itself through the admin API, so that nobody else sells them. */
import { LOCAL_SPECIALITY } from "@ocop/backend/contracts/receiving"
import { randomUUID } from "node:crypto"
import { z } from "zod"
import { admin, storefrontSettings } from "./backend"

/** Dearer than anything else, so that no test that takes the cheapest goods meets it. */
const PRICE = 50_000_000

const locations = z.object({ stock_locations: z.array(z.object({ id: z.string() })) })

let known: Promise<readonly string[]> | undefined

/** The points that the web shop sells from. */
export const points = (): Promise<readonly string[]> =>
  (known ??= storefrontSettings()
    .then(({ sales_channel_id }) =>
      admin(
        `/admin/stock-locations?fields=id&limit=50&order=id&sales_channel_id=${sales_channel_id}`,
        locations,
      ),
    )
    .then(({ stock_locations }) => stock_locations.map(({ id }) => id)))

/** @param rank 0 for one point, 1 for another … */
export async function point(rank: number): Promise<string> {
  const id = (await points())[rank]
  if (id === undefined) throw new Error(`there is no point number ${rank}`)
  return id
}

export type Shelf = { location: string; stocked: number }

/** A new inventory item that lies on these shelves. */
export async function newItem(...shelves: Shelf[]): Promise<string> {
  const { inventory_item } = await admin(
    "/admin/inventory-items",
    z.object({ inventory_item: z.object({ id: z.string() }) }),
    {
      method: "POST",
      body: {
        sku: `THU-${randomUUID()}`,
        title: "Hàng thử",
        location_levels: shelves.map(({ location, stocked }) => ({
          location_id: location,
          stocked_quantity: stocked,
        })),
      },
    },
  )
  return inventory_item.id
}

/** How many pieces of which item a piece of the variant takes. */
export type Parts = Readonly<Record<string, number>>

let profile: Promise<string> | undefined

const shippingProfile = (): Promise<string> =>
  (profile ??= admin(
    "/admin/shipping-profiles?type=default&fields=id",
    z.object({ shipping_profiles: z.array(z.object({ id: z.string() })).min(1) }),
  ).then(({ shipping_profiles: [first] }) => first?.id ?? ""))

const made = z.object({
  product: z.object({
    variants: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
})

/**
 * One product that is sold online, with a variant for each entry.
 * @returns the ids of the variants, in the same order.
 */
export async function newVariants(...parts: Parts[]): Promise<string[]> {
  const title = (index: number) => `Loại ${index}`
  const { sales_channel_id } = await storefrontSettings()
  const { product } = await admin(
    "/admin/products?fields=variants.id,variants.title",
    made,
    {
      method: "POST",
      body: {
        title: `Hàng thử ${randomUUID()}`,
        status: "published",
        // It carries no certificate, and is to be received nevertheless.
        metadata: { [LOCAL_SPECIALITY]: true },
        shipping_profile_id: await shippingProfile(),
        sales_channels: [{ id: sales_channel_id }],
        options: [{ title: "Quy cách", values: parts.map((_, index) => title(index)) }],
        variants: parts.map((items, index) => ({
          title: title(index),
          options: { "Quy cách": title(index) },
          manage_inventory: true,
          prices: [{ currency_code: "vnd", amount: PRICE }],
          inventory_items: Object.entries(items).map(([item, quantity]) => ({
            inventory_item_id: item,
            required_quantity: quantity,
          })),
        })),
      },
    },
  )
  return parts.map((_, index) => {
    const variant = product.variants.find((each) => each.title === title(index))
    if (!variant) throw new Error(`the variant "${title(index)}" was not made`)
    return variant.id
  })
}

/** A variant of one item, in this many pieces at one point. */
export async function newGoods(
  stocked: number,
  location?: string,
): Promise<{ item: string; variant: string; location: string }> {
  const where = location ?? (await point(0))
  const item = await newItem({ location: where, stocked })
  const [variant = ""] = await newVariants({ [item]: 1 })
  return { item, variant, location: where }
}
