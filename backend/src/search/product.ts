import { defineSearchIndex } from "@medusajs/framework/utils"
import { MAX_PAGE, PAGE_SIZE } from "../contracts/catalog-query"
import { MEILISEARCH } from "../lib/search-module"
import { catalogFields } from "./_fields"
import { PRODUCT_INDEX, refreshEvent } from "./_names"
import { catalogSource } from "./_source"

/** The projection that the shop reads: lists, facets, suggestions and product pages. */
export default defineSearchIndex({
  name: PRODUCT_INDEX,
  entity: "product",
  provider: MEILISEARCH,
  fields: catalogFields,
  settings: {
    // What may have been meant is worked out where it can be told to the visitor, with the words of
    // the shop at hand (storefront, `features/catalog/readings`), the same for both engines.
    typo_tolerance: { enabled: false },
    provider_options: {
      [MEILISEARCH]: {
        // A chosen order is strict; without one the rule says nothing. Which field matches counts
        // more than how near the words stand; equal matches: stars first, then stock, then sales.
        rankingRules: [
          "sort",
          "words",
          "attribute",
          "proximity",
          "exactness",
          "stars:desc",
          "in_stock:desc",
          "sales:desc",
        ],
        faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { "*": "count" } },
        pagination: { maxTotalHits: MAX_PAGE * PAGE_SIZE },
      },
    },
  },
  events: [refreshEvent(PRODUCT_INDEX)],
  ...catalogSource,
})
