/** The OCOP points as stock knows them, and ways to have goods sent from them. */
import { randomUUID } from "node:crypto"
import { z } from "zod"
import { admin, adminRaw } from "./backend"
import { rows } from "./database"

const pointRow = z.object({
  location: z.string(),
  commune: z.string(),
  province: z.string(),
})
export type Point = z.infer<typeof pointRow>

/** A point by its handle, with the place where it stands. */
export async function pointOf(handle: string): Promise<Point> {
  const [found] = await rows(
    pointRow,
    `select link.stock_location_id as location, unit.code as commune,
            unit.parent_code as province
       from showroom s
       join showroom_showroom_stock_location_stock_location link
         on link.showroom_id = s.id and link.deleted_at is null
       join admin_unit unit on unit.era = 'current' and unit.code = s.current_commune_code
        and unit.deleted_at is null
      where s.handle = $1 and s.deleted_at is null`,
    [handle],
  )
  if (!found) throw new Error(`there is no point "${handle}"`)
  return found
}

/** A buyer who lives where a point stands. */
export const livingAt = ({ commune, province }: Point) => ({
  place: { province_code: province, commune_code: commune },
})

const post = <T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> =>
  admin(path, schema, { method: "POST", body })

/** Goods of one lot, received at a point. */
export const receive = (
  item: string,
  location: string,
  quantity: number,
  bestBefore: string,
): Promise<unknown> =>
  post(
    "/admin/stock/documents",
    {
      id: randomUUID(),
      kind: "receipt",
      location_id: location,
      lines: [
        {
          inventory_item_id: item,
          quantity,
          lot: { code: `LO-${randomUUID()}`, best_before: bestBefore },
        },
      ],
    },
    z.unknown(),
  )

const withSets = z.object({
  stock_location: z.object({
    fulfillment_sets: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        service_zones: z.array(z.object({ id: z.string() })).nullish(),
      }),
    ),
  }),
})
const withZones = z.object({
  fulfillment_set: z.object({ service_zones: z.array(z.object({ id: z.string() })) }),
})
const existing = z.object({
  shipping_options: z.array(
    z.object({
      provider_id: z.string(),
      shipping_profile_id: z.string(),
      type: z.object({ label: z.string(), code: z.string() }),
    }),
  ),
})
const made = z.object({ shipping_option: z.object({ id: z.string() }) })

/**
 * A shipping option by which the buyer fetches the goods at a point. To be taken away again, or
 * every later buyer is offered it.
 */
export async function offerPickUp(
  location: string,
): Promise<{ option: string; withdraw: () => Promise<void> }> {
  const name = `Nhận tại điểm ${randomUUID()}`
  const { stock_location } = await post(
    `/admin/stock-locations/${location}/fulfillment-sets?fields=id,*fulfillment_sets`,
    { name, type: "pickup" },
    withSets,
  )
  const set = stock_location.fulfillment_sets.find(({ type }) => type === "pickup")
  if (!set) throw new Error("the pick-up set was not made")
  const { fulfillment_set } = await post(
    `/admin/fulfillment-sets/${set.id}/service-zones`,
    { name, geo_zones: [{ type: "country", country_code: "vn" }] },
    withZones,
  )
  const { shipping_options } = await admin(
    "/admin/shipping-options?limit=1&fields=provider_id,shipping_profile_id,type.*",
    existing,
  )
  const [like] = shipping_options
  if (!like) throw new Error("the shop has no shipping option")
  const { shipping_option } = await post(
    "/admin/shipping-options",
    {
      name,
      service_zone_id: fulfillment_set.service_zones[0]?.id,
      provider_id: like.provider_id,
      shipping_profile_id: like.shipping_profile_id,
      type: { label: "Nhận tại điểm", description: "Nhận tại điểm", code: "pickup" },
      price_type: "flat",
      prices: [{ currency_code: "vnd", amount: 0 }],
    },
    made,
  )
  return {
    option: shipping_option.id,
    withdraw: async () => {
      await adminRaw(`/admin/shipping-options/${shipping_option.id}`, {
        method: "DELETE",
      })
      await adminRaw(`/admin/fulfillment-sets/${set.id}`, { method: "DELETE" })
    },
  }
}

const orderLines = z.object({
  order: z.object({ items: z.array(z.object({ id: z.string() })) }),
})

export const linesOf = async (orderId: string): Promise<string[]> =>
  (
    await admin(`/admin/orders/${orderId}?fields=id,items.id`, orderLines)
  ).order.items.map(({ id }) => id)

/** The status of handing over pieces of a line at a point. */
export const handOver = async (
  orderId: string,
  line: string,
  quantity: number,
  location: string,
): Promise<number> =>
  (
    await adminRaw(`/admin/orders/${orderId}/fulfillments`, {
      method: "POST",
      body: { items: [{ id: line, quantity }], location_id: location },
    })
  ).status

const fulfilments = z.object({
  order: z.object({
    fulfillments: z.array(
      z.object({ id: z.string(), canceled_at: z.string().nullable() }),
    ),
  }),
})

/** Calls off the one hand-over of an order that stands. */
export async function callOff(orderId: string): Promise<void> {
  const path = `/admin/orders/${orderId}`
  const fields = "id,fulfillments.id,fulfillments.canceled_at"
  const { order } = await admin(`${path}?fields=${fields}`, fulfilments)
  const standing = order.fulfillments.find(({ canceled_at }) => canceled_at === null)
  if (!standing) throw new Error(`nothing of ${orderId} was handed over`)
  await post(`${path}/fulfillments/${standing.id}/cancel`, {}, z.unknown())
}

export type Edit =
  | { line: string; quantity: number; unit_price?: number }
  | { variant: string; quantity: number }

/** Changes an order as the staff does: opened, changed line by line, confirmed. */
export async function editOrder(orderId: string, edits: readonly Edit[]): Promise<void> {
  const edit = `/admin/order-edits/${orderId}`
  await post("/admin/order-edits", { order_id: orderId }, z.unknown())
  for (const change of edits)
    if ("line" in change) {
      const { line, ...figures } = change
      await post(`${edit}/items/item/${line}`, figures, z.unknown())
    } else {
      const { variant, quantity } = change
      const items = [{ variant_id: variant, quantity }]
      await post(`${edit}/items`, { items }, z.unknown())
    }
  await post(`${edit}/confirm`, {}, z.unknown())
}

/** Gives up an edit that could not be confirmed. */
export const cancelEdit = async (orderId: string): Promise<void> => {
  await admin(`/admin/order-edits/${orderId}`, z.unknown(), { method: "DELETE" })
}
