import { timingSafeEqual } from "node:crypto"
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { parseOrderCode } from "../contracts/order-code"
import { type OrderLookupRequest, type OrderView } from "../contracts/order-lookup"
import { parsePhone } from "../contracts/phone"
import { parcelsOfOrder } from "./order-parcels"
import { pickupForBuyer } from "./pickup-view"
import { ORDER_FIELDS, orderRow, toOrderView } from "./order-view"

/** No order has it: what is asked for when a code is no code, so that all answers cost the same. */
const NO_ORDER = -1
const PHONE_LENGTH = 16

const phones = z.array(
  z.object({
    id: z.string(),
    shipping_address: z.object({ phone: z.string().nullish() }).nullish(),
  }),
)

const padded = (phone: string): Buffer => Buffer.from(phone.padEnd(PHONE_LENGTH))

/**
 * The order of that code, if it goes to that phone number; null otherwise. A wrong code and a wrong
 * phone do the same work: one query for the phone, one comparison.
 */
export async function lookUpOrder(
  container: MedusaContainer,
  { code, phone }: OrderLookupRequest,
): Promise<OrderView | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const found = await query.graph({
    entity: "order",
    fields: ["id", "shipping_address.phone"],
    filters: { display_id: String(parseOrderCode(code) ?? NO_ORDER) },
  })
  const [order] = phones.parse(found.data)
  const known = parsePhone(order?.shipping_address?.phone ?? "") ?? ""
  const matches = timingSafeEqual(padded(known), padded(phone))
  if (!order || !matches) return null
  const [{ data }, parcels, pickup] = await Promise.all([
    query.graph({ entity: "order", fields: ORDER_FIELDS, filters: { id: order.id } }),
    parcelsOfOrder(container, order.id),
    pickupForBuyer(container, order.id),
  ])
  return toOrderView(orderRow.parse(data[0]), parcels, pickup)
}
