/** The shape of every file in data/. Codes of places are those of the official catalogue. */
import { z } from "zod"
import { day } from "../backend/src/contracts/calendar"
import { groupSlug } from "../backend/src/contracts/group"
import { vnd } from "../backend/src/contracts/money"
import { entityType } from "../backend/src/contracts/producer"
import { certifiedStars } from "../backend/src/contracts/recognition"
import {
  fundingSource,
  openingHours,
  showroomKind,
} from "../backend/src/contracts/showroom"
import { normaliseText } from "../backend/src/contracts/text"

const handle = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const text = z
  .string()
  .min(1)
  .refine((value) => value === normaliseText(value), "not NFC, or stray spaces")
const districtCode = z.string().regex(/^\d{3}$/)
const communeCode = z.string().regex(/^\d{5}$/)

/** A day as written, or counted from the day of the seeding, so that the shop never grows old. */
const seedDay = z.union([
  day,
  z.strictObject({ days_ago: z.number().int().positive() }),
  /** The decision whose certificate runs out in so many days. */
  z.strictObject({ expires_in: z.number().int().positive() }),
])
export type SeedDay = z.infer<typeof seedDay>

/** Former districts and communes of Quảng Nam (31/12/2024) and the units of today on that land. */
export const places = z.strictObject({
  districts: z.array(
    z.strictObject({
      code: districtCode,
      kind: text,
      name: text,
      slug: handle,
      mountain: z.boolean(),
    }),
  ),
  communes: z.array(
    z.strictObject({
      code: communeCode,
      kind: text,
      name: text,
      slug: handle,
      district: districtCode,
      /** Code of the unit of today it became part of. */
      current: communeCode,
      /** Other spellings in use. */
      variants: z.array(text).optional(),
      note: text.optional(),
    }),
  ),
  current: z.array(
    z.strictObject({
      code: communeCode,
      kind: text,
      name: text,
      latitude: z.number().min(14.9).max(16.3),
      longitude: z.number().min(107).max(109),
    }),
  ),
})
export type Places = z.infer<typeof places>

/** Today's provinces with their communes as [code, name]. */
export const addressUnits = z.array(
  z.strictObject({
    code: z.string().regex(/^\d{2}$/),
    name: text,
    communes: z.array(z.tuple([communeCode, text])),
  }),
)

export const producer = z.strictObject({
  handle,
  name: text,
  entity_type: entityType,
  district: districtCode,
  commune: communeCode.nullable(),
  sample: z.boolean(),
  story: text,
  history: z
    .array(z.strictObject({ name: text, entity_type: entityType, valid_to: day }))
    .optional(),
})

/** A line of a decision's annex, or a dossier without one (`on: null`). */
export const recognition = z.strictObject({
  on: seedDay.nullable(),
  state: z.enum(["draft", "proposed"]).optional(),
  evaluation_year: z.number().int().min(2018).optional(),
  round: z.number().int().min(1).max(2).optional(),
  stars: certifiedStars.optional(),
  score: z.number().min(0).max(100).optional(),
  decision_no: text.optional(),
  proposed_stars: certifiedStars.optional(),
  proposed_on: z
    .union([day, z.strictObject({ days_ago: z.number().int().positive() })])
    .optional(),
  /** The producer as named in the decision, where that is not its name of today. */
  as: z.strictObject({ name: text, entity_type: entityType }).optional(),
  revoked: z
    .strictObject({ days_ago: z.number().int().positive(), reason: text })
    .optional(),
  /** True where the recognition, its day or its star is assumed. */
  sample: z.boolean(),
})
export type SeedRecognition = z.infer<typeof recognition>

export const product = z.strictObject({
  /** Running number; part of SKUs and of the DEMO certificate numbers. */
  no: z.number().int().positive(),
  handle,
  title: text,
  group: groupSlug,
  kind: z.string(),
  producer: handle,
  district: districtCode,
  commune: communeCode.nullable(),
  /** True for a product invented to complete the published tables. */
  sample: z.boolean(),
  description: text,
  keywords: z.array(text),
  /** Prices, packs and weights are samples throughout. */
  variants: z
    .array(
      z.strictObject({
        title: text,
        price: vnd,
        weight_grams: z.number().int().positive().nullable(),
      }),
    )
    .min(1),
  recognitions: z.array(recognition).min(1),
})
export type SeedProduct = z.infer<typeof product>

/**
 * A gift basket put together of the products above at one point. It is no product of the
 * programme: it has no recognition of its own, and its lot is that of the day it is packed.
 */
export const basket = product.extend({
  recognitions: z.array(recognition).max(0),
  showroom: handle,
  quantity: z.number().int().positive(),
  contents: z
    .array(
      z.strictObject({
        product: handle,
        /** Index of the variant in the data. */
        variant: z.number().int().min(0),
        quantity: z.number().int().positive(),
      }),
    )
    .min(2),
})
export type SeedBasket = z.infer<typeof basket>

/** What goods of one kind have in common. */
export const kinds = z.record(
  z.string(),
  z.strictObject({
    /** Legal set under Decision 26/2026/QĐ-TTg; null for what is never recognised. */
    group_2026: z
      .string()
      .regex(/^bo-\d+$/)
      .nullable(),
    storage: text,
    shelf_life: text,
    /** Sample: days from making to best-before; null for what bears no such date. */
    keeps_days: z.number().int().min(2).nullable(),
    made_of: text,
    counter_only_reason: text.nullable(),
  }),
)
export type Kind = z.infer<typeof kinds>[string]

export const showroom = z.strictObject({
  handle,
  name: text,
  kind: showroomKind,
  funding_source: fundingSource,
  address: text,
  district: districtCode,
  current_commune: communeCode,
  latitude: z.number(),
  longitude: z.number(),
  opening_hours: z.array(openingHours).min(1),
})

export const figure = z.strictObject({
  key: handle,
  table: text,
  label: text,
  value: z.number(),
  unit: text,
  as_of: day,
  source: text,
  note: text.nullable(),
})
