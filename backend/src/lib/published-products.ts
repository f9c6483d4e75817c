/** How many products the shop lists, by who makes them, where they come from and where they are on the shelf. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { dayInVietnam } from "../contracts/calendar"

/** Published products that have a producer: the ones the shop lists. */
const LISTED = `
listed as materialized (
  select distinct on (product.id) product.id, producer.id as producer_id,
         producer.commune_code, producer.district_code
    from product
    join product_product_producer_producer link
      on link.product_id = product.id and link.deleted_at is null
    join producer on producer.id = link.producer_id and producer.deleted_at is null
   where product.status = 'published' and product.deleted_at is null
   order by product.id, link.created_at desc
)`

/**
 * Counted in the database: reading a catalogue of 100,000 to count it takes the graph half a minute.
 * Where a product comes from is said by the recognition in force (`currentOn` in the register), else by
 * the last one decided (`latestDecidedOn`), else by the producer's seat.
 */
const BY_ORIGIN = `
with ${LISTED}, decided as (
  select distinct on (link.product_id) link.product_id,
         recognition.commune_code, recognition.district_code
    from listed
    join product_product_ocop_recognition link
      on link.product_id = listed.id and link.deleted_at is null
    join ocop_recognition recognition
      on recognition.id = link.recognition_id and recognition.deleted_at is null
     and recognition.decision_date <= :today
   order by link.product_id,
         (recognition.expires_on > :today
          and coalesce(recognition.revoked_on > :today, true)
          and coalesce(recognition.superseded_on > :today, true)) desc,
         recognition.decision_date desc
)
select listed.producer_id,
       case when decided.product_id is null then listed.commune_code
            else decided.commune_code end as commune_code,
       case when decided.product_id is null then listed.district_code
            else decided.district_code end as district_code,
       count(*)::int as products
  from listed
  left join decided on decided.product_id = listed.id
 group by 1, 2, 3`

const originCount = z.object({
  producer_id: z.string(),
  /** Former units. */
  commune_code: z.string().nullable(),
  district_code: z.string().nullable(),
  products: z.number(),
})
export type OriginCount = z.infer<typeof originCount>

export async function countByOrigin(container: MedusaContainer): Promise<OriginCount[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw(BY_ORIGIN, { today: dayInVietnam() })
  return z.array(originCount).parse(rows)
}

/** Sums the counts by a key; those without one are left out. */
export function sumBy(
  counts: readonly OriginCount[],
  keyOf: (count: OriginCount) => string | null,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const count of counts) {
    const key = keyOf(count)
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + count.products)
  }
  return sums
}

/** On the shelf is what could be sold now: not reserved, not expired, not recalled. */
const BY_LOCATION = `
with ${LISTED}, blocked as (
  select balance.inventory_item_id, balance.location_id,
         sum(balance.on_hand - balance.reserved) as pieces
    from stock_balance balance
    left join stock_lot lot on lot.id = balance.lot_id
   where balance.on_hand > balance.reserved
     and not stock_sellable(balance.location_id, lot)
   group by 1, 2
)
select level.location_id, count(distinct listed.id)::int as products
  from inventory_level level
  join product_variant_inventory_item part
    on part.inventory_item_id = level.inventory_item_id and part.deleted_at is null
  join product_variant variant on variant.id = part.variant_id and variant.deleted_at is null
  join listed on listed.id = variant.product_id
  left join blocked on blocked.inventory_item_id = level.inventory_item_id
   and blocked.location_id = level.location_id
 where level.deleted_at is null
   and level.stocked_quantity - level.reserved_quantity > coalesce(blocked.pieces, 0)
 group by 1`

const locationCount = z.object({ location_id: z.string(), products: z.number() })

/** Stock location id → how many listed products have a piece for sale there. */
export async function countByLocation(
  container: MedusaContainer,
): Promise<Map<string, number>> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw(BY_LOCATION)
  return new Map(
    z
      .array(locationCount)
      .parse(rows)
      .map(({ location_id, products }) => [location_id, products]),
  )
}
