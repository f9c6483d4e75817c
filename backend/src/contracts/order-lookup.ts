import { z } from "zod"
import { vnd } from "./money"
import { phone } from "./phone"
import { parcel } from "./parcel"
import { buyerPickup } from "./pickup"

/** POST /store/orders/lookup: find an order without an account. */
export const orderLookupRequest = z.object({
  code: z
    .string({ error: "Hãy nhập mã đơn hàng." })
    .trim()
    .min(1, "Hãy nhập mã đơn hàng.")
    .max(20, "Mã đơn hàng không đúng."),
  phone,
})
export type OrderLookupRequest = z.infer<typeof orderLookupRequest>

export const orderStage = z.enum([
  "placed",
  "packed",
  "shipped",
  "delivered",
  "cancelled",
])
export type OrderStage = z.infer<typeof orderStage>

/** A parcel of an order, with how far it is. */
export const orderParcel = parcel.extend({ stage: orderStage })
export type OrderParcel = z.infer<typeof orderParcel>

/** What a buyer sees of an order. The phone is masked; the street address is left out. */
export const orderView = z.object({
  code: z.string(),
  placed_at: z.iso.datetime(),
  stage: orderStage,
  payment_method: z.enum(["cod"]),
  paid: z.boolean(),
  recipient: z.string(),
  phone_masked: z.string(),
  commune: z.string(),
  province: z.string(),
  items: z.array(
    z.object({
      title: z.string(),
      variant: z.string().nullable(),
      handle: z.string().nullable(),
      thumbnail: z.string().nullable(),
      quantity: z.number().int().positive(),
      unit_price: vnd,
      total: vnd,
    }),
  ),
  parcels: z.array(orderParcel),
  /** Only of an order that its buyer fetches at a point. */
  pickup: buyerPickup.optional(),
  item_total: vnd,
  shipping_total: vnd,
  discount_total: vnd,
  total: vnd,
})
export type OrderView = z.infer<typeof orderView>
export const orderLookupResponse = z.object({ order: orderView })
