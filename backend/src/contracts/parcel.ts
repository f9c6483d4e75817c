/** How the goods of a cart or an order travel ("kiện hàng"), and what is short of them. */
import { z } from "zod"

/** Goods that are packed at one point and travel together ("kiện hàng"). */
export const parcel = z.object({
  point: z.object({
    name: z.string(),
    /** Of its page in the shop; null where it has none. */
    handle: z.string().nullable(),
  }),
  /** What the buyer gets out of it; never what else lies there. */
  lines: z.array(
    z.object({
      /** As the buyer knows the product. */
      title: z.string(),
      quantity: z.number().int().positive(),
    }),
  ),
})
export type Parcel = z.infer<typeof parcel>

/** GET /store/carts/:id/parcels: how an order of the cart would be put together now. */
export const parcelPlan = z.object({ parcels: z.array(parcel) })
export type ParcelPlan = z.infer<typeof parcelPlan>

/** Details of `insufficient_inventory` where a cart is refused: every line that is short. */
export const shortage = z.object({
  available: z.number().int(),
  lines: z.array(
    z.object({
      line_item_id: z.string(),
      title: z.string(),
      /** Pieces that could still be had. */
      available: z.number().int(),
    }),
  ),
})
export type Shortage = z.infer<typeof shortage>
