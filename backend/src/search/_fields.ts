/** The fields of both indexes. Weights order Meilisearch's attributes and rank PostgreSQL's. */
import { search } from "@medusajs/framework/utils"

const picture = {
  base: search.keyword(),
  widths: search.integer().array(),
  formats: search.keyword().array(),
  width: search.integer(),
  height: search.integer(),
  alt: search.keyword(),
  illustration: search.boolean(),
}

export const catalogFields = search.define({
  id: search.keyword().filterable(),
  handle: search.keyword().filterable(),
  title: search.text().searchable({ weight: 10 }).sortable(),
  keywords: search.text().array().searchable({ weight: 9 }),
  aliases: search.text().array().searchable({ weight: 8 }).retrievable(false),
  producer: search.text().searchable({ weight: 2.9 }),
  commune: search.text().searchable({ weight: 2.8 }),
  district: search.text().searchable({ weight: 2.7 }),
  current_unit: search.text().searchable({ weight: 2.6 }),
  group_label: search.text().searchable({ weight: 1.9 }).retrievable(false),
  subtitle: search.text().searchable({ weight: 1.8 }),
  codes: search.keyword().array().searchable({ weight: 1.7 }).retrievable(false),
  text: search.text().searchable({ weight: 1 }).retrievable(false),

  status: search.keyword().filterable(),
  sales_channel_ids: search.keyword().array().filterable(),
  price: search
    .integer()
    .filterable()
    .sortable()
    .facetable({ types: ["stats"] }),
  price_max: search.integer(),
  stars: search
    .integer()
    .filterable()
    .sortable()
    .facetable({ types: ["value"] }),
  stars_until: search.keyword(),
  stars_until_day: search.integer().filterable().retrievable(false),
  proposed_stars: search.integer(),
  certificate_status: search.keyword(),
  certificate_number: search.keyword().filterable(),
  decision_no: search.keyword(),
  group: search.keyword().filterable().facetable(),
  commune_slug: search.keyword().filterable(),
  district_slug: search.keyword().filterable().facetable(),
  producer_handle: search.keyword().filterable(),
  entity_type: search.keyword().filterable().facetable(),
  in_stock: search.boolean().filterable().facetable(),
  sold_online: search.boolean(),
  points: search.keyword().array().filterable().facetable(),
  thumbnail: search.object(picture),
  created_at: search.integer().sortable(),
  sample: search.boolean(),
  /** One JSON string: only the product page reads it. */
  detail: search.keyword(),
})
