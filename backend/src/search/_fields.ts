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

/** Matched by words, never shown (`_searched.ts`). */
const matched = (weight: number) =>
  search.text().array().searchable({ weight }).retrievable(false)

export const catalogFields = search.define({
  id: search.keyword().filterable(),
  handle: search.keyword().filterable(),
  title: search.text().sortable(),
  keywords: search.text().array(),
  producer: search.text(),
  commune: search.text(),
  district: search.text(),
  current_unit: search.text(),
  subtitle: search.text(),

  // In the order in which a match counts; PostgreSQL knows four grades: from 3, 2, above 1, 1.
  words_name: matched(10),
  accents_name: matched(9.9),
  words_other_names: matched(9),
  accents_other_names: matched(8.9),
  words_producer: matched(2.9),
  accents_producer: matched(2.89),
  words_place: matched(2.8),
  accents_place: matched(2.79),
  words_codes: matched(1.9),
  words_group: matched(1.8),
  accents_group: matched(1.79),
  words_story: matched(1),
  accents_story: matched(0.9),

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
  commune_slugs: search.keyword().array().filterable().facetable().retrievable(false),
  district_slug: search.keyword().filterable().facetable(),
  producer_handle: search.keyword().filterable().facetable(),
  entity_type: search.keyword().filterable().facetable(),
  in_stock: search.boolean().filterable().sortable().facetable(),
  sold_online: search.boolean(),
  points: search.keyword().array().filterable().facetable(),
  thumbnail: search.object(picture),
  created_at: search.integer().sortable(),
  sales: search.integer().sortable().retrievable(false),
  sample: search.boolean(),
  /** One JSON string: only the product page reads it. */
  detail: search.keyword(),
})
