/** Points sell what carries a star, or what is marked as a local speciality ("đặc sản địa phương"). */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { LOCAL_SPECIALITY } from "../contracts/receiving"
import { ApiFailure } from "./api-failure"
import { ofLine } from "./line-message"

const unfit = z.array(z.object({ line: z.coerce.number(), title: z.string() }))

/**
 * A recognition counts by its days, as contracts/recognition tells its status from them, so that one
 * that ran out at midnight does not count until a job has noticed. Goods that several products are
 * made of need one that may be sold; goods of no product (packaging) need none.
 */
const UNFIT = `
  select goods.line, min(goods.title) as title
    from (select wanted.line, product.title,
                 coalesce(product.metadata -> :mark = 'true', false) or exists (
                   select from product_product_ocop_recognition link
                     join ocop_recognition r on r.id = link.recognition_id and r.deleted_at is null
                    where link.product_id = product.id and link.deleted_at is null
                      and r.stars >= 3 and r.decision_date <= now.today
                      and r.expires_on > now.today
                      and (r.revoked_on is null or r.revoked_on > now.today)
                      and (r.superseded_on is null or r.superseded_on > now.today)) as fit
            from unnest(cast(:items as text[])) with ordinality as wanted(item, line)
           cross join (select stock_today()::text as today) now
            join product_variant_inventory_item part
              on part.inventory_item_id = wanted.item and part.deleted_at is null
            join product_variant variant
              on variant.id = part.variant_id and variant.deleted_at is null
            join product on product.id = variant.product_id and product.deleted_at is null) goods
   group by goods.line having not bool_or(goods.fit)
   order by goods.line limit 1`

/**
 * @param itemIds of a receipt's lines, in their order.
 * @throws ApiFailure 422 certificate_invalid naming the first line that must not be received.
 */
export async function assertCertified(
  container: MedusaContainer,
  itemIds: readonly string[],
): Promise<void> {
  const result = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(UNFIT, { mark: LOCAL_SPECIALITY, items: [...itemIds] })
  const [first] = unfit.parse(result.rows)
  if (!first) return
  const line = first.line - 1
  throw new ApiFailure(
    422,
    "certificate_invalid",
    ofLine(
      line,
      `Sản phẩm «${first.title}» không có giấy chứng nhận OCOP từ 3 sao còn hiệu lực. Nếu là đặc sản địa phương, hãy đánh dấu sản phẩm trước khi nhập.`,
    ),
    { line, product: first.title },
  )
}
