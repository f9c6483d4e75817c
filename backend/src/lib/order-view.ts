/** An order as its buyer sees it, without what a third person should not learn. */
import { z } from "@medusajs/framework/zod"
import { formatOrderCode } from "../contracts/order-code"
import { type BuyerPickup } from "../contracts/pickup"
import {
  type OrderParcel,
  type OrderStage,
  type OrderView,
} from "../contracts/order-lookup"

const amount = z.coerce.number().transform(Math.round)
const moment = z.union([z.date(), z.string()]).nullish()

const fulfillment = z.object({
  canceled_at: moment,
  packed_at: moment,
  shipped_at: moment,
  delivered_at: moment,
})

/** What the graph returns for ORDER_FIELDS. */
export const orderRow = z.object({
  display_id: z.number().int(),
  created_at: z.coerce.date(),
  status: z.string(),
  total: amount,
  item_total: amount,
  shipping_total: amount,
  discount_total: amount,
  shipping_address: z
    .object({
      first_name: z.string().nullish(),
      last_name: z.string().nullish(),
      phone: z.string().nullish(),
      city: z.string().nullish(),
      province: z.string().nullish(),
    })
    .nullish(),
  items: z.array(
    z.object({
      product_title: z.string().nullish(),
      title: z.string(),
      variant_title: z.string().nullish(),
      product_handle: z.string().nullish(),
      thumbnail: z.string().nullish(),
      quantity: z.coerce.number().int(),
      unit_price: amount,
      total: amount,
    }),
  ),
  payment_collections: z.array(z.object({ status: z.string() })).nullish(),
  fulfillments: z.array(fulfillment).nullish(),
})
export type OrderRow = z.output<typeof orderRow>

export const ORDER_FIELDS = [
  "display_id",
  "created_at",
  "status",
  "total",
  "item_total",
  "shipping_total",
  "discount_total",
  "shipping_address.first_name",
  "shipping_address.last_name",
  "shipping_address.phone",
  "shipping_address.city",
  "shipping_address.province",
  "items.*",
  "payment_collections.status",
  "fulfillments.canceled_at",
  "fulfillments.packed_at",
  "fulfillments.shipped_at",
  "fulfillments.delivered_at",
]

/** "0905123456" → "090****456". */
export const maskPhone = (phone: string): string =>
  phone.replace(/^(\d{3})\d*(\d{3})$/, (_, head: string, tail: string) =>
    [head, tail].join("*".repeat(Math.max(phone.length - 6, 1))),
  )

/** How far the goods are: as far as the parcel that is least far. */
export function stageOf(order: Pick<OrderRow, "status" | "fulfillments">): OrderStage {
  if (order.status === "canceled") return "cancelled"
  const parcels = (order.fulfillments ?? []).filter((parcel) => !parcel.canceled_at)
  if (parcels.length === 0) return "placed"
  if (parcels.every((parcel) => parcel.delivered_at)) return "delivered"
  if (parcels.every((parcel) => parcel.shipped_at ?? parcel.delivered_at))
    return "shipped"
  return parcels.some((parcel) => parcel.packed_at) ? "packed" : "placed"
}

export function toOrderView(
  row: OrderRow,
  parcels: OrderParcel[],
  pickup?: BuyerPickup,
): OrderView {
  const address = row.shipping_address
  const collections = row.payment_collections ?? []
  return {
    code: formatOrderCode(row.display_id),
    placed_at: row.created_at.toISOString(),
    stage: stageOf(row),
    payment_method: "cod",
    paid:
      collections.length > 0 &&
      collections.every((collection) => collection.status === "completed"),
    recipient: [address?.first_name, address?.last_name].filter(Boolean).join(" "),
    phone_masked: maskPhone(address?.phone ?? ""),
    commune: address?.city ?? "",
    province: address?.province ?? "",
    items: row.items.map((item) => ({
      title: item.product_title ?? item.title,
      variant: item.variant_title ?? null,
      handle: item.product_handle ?? null,
      thumbnail: item.thumbnail ?? null,
      quantity: item.quantity,
      unit_price: item.unit_price,
      total: item.total,
    })),
    parcels,
    ...(pickup && { pickup }),
    item_total: row.item_total,
    shipping_total: row.shipping_total,
    discount_total: row.discount_total,
    total: row.total,
  }
}
