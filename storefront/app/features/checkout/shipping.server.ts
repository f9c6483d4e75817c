/** How an order can be sent, and for how much. */
import { z } from "zod"
import { backendGet } from "#app/lib/backend.server"

const optionsResponse = z.object({
  shipping_options: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      amount: z.number().nonnegative().nullish(),
      price_type: z.string().nullish(),
    }),
  ),
})

/** `amount` in đồng, VAT included. */
export type ShippingChoice = { id: string; name: string; amount: number }

/** Cheapest first. Options whose price is only known later are not offered. */
export async function listShipping(
  cartId: string,
  clientIp: string,
): Promise<ShippingChoice[]> {
  const { shipping_options } = await backendGet(
    "/store/shipping-options",
    optionsResponse,
    {
      searchParams: { cart_id: cartId },
      clientIp,
    },
  )
  return shipping_options
    .flatMap(({ id, name, amount }) =>
      typeof amount === "number" ? [{ id, name, amount }] : [],
    )
    .sort((a, b) => a.amount - b.amount || a.id.localeCompare(b.id))
}
