/**
 * Reads products with everything that a document is made of, in one statement and one snapshot. The
 * graph needs a dozen queries for a page and builds entities of every row; a catalogue of 100,000
 * would take it the better part of an hour. `tests/integration/search-reader.test.ts` holds the two
 * against each other.
 */
import { type Knex } from "@medusajs/framework/mikro-orm/knex"

/** Pieces ordered in so many days make a product's `sales`. */
const SALES_DAYS = 90

/**
 * Step by step over sets, never row by row: each part is asked for all products of the page at once
 * and folded into JSON in the shape of `productRow`. What is free is what `correctAvailable` says.
 * Every part is worked out once (`materialized`): on tables that were filled a moment ago and have no
 * statistics yet, the planner would otherwise work it out anew for each product.
 */
const PRODUCTS = `
with page as materialized (
  select id, handle, title, subtitle, description, status, created_at, metadata
    from product where id = any(?) and deleted_at is null
), variant as materialized (
  select variant.* from page
    join product_variant variant on variant.product_id = page.id and variant.deleted_at is null
), item as materialized (
  select link.variant_id, link.required_quantity, inventory.id
    from variant
    join product_variant_inventory_item link
      on link.variant_id = variant.id and link.deleted_at is null
    left join inventory_item inventory
      on inventory.id = link.inventory_item_id and inventory.deleted_at is null
), stocked as materialized (
  select distinct id from item where id is not null
), blocked as materialized (
  select balance.inventory_item_id, balance.location_id,
         sum(balance.on_hand - balance.reserved) as pieces
    from stocked
    join stock_balance balance
      on balance.inventory_item_id = stocked.id and balance.on_hand > balance.reserved
    left join stock_lot lot on lot.id = balance.lot_id
   where not stock_sellable(balance.location_id, lot)
   group by 1, 2
), level as materialized (
  select level.inventory_item_id, json_agg(json_build_object(
           'location_id', level.location_id,
           'available_quantity', greatest(0, level.stocked_quantity - level.reserved_quantity
                                             - coalesce(blocked.pieces, 0)))) as rows
    from stocked
    join inventory_level level
      on level.inventory_item_id = stocked.id and level.deleted_at is null
    left join blocked on blocked.inventory_item_id = level.inventory_item_id
     and blocked.location_id = level.location_id
   group by 1
), items as materialized (
  select item.variant_id, json_agg(json_build_object(
           'required_quantity', item.required_quantity,
           'inventory', case when item.id is not null then
             json_build_object('location_levels', coalesce(level.rows, '[]'::json)) end)) as rows
    from item
    left join level on level.inventory_item_id = item.id
   group by 1
), prices as materialized (
  select link.variant_id, json_agg(json_build_object(
           'amount', price.amount,
           'currency_code', price.currency_code,
           'price_list_id', price.price_list_id,
           'min_quantity', price.min_quantity,
           'rules_count', price.rules_count)) as rows
    from variant
    join product_variant_price_set link
      on link.variant_id = variant.id and link.deleted_at is null
    join price on price.price_set_id = link.price_set_id and price.deleted_at is null
   group by 1
), variants as materialized (
  select variant.product_id, json_agg(json_build_object(
           'id', variant.id,
           'title', variant.title,
           'sku', variant.sku,
           'barcode', variant.barcode,
           'ean', variant.ean,
           'upc', variant.upc,
           'weight', variant.weight,
           'variant_rank', variant.variant_rank,
           'manage_inventory', variant.manage_inventory,
           'allow_backorder', variant.allow_backorder,
           'prices', coalesce(prices.rows, '[]'::json),
           'inventory_items', coalesce(items.rows, '[]'::json))) as rows
    from variant
    left join prices on prices.variant_id = variant.id
    left join items on items.variant_id = variant.id
   group by 1
), channels as materialized (
  select link.product_id, json_agg(json_build_object('id', channel.id)) as rows
    from page
    join product_sales_channel link on link.product_id = page.id and link.deleted_at is null
    join sales_channel channel
      on channel.id = link.sales_channel_id and channel.deleted_at is null
   group by 1
), producers as materialized (
  select distinct on (link.product_id) link.product_id, json_build_object(
           'name', producer.name,
           'handle', producer.handle,
           'entity_type', producer.entity_type,
           'story', producer.story,
           'commune_code', producer.commune_code,
           'district_code', producer.district_code) as row
    from page
    join product_product_producer_producer link
      on link.product_id = page.id and link.deleted_at is null
    join producer on producer.id = link.producer_id and producer.deleted_at is null
   order by link.product_id, link.created_at desc
), recognitions as materialized (
  select link.product_id, json_agg(recognition) as rows
    from page
    join product_product_ocop_recognition link
      on link.product_id = page.id and link.deleted_at is null
    join ocop_recognition recognition
      on recognition.id = link.recognition_id and recognition.deleted_at is null
   group by 1
), sales as materialized (
  select line.product_id, sum(ordered.quantity - ordered.return_received_quantity) as pieces
    from page
    join order_line_item line on line.product_id = page.id and line.deleted_at is null
     and line.created_at > now() - make_interval(days => ${SALES_DAYS})
    join order_item ordered on ordered.item_id = line.id and ordered.deleted_at is null
    join "order" placed on placed.id = ordered.order_id and placed.version = ordered.version
     and placed.status <> 'canceled' and not placed.is_draft_order
     and placed.deleted_at is null
   group by 1
)
select page.*, channels.rows as sales_channels, variants.rows as variants,
       producers.row as producer, recognitions.rows as recognitions, sales.pieces as sales
  from page
  left join channels on channels.product_id = page.id
  left join variants on variants.product_id = page.id
  left join producers on producers.product_id = page.id
  left join recognitions on recognitions.product_id = page.id
  left join sales on sales.product_id = page.id
 order by page.id`

/** The rows of some products, to be checked with `productRow`; those that are gone are left out. */
export async function readProducts(
  connection: Knex,
  ids: readonly string[],
): Promise<unknown[]> {
  if (ids.length === 0) return []
  const result = await connection.raw(PRODUCTS, [[...ids]])
  return result.rows
}
