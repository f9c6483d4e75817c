import { defineSearchIndex } from "@medusajs/framework/utils"
import { POSTGRES } from "../lib/search-module"
import { catalogFields } from "./_fields"
import { FALLBACK_INDEX, refreshEvent } from "./_names"
import { catalogSource } from "./_source"

/** The same projection in PostgreSQL: answers through the store API while Meilisearch is away. */
export default defineSearchIndex({
  name: FALLBACK_INDEX,
  entity: "product",
  provider: POSTGRES,
  fields: catalogFields,
  settings: { typo_tolerance: { enabled: false } },
  events: [refreshEvent(FALLBACK_INDEX)],
  ...catalogSource,
})
