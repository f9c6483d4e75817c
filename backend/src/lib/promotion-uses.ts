/**
 * Whether the promotions of a cart can still be used. The truth is told under a lock when the order
 * is made (modules/promotion); this only spares the machine the whole checkout of a cart that comes
 * too late for certain.
 */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { COUNTED_KEY } from "../modules/promotion/counted-carts"
import { ApiFailure } from "./api-failure"

const EXHAUSTED = `
  with used as (
    select adjustment.code
      from cart_line_item_adjustment adjustment
      join cart_line_item item on item.id = adjustment.item_id and item.deleted_at is null
     where item.cart_id = :cartId and adjustment.deleted_at is null
    union
    select adjustment.code
      from cart_shipping_method_adjustment adjustment
      join cart_shipping_method method
        on method.id = adjustment.shipping_method_id and method.deleted_at is null
     where method.cart_id = :cartId and adjustment.deleted_at is null)
  select promotion.code
    from used
    join promotion on promotion.code = used.code and promotion.deleted_at is null
    left join promotion_campaign_budget budget
      on budget.campaign_id = promotion.campaign_id and budget.type = 'usage'
     and budget.deleted_at is null
   where (promotion.used >= promotion."limit" or budget.used >= budget."limit")
     and exists (select from cart where id = :cartId and completed_at is null
                    and metadata ->> '${COUNTED_KEY}' is null)
     and not exists (select from order_cart
                      where cart_id = :cartId and deleted_at is null)
   order by promotion.code`

const exhausted = z.object({ code: z.string() })

/**
 * Lets a cart pass that has become an order, or was counted, already: its own use may have been the last.
 * @throws ApiFailure 409 promotion_exhausted with details `{ codes }`.
 */
export async function refuseExhaustedPromotions(
  container: MedusaContainer,
  cartId: string,
): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw(EXHAUSTED, { cartId })
  const codes = z
    .array(exhausted)
    .parse(rows)
    .map(({ code }) => code)
  if (codes.length > 0)
    throw new ApiFailure(409, "promotion_exhausted", "Mã khuyến mãi đã hết lượt dùng.", {
      codes,
    })
}
