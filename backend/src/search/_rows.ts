/** The shape of a product as it is read, and of what surrounds it, checked on reading. */
import { z } from "@medusajs/framework/zod"
import { pictureSet } from "../contracts/catalog"
import { day } from "../contracts/calendar"
import { groupSlug } from "../contracts/group"
import { entityType } from "../contracts/producer"
import { certifiedStars } from "../contracts/recognition"

const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item.nullish())
    .nullish()
    .transform((items) =>
      (items ?? []).filter((entry) => entry !== null && entry !== undefined),
    )

const price = z.object({
  amount: z.coerce.number(),
  currency_code: z.string(),
  price_list_id: z.string().nullish(),
  min_quantity: z.coerce.number().nullish(),
  rules_count: z.number().nullish(),
})

const level = z.object({
  location_id: z.string(),
  /** Pieces that can be sold now: neither reserved nor of a lot that is expired or recalled. */
  available_quantity: z.coerce.number(),
})

const inventoryItem = z.object({
  required_quantity: z.coerce.number().nullish(),
  inventory: z.object({ location_levels: list(level) }).nullish(),
})

const variant = z.object({
  id: z.string(),
  title: z.string().nullish(),
  sku: z.string().nullish(),
  barcode: z.string().nullish(),
  ean: z.string().nullish(),
  upc: z.string().nullish(),
  weight: z.coerce.number().nullish(),
  variant_rank: z.number().nullish(),
  manage_inventory: z.boolean().nullish(),
  allow_backorder: z.boolean().nullish(),
  prices: list(price),
  inventory_items: list(inventoryItem),
})
export type VariantRow = z.output<typeof variant>

const recognition = z.object({
  id: z.string(),
  regime_code: z.string(),
  group_code: z.string(),
  display_group: groupSlug,
  decision_no: z.string().nullable(),
  decision_date: day.nullable(),
  expires_on: day.nullable(),
  issuer: z.string(),
  stars: certifiedStars.nullable(),
  proposed: z.boolean(),
  proposed_stars: certifiedStars.nullable(),
  evaluation_year: z.number(),
  round: z.number(),
  certificate_number: z.string().nullable(),
  producer_name: z.string(),
  commune_code: z.string().nullable(),
  district_code: z.string().nullable(),
  origin_text: z.string().nullable(),
  revoked_on: day.nullable(),
  superseded_on: day.nullable(),
  sample: z.boolean(),
})
export type RecognitionRow = z.output<typeof recognition>

const producer = z.object({
  name: z.string(),
  handle: z.string(),
  entity_type: entityType,
  story: z.string().nullable(),
  commune_code: z.string().nullable(),
  district_code: z.string().nullable(),
})

/** Metadata is free to edit in the admin: what does not fit is as if it were not there. */
const metadata = z.object({
  ocop_group: groupSlug.nullable().catch(null),
  sample: z.boolean().catch(false),
  facts: z.array(z.object({ label: z.string(), value: z.string() })).catch([]),
  keywords: z.array(z.string()).catch([]),
  picture: pictureSet.nullable().catch(null),
  counter_only_reason: z.string().nullable().catch(null),
})

export const productRow = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  subtitle: z.string().nullish(),
  description: z.string().nullish(),
  status: z.string(),
  created_at: z.coerce.date(),
  metadata: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => metadata.parse(value ?? {})),
  sales_channels: list(z.object({ id: z.string() })),
  variants: list(variant),
  producer: producer.nullish(),
  recognitions: list(recognition),
  /** Pieces ordered lately (`_reader.ts` knows since when); the graph does not count them. */
  sales: z.coerce
    .number()
    .nullish()
    .transform((pieces) => pieces ?? 0),
})
export type ProductRow = z.output<typeof productRow>

export const placeRow = z.object({
  code: z.string(),
  era: z.enum(["former", "current"]),
  level: z.enum(["province", "district", "commune"]),
  name: z.string(),
  slug: z.string(),
  parent_code: z.string().nullable(),
  name_variants: z.array(z.string()).default([]),
})
export type PlaceRow = z.output<typeof placeRow>

export const successionRow = z.object({
  former_code: z.string(),
  current_code: z.string(),
})

export const showroomRow = z.object({
  handle: z.string(),
  stock_location: z.object({ id: z.string() }).nullish(),
})

export const regimeRow = z.object({ code: z.string(), name: z.string() })

export const productGroupRow = z.object({
  regime_code: z.string(),
  code: z.string(),
  name: z.string(),
})
