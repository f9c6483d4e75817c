import { defineSearchIndex } from "@medusajs/framework/utils"
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
    typo_tolerance: {
      // A Vietnamese syllable of four letters with one changed is another word.
      min_word_size_for_one_typo: 5,
      min_word_size_for_two_typos: 10,
      disabled_on_attributes: ["codes"],
    },
    provider_options: {
      [MEILISEARCH]: {
        // A chosen order is strict; without one the rule says nothing. Equal matches: stars first.
        rankingRules: [
          "sort",
          "words",
          "typo",
          "proximity",
          "attribute",
          "exactness",
          "stars:desc",
        ],
        faceting: { maxValuesPerFacet: 300 },
        pagination: { maxTotalHits: 20_000 },
      },
    },
  },
  events: [refreshEvent(PRODUCT_INDEX)],
  ...catalogSource,
})
