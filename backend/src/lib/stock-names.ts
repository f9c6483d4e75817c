/** Names by which people know items and points, as SQL. */

/** Of an inventory item `item`: its product and variant. */
export const ITEM_TITLE = `
  coalesce(
    (select concat_ws(' · ', product.title, nullif(variant.title, product.title))
       from product_variant_inventory_item link
       join product_variant variant on variant.id = link.variant_id
       join product on product.id = variant.product_id
      where link.inventory_item_id = item.id and link.deleted_at is null
      order by variant.id limit 1),
    item.title, item.sku, item.id)`

/** Brings the OCOP point `showroom` of a stock location `location`, where it has one. */
export const JOIN_SHOWROOM = `
  left join showroom_showroom_stock_location_stock_location serves
    on serves.stock_location_id = location.id and serves.deleted_at is null
  left join showroom on showroom.id = serves.showroom_id and showroom.deleted_at is null`

export const POINT_NAME = "coalesce(showroom.name, location.name)"
